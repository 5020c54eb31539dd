/**
 * Kills the process of a page at once: Chromium's own `forcefullyCrashRenderer` asks it to crash, which a stopped one
 * can't do. Does nothing if the page has no process any more, or none yet. Throws if the system refuses.
 */
export function endPageProcess(contents: Pick<Electron.WebContents, 'getOSProcessId'>): void {
  const id = contents.getOSProcessId();
  // Electron reports 0 without a process, and signals to 0 go to the app and everything else in its process group,
  // which may be the user's whole session (kill(2)).
  if (id > 0 && id !== process.pid) process.kill(id, 'SIGKILL');
}
