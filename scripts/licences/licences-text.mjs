const RULE = '-'.repeat(80);

const COPYRIGHT = /^\W*copyright (?:\(c\)|©|\d{4}).*$/gim;

/**
 * The licence file that ships with the app: every library with its copyright lines, and each licence text once for all
 * libraries that use the same words.
 * @param {readonly import('./package-of.mjs').ShippedPackage[]} packages
 * @returns {string}
 */
export function licencesText(packages) {
  /** @type {Map<string, import('./package-of.mjs').ShippedPackage[]>} */
  const groups = new Map();
  for (const one of packages) {
    const words = `${one.licence} ${wordsOf(one.text)}`;
    groups.set(words, [...(groups.get(words) ?? []), one]);
  }
  const parts = [...groups.values()].map((group) => {
    const works = group.map(
      ({ name, version, licence, text }) => `${name} ${version}: ${licence}\n${copyrightLines(text)}`,
    );
    return `${RULE}\n${works.join('')}${RULE}\n\n${withoutCopyrightLines(group[0]?.text ?? '')}\n`;
  });
  return [
    'OctoGlance itself is under the MIT licence. These are the other works it is made of, and their licences.',
    'Electron holds Chromium, Node.js and more; their licences are in LICENSES.chromium.html, beside the program',
    '(macOS: in OctoGlance.app/Contents/Resources).',
    '',
    ...parts,
  ].join('\n');
}

/** @param {string} text */
function copyrightLines(text) {
  return (text.match(COPYRIGHT) ?? []).map((line) => `  ${line.trim()}\n`).join('');
}

/** @param {string} text */
function withoutCopyrightLines(text) {
  return text
    .replace(COPYRIGHT, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * What two copies of one licence have in common: title, line breaks and kind of quotation marks differ.
 * @param {string} text
 */
function wordsOf(text) {
  return withoutCopyrightLines(text)
    .replace(/^\W*(?:the )?mit license\W*(?:\(mit\)\W*)?/i, '')
    .replace(/['"“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
