import { rmSync } from 'node:fs';
import { BaseUpdater } from 'electron-updater';
import type { AppImage } from '../startup/app-image.ts';
import { isUnchanged } from '../startup/app-image.ts';
import { replaceAppImage } from './replace-app-image.ts';

/** electron-updater 6.8's argument for a download; it exports no type for it. */
type DownloadTask = Parameters<BaseUpdater['doDownloadUpdate']>[0];

/** The parts of electron-updater 6.8 missing from its types. */
interface Inside {
  readonly httpExecutor: { download(url: URL, file: string, options: unknown): Promise<unknown> };
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
    const fileInfo = images.find(({ url }) => url.pathname.includes(process.arch)) ?? images[0];
    if (fileInfo === undefined) throw new Error('The release has no AppImage');
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
      });
    } catch (error) {
      this.dispatchError(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
    rmSync(downloaded, { force: true });
    return true;
  }
}
