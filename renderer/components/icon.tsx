const outlines = {
  plus: 'M12 5v14M5 12h14',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  down: 'M6 9.5l6 6 6-6',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4.2h-4.2',
  copy: 'M9 9h10v11H9zM5.5 15H5V4h10v1.5',
  grip: 'M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  away: 'M13.5 4.5h6v6M19.5 4.5l-9 9M17 14v5.5H4.5V7H10',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7l-1.4 1.4M14 10a4 4 0 0 0-5.7 0L5 13.3a4 4 0 0 0 5.7 5.7l1.4-1.4',
  download: 'M12 4.5v10M7.5 10.5L12 15l4.5-4.5M5 19h14',
  upload: 'M12 15V5M7.5 9L12 4.5 16.5 9M5 19h14',
  camera: 'M3.5 7.5h11v9h-11zM14.5 11l6-3v8l-6-3z',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0',
  'bell-off': 'M8.2 6.4A6 6 0 0 1 18 11v4.5M17.5 18h-13L6 16.5V11q0-.8.2-1.5M10 20.5a2.2 2.2 0 0 0 4 0M4 4l16.5 16.5',
  power: 'M12 3.5v8M7.4 6.6a7.5 7.5 0 1 0 9.2 0',
  bin: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5v5.5M13.8 10.5v5.5',
  sliders: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4',
  info: 'M12 11v6M12 7.2v.1M12 2.8a9.2 9.2 0 1 1 0 18.4 9.2 9.2 0 0 1 0-18.4',
  warning: 'M12 9.5v4.5M12 17.2v.1M12 3.2L2.6 20h18.8z',
} as const;

export type IconName = keyof typeof outlines;

/** A small line icon next to a button's text or in place of it. The text is the button's accessible name either way. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  );
}
