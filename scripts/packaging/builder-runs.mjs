/*
 * electron-builder packs all packages of a system out of one folder, at the same time. app-update.yml, which says that a
 * package updates itself, would so get from the AppImage into the .deb and the archive, and from the installer for Windows
 * into the archive for it. So what updates itself is packed in a run of its own.
 */

/** Named as electron-builder's arguments; the configuration says nothing of them for Linux. */
const publishing = ['provider=github', 'owner=octoglance', 'repo=OctoGlance'];

/** By the flag of the system: what updates itself, and the others of electron-builder.yml. */
const targets = {
  '--linux': { updating: ['AppImage'], others: ['deb', 'rpm', 'tar.gz'] },
  '--win': { updating: ['nsis'], others: ['zip'] },
};

/**
 * The runs of electron-builder that make what `asked` asks for, one after the other.
 * @param {readonly string[]} asked arguments for electron-builder
 * @returns {readonly (readonly string[])[]} the arguments of each run
 */
export function builderRuns(asked) {
  const systems = /** @type {(keyof typeof targets)[]} */ (Object.keys(targets));
  const system = systems.find((flag) => asked.includes(flag));
  if (system === undefined || asked.includes('--dir')) return [asked];
  const at = asked.indexOf(system) + 1;
  const end = asked.findIndex((word, place) => place >= at && word.startsWith('-'));
  const named = asked.slice(at, end === -1 ? undefined : end);
  const rest = [...asked.slice(0, at - 1), ...(end === -1 ? [] : asked.slice(end))];
  const { updating, others } = targets[system];
  const wanted = named.length === 0 ? [...updating, ...others] : named;
  const updatesItself = (/** @type {string} */ target) =>
    updating.some((one) => one.toLowerCase() === target.toLowerCase());
  const update = system === '--linux' ? publishing.map((part) => `-c.linux.publish.${part}`) : [];
  const runs = [
    { targets: wanted.filter(updatesItself), more: update },
    { targets: wanted.filter((target) => !updatesItself(target)), more: [] },
  ];
  return runs
    .filter(({ targets: some }) => some.length > 0)
    .map((run) => [system, ...run.targets, ...rest, ...run.more]);
}
