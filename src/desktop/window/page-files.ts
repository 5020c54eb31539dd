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
    this.#reading ??= Promise.all([this.#filesIn('/'), this.#filesIn('/assets/')]).then(
      (found) => new Map(found.flat()),
    );
    return this.#reading;
  }

  /** Frees the memory. */
  forget(): void {
    this.#reading = null;
  }

  async #filesIn(path: '/' | '/assets/'): Promise<readonly [string, Buffer][]> {
    const names = await readdir(join(this.#folder, path)).catch(() => []);
    const read = names.map(async (name): Promise<[string, Buffer] | null> => {
      const content = await readFile(join(this.#folder, path, name)).catch(() => null);
      return content === null ? null : [path + name, content];
    });
    return (await Promise.all(read)).filter((file) => file !== null);
  }
}
