import { plural } from '../../en/plural.ts';

/** Tags, and actions for all printers that the filter shows. */
export const tags = {
  title: 'Tags',
  hint: 'Words of your own, such as “workshop” or “resin”. You can filter the list by them and change all those printers at once.',
  field: 'New tag',
  add: 'Add tag',
  filterByTag: 'Filter by tag',
  allTags: 'All tags',
  noneFits: 'No printers match this filter.',
  forShown: (count: number) => `Change all ${count}`,
  forOne: 'Change this printer',
  refresh: 'Refresh',
  mute: 'Mute',
  unmute: 'Unmute',
  off: 'Off on purpose',
  notOff: 'No longer off',
  tagged: (tag: string, count: number) =>
    plural(count, { one: `${count} printer tagged “${tag}”.`, other: `${count} printers tagged “${tag}”.` }),
  refreshing: (count: number) => plural(count, { one: 'Checking 1 printer…', other: `Checking ${count} printers…` }),
  muted: (count: number) => plural(count, { one: '1 printer muted.', other: `${count} printers muted.` }),
  unmuted: (count: number) => plural(count, { one: '1 printer unmuted.', other: `${count} printers unmuted.` }),
  isOff: (count: number) =>
    plural(count, { one: '1 printer is off on purpose.', other: `${count} printers are off on purpose.` }),
  isNotOff: (count: number) =>
    plural(count, {
      one: '1 printer is no longer off on purpose.',
      other: `${count} printers are no longer off on purpose.`,
    }),
};
