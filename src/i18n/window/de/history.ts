import { plural } from '../../de/plural.ts';
import type { WindowMessages } from '../window-messages.ts';

export const history: WindowMessages['history'] = {
  details: 'Details',
  title: 'Verlauf',
  range: 'Zeitraum',
  ranges: { day: '24 Std.', week: '7 Tage', month: '30 Tage' },
  lastOf: { day: 'Letzte 24 Stunden', week: 'Letzte 7 Tage', month: 'Letzte 30 Tage' },
  reading: 'Verlauf wird geladen …',
  state: { connected: 'Verbunden', disconnected: 'Getrennt', unknown: 'Keine Daten' },
  span: (state, from, until, length) => `${state}, ${from} – ${until} (${length})`,
  untilNow: 'jetzt',
  spans: 'Zeitachse',
  summary: (range, figures) => `${range}: ${figures}`,
  nothingKnown: 'keine Daten',
  figures: (percent, count, longest) => {
    const connected = `${percent} der aufgezeichneten Zeit verbunden`;
    if (longest === null) return `${connected}, keine Trennungen`;
    return plural(count, {
      one: `${connected}, ${count} Trennung von ${longest}`,
      other: `${connected}, ${count} Trennungen, längste ${longest}`,
    });
  },
  uptime: 'Verfügbarkeit',
  uptimeNote: 'der aufgezeichneten Zeit',
  disconnections: 'Trennungen',
  total: 'Ausfallzeit',
  longest: 'Längste',
  none: 'Keine Trennungen in diesem Zeitraum.',
  noneRecorded: 'In diesem Zeitraum wurde nichts aufgezeichnet.',
  knownSince: (moment) => `Aufgezeichnet seit ${moment}.`,
  nothingYet: 'Noch kein Verlauf. Er wird aufgezeichnet, während OctoGlance läuft.',
  byHour: 'Trennungen nach Uhrzeit',
  byHourText: (hours) => `Trennungen nach Uhrzeit: ${hours}`,
  hourCount: (hour, count) =>
    plural(count, { one: `${hour}, ${count} Trennung`, other: `${hour}, ${count} Trennungen` }),
  standsOut: (hour, count, all) => `Am häufigsten getrennt gegen ${hour} (${count} von ${all} Mal).`,
  latest: 'Letzte Trennungen',
  from: 'Von',
  until: 'Bis',
  length: 'Dauer',
  stillGone: 'dauert an',
  connection: 'Verbindung',
  limits: 'Limits des Kontos',
  limitsOfAll: 'Was dein OctoEverywhere-Konto erlaubt. Für alle deine Drucker gleich.',
  download: 'Max. Downloadgröße',
  upload: 'Max. Uploadgröße',
  webcamSession: 'Max. Webcam-Sitzung',
  webcamTotal: 'Webcam-Zeit gesamt',
  lastCheck: 'Letzte Prüfung',
  nextCheck: 'Nächste Prüfung',
  openLocal: 'Lokale Seite öffnen',
};
