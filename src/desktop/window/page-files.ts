import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The page's files by their path, such as `/assets/index.js`. */
export type ContentByPath = ReadonlyMap<string, Buffer>;

/**
 * The files of the window's page. They are read while the page's process starts, which would otherwise wait for the
 * disk with each request, and stay in memory until the page has them.
 */
export class PageFiles {
  readonly #folder: string;
  #reading: Promise<ContentByPath> | null = null;

  /** `folder` is absolute; files are in it and in its folder `assets`. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads the files unless they are in memory. Never rejects: files that can't be read are left out. */
  read(): Promise<ContentByPath> {
    if (this.#reading !== null) return this.#reading;
    const reading = this.#readAll().then(({ contents, isWhole }) => {
      // The next request tries again.
      if (!isWhole && this.#reading === reading) this.#reading = null;
      return contents;
    });
    this.#reading = reading;
    return reading;
  }

  /** Frees the memory. */
  forget(): void {
    this.#reading = null;
  }

  async #readAll() {
    const contents = new Map<string, Buffer>();
    let isWhole = true;
    const readFolder = async (path: '/' | '/assets/') => {
      const entries = await readdir(join(this.#folder, path), { withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
      const read = async (name: string) => contents.set(path + name, await readFile(join(this.#folder, path, name)));
      await Promise.all(files.map((name) => read(name).catch(failed)));
    };
    const failed = () => {
      isWhole = false;
    };
    await Promise.all([readFolder('/').catch(failed), readFolder('/assets/').catch(failed)]);
    return { contents, isWhole };
  }
}
