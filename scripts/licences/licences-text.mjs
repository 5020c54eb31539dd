const RULE = '-'.repeat(80);

/**
 * The licence file that ships with the app.
 * @param {readonly import('./package-of.mjs').ShippedPackage[]} packages
 * @returns {string}
 */
export function licencesText(packages) {
  const parts = packages.map(
    ({ name, version, licence, text }) => `${RULE}\n${name} ${version}: ${licence}\n${RULE}\n\n${text}\n`,
  );
  return [
    'OctoGlance itself is under the MIT licence. These are the other works it is made of, and their licences.',
    'Electron holds Chromium, Node.js and more; their licences are in LICENSES.chromium.html, beside the program',
    '(macOS: in OctoGlance.app/Contents/Resources).',
    '',
    ...parts,
  ].join('\n');
}
