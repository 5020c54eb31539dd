import * as v from 'valibot';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { settingsFields } from '../domain/settings-schema.ts';
import { type DocumentStore, openDocument, type Parsed, type StoreOptions, unknownIn } from './document-store.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';

/** The file of a newer app may have unknown topics, and that of an older app may lack some. */
const storedTopics = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((topics) => ({ ...defaultSettings.topics, ...topics })),
  v.object(settingsFields.topics.entries),
);
const storedPrintTopics = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((topics) => ({ ...defaultSettings.printTopics, ...topics })),
  v.object(settingsFields.printTopics.entries),
);

/** Entries of a newer app. Kept apart from the settings, because changes from the window are checked strictly. */
interface Unknown {
  readonly settings: StoredDocument;
  readonly topics: StoredDocument;
  readonly printTopics: StoredDocument;
}

/** Does not validate what is saved: check it with `settingsFields` first. */
export type SettingsStore = DocumentStore<Settings>;

/**
 * Opens `settings.json`. An invalid value is replaced by its default and reported; a missing one gets its default
 * silently (it is new), and unknown ones are preserved. An unreadable file is moved aside and reported. Never throws.
 */
export function openSettingsStore(options: StoreOptions): SettingsStore {
  let unknown: Unknown = { settings: {}, topics: {}, printTopics: {} };
  return openDocument<Settings>({
    ...options,
    name: 'settings',
    kind: 'settings',
    migrations: firstVersion,
    empty: defaultSettings,
    parse: (stored) =>
      parseSettings(stored, (found) => {
        unknown = found;
      }),
    serialize: (settings) => ({
      settings: {
        ...unknown.settings,
        ...settings,
        topics: { ...unknown.topics, ...settings.topics },
        printTopics: { ...unknown.printTopics, ...settings.printTopics },
      },
    }),
  });
}

function parseSettings(document: StoredDocument, keep: (unknown: Unknown) => void): Parsed<Settings> {
  // An array would pass as a record.
  if (Array.isArray(document['settings'])) return { kind: 'wrong-shape' };
  const stored = v.safeParse(v.record(v.string(), v.unknown()), document['settings']);
  if (!stored.success) return { kind: 'wrong-shape' };
  const unknownTopics = (name: 'topics' | 'printTopics') => {
    const topics = v.safeParse(v.record(v.string(), v.unknown()), stored.output[name]);
    return topics.success ? unknownIn(topics.output, defaultSettings[name]) : {};
  };
  keep({
    settings: unknownIn(stored.output, settingsFields),
    topics: unknownTopics('topics'),
    printTopics: unknownTopics('printTopics'),
  });
  const value: Record<string, unknown> = { ...defaultSettings };
  const complaints: string[] = [];
  for (const [name, schema] of Object.entries({
    ...settingsFields,
    topics: storedTopics,
    printTopics: storedPrintTopics,
  })) {
    if (!Object.hasOwn(stored.output, name)) continue;
    const parsed = v.safeParse(schema, stored.output[name]);
    if (parsed.success) value[name] = parsed.output;
    else complaints.push(complaint(name, stored.output[name]));
  }
  const settings = value as unknown as Settings;
  return complaints.length === 0
    ? { kind: 'good', value: settings }
    : { kind: 'with-defaults', value: settings, complaints };
}

/** Only numbers are repeated: a string might contain anything. */
function complaint(name: string, found: unknown): string {
  const fallback = defaultSettings[name as keyof Settings];
  if (typeof fallback === 'object') return `${name} as at first`;
  return typeof found === 'number' ? `${name} was ${found}, now ${fallback}` : `${name} is now ${fallback}`;
}
