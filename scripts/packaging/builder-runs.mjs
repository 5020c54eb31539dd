/*
 * electron-builder makes all packages of a system from one folder, at the same time. app-update.yml, which marks a
 * package that updates itself, would therefore get from the AppImage into the .deb and the archive, and from the
 * Windows installer into the Windows archive. So packages that update themselves get a run of their own.
 */

/** As arguments for electron-builder; the configuration doesn't contain them for Linux. */
const publishing = ['provider=github', 'owner=octoglance', 'repo=OctoGlance'];

/** By system flag: the targets that update themselves, and the other targets of electron-builder.yml. */
const targets = {
  '--linux': { updating: ['AppImage'], others: ['deb', 'rpm', 'tar.gz'] },
  '--win': { updating: ['nsis'], others: ['zip'] },
};

/**
 * The runs of electron-builder needed for `asked`, one after the other.
 * @param {readonly string[]} requested arguments for electron-builder
 * @returns {readonly (readonly string[])[]} the arguments of each run
 */
export function builderRuns(requested) {
  const systems = /** @type {(keyof typeof targets)[]} */ (Object.keys(targets));
  const system = systems.find((flag) => requested.includes(flag));
  if (system === undefined || requested.includes('--dir')) return [requested];
  const at = requested.indexOf(system) + 1;
  const end = requested.findIndex((word, place) => place >= at && word.startsWith('-'));
  const named = requested.slice(at, end === -1 ? undefined : end);
  const rest = [...requested.slice(0, at - 1), ...(end === -1 ? [] : requested.slice(end))];
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
