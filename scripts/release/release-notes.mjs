import { changelogSection } from './changelog.mjs';

/**
 * The text of a release on GitHub: what is new, and how to verify a download.
 * @param {string} changelog
 * @param {string} version one with a section in the changelog
 * @returns {string} Markdown
 */
export function releaseNotes(changelog, version) {
  const section = changelogSection(changelog, version);
  if (section === null) throw new Error(`CHANGELOG.md has no section ${version}.`);
  return `${section.text}

**Which file?** See the [table of downloads](https://github.com/octoglance/OctoGlance#download).

**Is the download whole?** Put \`SHA256SUMS\` beside it and run \`sha256sum --check --ignore-missing SHA256SUMS\`.
\`octoglance-${version}.cdx.json\` lists what OctoGlance is made of (CycloneDX).
`;
}
