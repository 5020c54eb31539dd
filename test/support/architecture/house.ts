import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, posix } from 'node:path';
import { doors, packages } from './rooms.ts';

/** Source files by their path from the root of the repo. */
export type House = ReadonlyMap<string, string>;

const root = join(import.meta.dirname, '../../..');

/** Returns the code of `src` and `renderer`. */
export function readHouse(): House {
  const files = ['src', 'renderer'].flatMap((tree) =>
    readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => posix.join(tree, name.replaceAll('\\', '/'))),
  );
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Returns the room of a file: its folder, or the file itself if it is directly in `src` or `renderer`. */
export function roomOf(file: string): string {
  const [tree = '', first = '', second] = file.split('/');
  if (second === undefined) return file;
  if (tree === 'renderer') return `${tree}/${first}`;
  return first === 'desktop' ? `${first}/${second}` : first;
}

/** Returns the specifiers of all imports and re-exports of a file, including types. */
export function importsOf(code: string): readonly string[] {
  const withoutComments = code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const declared = withoutComments.matchAll(/^\s*(?:import|export)\b(?:[^'"`;=]*?\bfrom)?\s*(['"])([^'"\n]+)\1/gm);
  const called = withoutComments.matchAll(/\b(?:import|require)\s*\(\s*(['"`])([^'"`\n]+)\1/g);
  const found = [...declared, ...called];
  return found.map(([, , what = '']) => what);
}

/** Returns a line for each import that the table does not allow; empty when all are allowed. */
export function objections(house: House): readonly string[] {
  return [...house].flatMap(([file, code]) =>
    importsOf(code).flatMap((what) => {
      const from = roomOf(file);
      if (!what.startsWith('.')) return mayImport(from, what) ? [] : [`${file} imports ${what}`];
      const to = roomOf(posix.join(posix.dirname(file), what.replace(/\?.*$/, '')));
      return from === to || doors[from]?.includes(to) ? [] : [`${file} imports ${normalize(to)}`];
    }),
  );
}

/** Returns the doors that no import uses. */
export function unusedDoors(house: House): readonly string[] {
  const used = new Set(
    [...house].flatMap(([file, code]) =>
      importsOf(code)
        .filter((what) => what.startsWith('.'))
        .map((what) => `${roomOf(file)} → ${roomOf(posix.join(posix.dirname(file), what))}`),
    ),
  );
  return Object.entries(doors).flatMap(([from, all]) =>
    all.map((to) => `${from} → ${to}`).filter((door) => !used.has(door)),
  );
}

/** Returns the rooms that depend on themselves. */
export function cycles(table: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const reached = (from: string, seen: Set<string>): Set<string> => {
    for (const to of table[from] ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      reached(to, seen);
    }
    return seen;
  };
  return Object.keys(table).filter((room) => reached(room, new Set()).has(room));
}

function mayImport(room: string, what: string): boolean {
  const isOfNode = what.startsWith('node:');
  const [scope = '', name = ''] = what.split('/');
  const wanted = isOfNode ? 'node' : scope.startsWith('@') ? `${scope}/${name}` : scope;
  const [tree = ''] = room.split('/');
  return packages[wanted]?.some((allowed) => allowed === room || allowed === tree) ?? false;
}
