import * as v from 'valibot';
import { type PrintAlertKind, printAlertKinds } from './print/print-alert.ts';
import { type AlertTopic, alertTopics, densities, languages, listOrders, type Settings, themes } from './settings.ts';

const wholeSeconds = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));

function each<Name extends string, Value>(names: readonly Name[], value: Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>;
}

/** The valid values of each setting; also used for changes from the window, see `ipc/request-schemas.ts`. */
export const settingsFields = {
  pollSeconds: wholeSeconds(30, 3600),
  graceSeconds: wholeSeconds(0, 1800),
  notifications: v.boolean(),
  topics: v.strictObject(each<AlertTopic, v.BooleanSchema<undefined>>(alertTopics, v.boolean())),
  watchPrints: v.boolean(),
  allowControl: v.boolean(),
  printTopics: v.strictObject(each<PrintAlertKind, v.BooleanSchema<undefined>>(printAlertKinds, v.boolean())),
  progressInTray: v.boolean(),
  hideFileNames: v.boolean(),
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
