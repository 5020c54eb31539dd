import { rmSync } from 'node:fs';
import { BaseUpdater } from 'electron-updater';
import type { AppImage } from '../startup/app-image.ts';
import { isAppImageLike, isUnchanged } from '../startup/app-image.ts';
import { replaceAppImage } from './replace-app-image.ts';

/** electron-updater 6.8's argument for a download; it exports no type for it. */
type DownloadTask = Parameters<BaseUpdater['doDownloadUpdate']>[0];

/** The parts of electron-updater 6.8 missing from its types. */
interface Inside {
  readonly httpExecutor: { download(url: URL, file: string, options: unknown): Promise<unknown> };
}

/** How file names call the processors, by Node's names for them. */
const processors: Readonly<Record<string, RegExp>> = {
  x64: /x86_64|x64|amd64/i,
  arm64: /aarch64|arm64/i,
  arm: /armv7l|armhf/i,
  ia32: /i[3-6]86|ia32/i,
};

/** Whether a file of this name is for this processor (a name of Node's); one that names none is for all. */
export function isForProcessor(name: string, processor: string): boolean {
  const named = Object.entries(processors).filter(([, names]) => names.test(name));
  return named.length === 0 || named.some(([one]) => one === processor);
}

/**
 * Downloads a newer AppImage and replaces the running one on quit. electron-updater's own implementation trusts
 * `APPIMAGE`, which may be another program's file; deletes the old file first, so a full disk would leave none; names
 * the new file after its version; and starts it once.
 */
export class CarefulAppImageUpdater extends BaseUpdater {
  readonly #image: AppImage;

  constructor(image: AppImage) {
    super();
    this.#image = image;
  }

  protected override doDownloadUpdate(task: DownloadTask) {
    const { info, provider } = task.updateInfoAndProvider;
    const images = provider.resolveFiles(info).filter(({ url }) => url.pathname.endsWith('.AppImage'));
    const fileInfo = images.find(({ url }) => isForProcessor(url.pathname, process.arch));
    if (fileInfo === undefined) throw new Error('The release has no AppImage for this processor');
    return this.executeDownload({
      fileExtension: 'AppImage',
      fileInfo,
      downloadUpdateOptions: task,
      task: async (file, options) => {
        await (this as unknown as Inside).httpExecutor.download(fileInfo.url, file, options);
      },
    });
  }

  protected override doInstall(): boolean {
    const downloaded = this.installerPath;
    const sha512 = this.downloadedUpdateHelper?.downloadedFileInfo?.sha512;
    if (downloaded === null || sha512 === undefined) return false;
    const image = this.#image;
    try {
      replaceAppImage({
        file: image.file,
        downloaded,
        sha512,
        isUnchanged: () => isUnchanged(image, process.execPath),
        isUsable: (path) => isAppImageLike(path, image.file),
      });
    } catch (error) {
      this.dispatchError(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
    rmSync(downloaded, { force: true });
    return true;
  }
}
