import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contactSheet } from './icons/contact-sheet.mjs';
import { assetsFolder, iconFiles } from './icons/icon-files.mjs';

// `npm run icons`: regenerates every icon and removes those that are no longer generated.
const files = iconFiles();
for (const folder of ['tray', 'icons']) await rm(join(assetsFolder, folder), { recursive: true, force: true });
let bytes = 0;
for (const [path, content] of files) {
  const target = join(assetsFolder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
  bytes += content.length;
}
const sheet = join(assetsFolder, '..', 'docs', 'screenshots', 'tray-states.png');
await mkdir(dirname(sheet), { recursive: true });
await writeFile(sheet, contactSheet());
console.log(`${files.size} icon files, ${Math.round(bytes / 1000)} kB, and docs/screenshots/tray-states.png`);
