import { changelogSection, unreleased } from './changelog.mjs';

/**
 * What must be right before anything is packaged.
 *
 * @typedef {object} ReleaseFacts
 * @property {string} version in package.json
 * @property {string} lockedVersion in package-lock.json
 * @property {string} changelog the text of CHANGELOG.md
 * @property {string} metainfo the text of the AppStream data
 * @property {readonly string[]} changedFiles changed or untracked files according to git
 * @property {readonly string[]} tags all tags of the repository
 */

/**
 * Why this checkout can't be released: one line per problem, saying what to do; empty if it can.
 * @param {ReleaseFacts} facts
 * @returns {readonly string[]}
 */
export function releaseFaults({ version, lockedVersion, changelog, metainfo, changedFiles, tags }) {
  const faults = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${version} is no version such as 1.2.3: correct package.json.`);
  if (changedFiles.length > 0) {
    const more = changedFiles.length > 5 ? ` and ${changedFiles.length - 5} more` : '';
    faults.push(`Not everything is committed: ${changedFiles.slice(0, 5).join(', ')}${more}. Commit or stash it.`);
  }
  if (lockedVersion !== version) {
    faults.push(
      `package-lock.json says ${lockedVersion}, package.json ${version}: run npm install --package-lock-only.`,
    );
  }
  const section = changelogSection(changelog, version);
  if (section === null) faults.push(`CHANGELOG.md has no section “## ${version} – YYYY-MM-DD”: write it.`);
  else if (section.text === '') faults.push(`The section ${version} of CHANGELOG.md is empty: say what is new.`);
  else if (section.date === null)
    faults.push(`The section ${version} of CHANGELOG.md has no date: add “ – YYYY-MM-DD”.`);
  if (unreleased(changelog) !== '') {
    faults.push('CHANGELOG.md still has changes above the newest version: move them into its section.');
  }
  const [, newest] = /<release\s[^>]*version="([^"]*)"/.exec(metainfo) ?? [];
  if (newest !== version)
    faults.push(`The newest <release> of the AppStream data is ${newest ?? 'missing'}: add ${version}.`);
  if (tags.includes(`v${version}`))
    faults.push(`v${version} is tagged already: raise the version. A tag is never moved.`);
  return faults;
}
