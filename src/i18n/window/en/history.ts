import { plural } from '../../en/plural.ts';

/** A printer's history: timelines, figures, and the detail screen around them. */
export const history = {
  details: 'Details',
  title: 'History',
  range: 'Time range',
  ranges: { day: '24 hours', week: '7 days', month: '30 days' },
  lastOf: { day: 'Last 24 hours', week: 'Last 7 days', month: 'Last 30 days' },
  reading: 'Loading history…',
  state: { connected: 'Connected', disconnected: 'Disconnected', unknown: 'No data' },
  /** "Disconnected, 14:05 – 14:17 (12 min)" */
  span: (state: string, from: string, until: string, length: string) => `${state}, ${from} – ${until} (${length})`,
  untilNow: 'now',
  spans: 'Timeline',
  summary: (range: string, figures: string) => `${range}: ${figures}`,
  nothingKnown: 'no data',
  /**
   * "connected 99.2% of the recorded time, 2 disconnections, longest 12 min"; `longest` is null when there were none.
   */
  figures: (percent: string, count: number, longest: string | null) => {
    const connected = `connected ${percent} of the recorded time`;
    if (longest === null) return `${connected}, no disconnections`;
    return plural(count, {
      one: `${connected}, ${count} disconnection of ${longest}`,
      other: `${connected}, ${count} disconnections, longest ${longest}`,
    });
  },
  uptime: 'Uptime',
  uptimeNote: 'of recorded time',
  disconnections: 'Disconnections',
  total: 'Total downtime',
  longest: 'Longest',
  none: 'No disconnections in this time range.',
  noneRecorded: 'Nothing was recorded in this time range.',
  knownSince: (moment: string) => `Recording since ${moment}.`,
  nothingYet: 'No history yet. It’s recorded while OctoGlance is running.',
  byHour: 'Disconnections by hour',
  byHourText: (hours: string) => `Disconnections by hour: ${hours}`,
  hourCount: (hour: string, count: number) =>
    plural(count, { one: `${hour}, ${count} disconnection`, other: `${hour}, ${count} disconnections` }),
  standsOut: (hour: string, count: number, all: number) =>
    `Drops most often around ${hour} (${count} of ${all} times).`,
  latest: 'Latest disconnections',
  from: 'From',
  until: 'Until',
  length: 'Duration',
  stillGone: 'ongoing',
  connection: 'Connection',
  limits: 'Account limits',
  limitsOfAll: 'What your OctoEverywhere account allows. The same for all your printers.',
  download: 'Max. download size',
  upload: 'Max. upload size',
  webcamSession: 'Max. webcam session',
  webcamTotal: 'Total webcam time',
  lastCheck: 'Last check',
  nextCheck: 'Next check',
  openLocal: 'Open local page',
};
