/**
 * The section of CHANGELOG.md for a version.
 *
 * @typedef {object} Section
 * @property {string | null} date as YYYY-MM-DD; null if the heading has none
 * @property {string} text without the heading
 */

/**
 * The section of `version` in a changelog, whose headings are `## 1.2.3 – 2026-01-31`.
 * @param {string} changelog
 * @param {string} version
 * @returns {Section | null} null if there is none
 */
export function changelogSection(changelog, version) {
  const [, ...sections] = `\n${changelog}`.split(/\n## /);
  for (const section of sections) {
    const [heading = '', ...lines] = section.split('\n');
    const [, named, date] = /^v?(\d+\.\d+\.\d+)(?:\s*[–(-]+\s*(\d{4}-\d{2}-\d{2})\)?)?\s*$/.exec(heading) ?? [];
    if (named === version) return { date: date ?? null, text: lines.join('\n').trim() };
  }
  return null;
}

/**
 * The lines of the topmost section if it has no version yet.
 * @param {string} changelog
 * @returns {string}
 */
export function unreleased(changelog) {
  const [, ...sections] = `\n${changelog}`.split(/\n## /);
  const [newest = ''] = sections;
  const [heading = '', ...lines] = newest.split('\n');
  return /^v?\d/.test(heading) ? '' : lines.join('\n').trim();
}
