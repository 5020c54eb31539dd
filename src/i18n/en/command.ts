/** Messages of the command line. */
export const command = {
  notRunning: 'OctoGlance isn’t running. Start it and try again.',
  notResponding: 'OctoGlance is running but not responding. Quit and restart it.',
  help: `Usage: octoglance [flags]
       octoglance COMMAND

OctoGlance shows in the system tray whether your 3D printers are reachable through OctoEverywhere.

  status               print one line per printer, as the running app sees it
  status --json        the same as one line of JSON
  status --watch       print the status, then every change; with --json as lines of JSON
  open NAME            open the printer’s page in the browser
  refresh [NAME]       check the printer now, or all of them
  names                print the names of your printers
  completion SHELL     print completions for bash, zsh or fish

Any part of a printer’s name will do; case doesn’t matter.

  --show               open the window at start
  --hidden             open no window at start
  --demo               simulated printers; nothing is saved
  --status-stream      print every change as a line of JSON while the app runs
  --user-data-dir=DIR  store everything in this folder
  --version            print the version
  --help, -h           print this

Chromium’s flags, such as --ozone-platform=wayland, are passed on to it.`,
  unknown: (argument: string) => `Unknown option: ${argument}. Run “octoglance --help” for a list.`,
  unknownMeant: (argument: string, meant: string) => `Unknown option: ${argument}. Did you mean ${meant}?`,
  wouldLogTokens: (name: string) => `${name} is ignored: it would write your tokens to a file.`,
  notAbsolute: (name: string, value: string) =>
    `${name} isn’t an absolute path: ${value}. The default folder is used instead.`,
  noFolder: (name: string, value: string) =>
    `${name} isn’t a usable folder: ${value}. The default folder is used instead.`,
  folderMissing: '--user-data-dir needs a folder: --user-data-dir=DIR.',
  workingFolderGone: (folder: string) =>
    `The folder you started OctoGlance in no longer exists, so ${folder} can’t be found. Start it from another folder, or give a path that begins with /.`,
  hangs: (processId: number | null) =>
    processId === null
      ? 'OctoGlance is already running but not responding. End its process, then start it again.'
      : `OctoGlance is already running but not responding. End it (kill ${processId}), then start it again.`,
  noDisplay: 'OctoGlance needs a desktop: neither DISPLAY nor WAYLAND_DISPLAY points to a running one.',
};
