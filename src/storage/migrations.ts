/** A stored document; `version` is the version of its format. */
export type StoredDocument = Record<string, unknown>;

/**
 * The step at index n migrates from version n to n + 1. It gets the document unvalidated and may throw when it cannot
 * use it.
 */
export type Migrations = readonly ((document: StoredDocument) => StoredDocument)[];

export type Migrated =
  | { readonly kind: 'current'; readonly document: StoredDocument }
  /** Written by a later version of the app. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unusable'; readonly reason: string };

/**
 * Migrates a document to the current version, which is the number of migrations. Without a `version` it counts as
 * version 0. The result is not written here: the file keeps its old format until something changes, so that going back
 * to the older app is possible until then.
 */
export function migrate(value: unknown, migrations: Migrations): Migrated {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'unusable', reason: 'Not a JSON object' };
  }
  let document = value as StoredDocument;
  const version = document['version'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return { kind: 'unusable', reason: 'No usable version number' };
  }
  if (version > migrations.length) return { kind: 'newer', version };
  for (const [from, step] of migrations.entries()) {
    if (from < version) continue;
    try {
      document = { ...step(document), version: from + 1 };
    } catch {
      return { kind: 'unusable', reason: `Could not be brought from version ${from} to ${from + 1}` };
    }
  }
  return { kind: 'current', document };
}

/** For a file without earlier versions: version 0 was never written. */
export const firstVersion: Migrations = [
  () => {
    throw new Error('There is no version 0.');
  },
];
