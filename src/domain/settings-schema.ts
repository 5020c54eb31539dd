import * as v from 'valibot';
import { type AlertTopic, alertTopics, densities, languages, listOrders, type Settings, themes } from './settings.ts';

const wholeSeconds = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));

function forEachTopic<Value>(value: Value): Record<AlertTopic, Value> {
  return Object.fromEntries(alertTopics.map((topic) => [topic, value])) as Record<AlertTopic, Value>;
}

/** What each setting may be; changes from the window are checked with it too, see `ipc/request-schemas.ts`. */
export const settingsFields = {
  pollSeconds: wholeSeconds(30, 3600),
  graceSeconds: wholeSeconds(0, 1800),
  notifications: v.boolean(),
  topics: v.strictObject(forEachTopic(v.boolean())),
  sound: v.boolean(),
  quietHours: v.strictObject({
    on: v.boolean(),
    days: v.pipe(v.array(v.nullable(v.strictObject({ from: minuteOfDay, until: minuteOfDay }))), v.length(7)),
  }),
  theme: v.picklist(themes),
  language: v.picklist(['system', ...languages]),
  density: v.picklist(densities),
  listOrder: v.picklist(listOrders),
  colourInMenuBar: v.boolean(),
  startAtLogin: v.boolean(),
  lookForUpdates: v.boolean(),
} satisfies { [Name in keyof Settings]: v.GenericSchema<unknown, Settings[Name]> };
