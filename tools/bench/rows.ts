import type { Measure } from './report.ts';
import { percentile } from './statistics.ts';

/** All samples of one app, in order. */
interface Samples {
  readonly start: number[];
  readonly memory: number[];
  readonly memoryAfterWindow: number[];
  readonly renderersAfterWindow: number[];
  readonly firstWindow: number[];
  readonly laterWindow: number[];
  readonly idlePercent: number[];
  readonly idleWakeUps: number[];
}

type IdleSamples = Pick<Samples, 'idlePercent' | 'idleWakeUps'>;

export interface Collected {
  readonly floor: Samples;
  readonly OctoGlance: Samples;
  /** A minimal app that sends as many requests, at the same time. */
  readonly asking: IdleSamples;
  /** One list per run. */
  readonly answerToTray: (readonly number[])[];
  /** OctoGlance with five printers whose prints are watched. */
  readonly prints: IdleSamples & Pick<Samples, 'memory'>;
  /** The same without prints, at the same time. */
  readonly withoutPrints: IdleSamples;
  /** OctoGlance with ten printers and no print, which sends as many requests. */
  readonly tenPrinters: IdleSamples;
  /** A minimal app that sends as many requests, at the same time. */
  readonly askingTwice: IdleSamples;
}

export function collected(): Collected {
  const samples = (): Samples => ({
    start: [],
    memory: [],
    memoryAfterWindow: [],
    renderersAfterWindow: [],
    firstWindow: [],
    laterWindow: [],
    idlePercent: [],
    idleWakeUps: [],
  });
  return {
    floor: samples(),
    OctoGlance: samples(),
    asking: samples(),
    answerToTray: [],
    prints: samples(),
    withoutPrints: samples(),
    tenPrinters: samples(),
    askingTwice: samples(),
  };
}

/** The rows of the table, without those that were not measured. */
export function measuresOf({
  floor,
  OctoGlance: app,
  asking,
  answerToTray,
  prints,
  withoutPrints,
  tenPrinters,
  askingTwice,
}: Collected): readonly Measure[] {
  const times = (most: number) => ({ most, of: 'times the floor' }) as const;
  const answered = (percent: number) => answerToTray.map((samples) => percentile(samples, percent));
  const rows: readonly Measure[] = [
    {
      what: 'start: process → icon in the tray',
      unit: 'ms',
      floor: floor.start,
      app: app.start,
      goal: times(1),
    },
    {
      what: 'memory, window never opened',
      unit: 'MiB',
      floor: floor.memory,
      app: app.memory,
      goal: times(0.92),
    },
    {
      what: 'memory, window never opened, 5 prints watched',
      unit: 'MiB',
      floor: floor.memory,
      app: prints.memory,
      goal: times(0.95),
    },
    {
      what: 'the same, compared with OctoGlance without prints',
      unit: 'MiB',
      floor: app.memory,
      app: prints.memory,
      goal: { most: 3, of: 'above the floor' },
    },
    {
      what: 'memory 30 s after the window was closed, against the floor without',
      unit: 'MiB',
      floor: floor.memory,
      app: app.memoryAfterWindow,
      goal: times(1.02),
    },
    {
      what: 'the same, against the floor that had a window too',
      unit: 'MiB',
      floor: floor.memoryAfterWindow,
      app: app.memoryAfterWindow,
      goal: null,
    },
    {
      what: 'renderer processes then',
      unit: '',
      floor: floor.renderersAfterWindow,
      app: app.renderersAfterWindow,
      goal: { most: 0, of: 'in all' },
    },
    {
      what: 'window: click → content on the screen, first time',
      unit: 'ms',
      floor: floor.firstWindow,
      app: app.firstWindow,
      goal: times(1.2),
    },
    {
      what: 'the same, later times',
      unit: 'ms',
      floor: floor.laterWindow,
      app: app.laterWindow,
      goal: times(1.3),
    },
    {
      what: 'answer arrives → icon changed, p50 of 20',
      unit: 'ms',
      floor: [],
      app: answered(50),
      goal: null,
    },
    {
      what: 'the same, p95 of 20',
      unit: 'ms',
      floor: [],
      app: answered(95),
      goal: { most: 60, of: 'in all' },
    },
    {
      what: 'processor when idle, of one core',
      unit: '%',
      floor: floor.idlePercent,
      app: app.idlePercent,
      goal: { most: 0.05, of: 'above the floor' },
    },
    {
      what: 'the same, compared with a minimal app that sends as many requests',
      unit: '%',
      floor: asking.idlePercent,
      app: app.idlePercent,
      goal: null,
    },
    {
      what: 'wake-ups when idle',
      unit: '/s',
      floor: floor.idleWakeUps,
      app: app.idleWakeUps,
      goal: null,
    },
    {
      what: 'the same, compared with a minimal app that sends as many requests',
      unit: '/s',
      floor: asking.idleWakeUps,
      app: app.idleWakeUps,
      goal: { most: 0.1, of: 'above the floor' },
    },
    {
      what: 'processor, 5 prints watched, compared with OctoGlance without prints',
      unit: '%',
      floor: withoutPrints.idlePercent,
      app: prints.idlePercent,
      goal: { most: 0.1, of: 'above the floor' },
    },
    {
      what: 'wake-ups, 5 prints watched, compared with 10 printers without prints',
      unit: '/s',
      floor: tenPrinters.idleWakeUps,
      app: prints.idleWakeUps,
      goal: null,
    },
    {
      what: 'the same, compared with a minimal app that sends as many requests',
      unit: '/s',
      floor: askingTwice.idleWakeUps,
      app: prints.idleWakeUps,
      goal: { most: 0.1, of: 'above the floor' },
    },
  ];
  return rows.filter((row) => row.app.length > 0);
}
