import { expectAnnounced } from '../support/announced.mjs';
import { ScreenReader } from '../support/e2e/accessibility.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

/** The elements above the list, in the order of the Tab key. */
const header = [
  'button “Refresh all”',
  'button “Snooze notifications”, collapsed',
  'button “Settings”',
  'button “Add printer”',
];

test('A screen reader user without a mouse hears each task’s names, states and order', async ({
  simulator,
  fast,
  launch,
}) => {
  const ender = simulator.printer('Ender', { token: exampleToken('Ender') });
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  const keys = window.keyboard;
  const reader = await ScreenReader.of(window);
  const { focused } = reader;
  const top = window.getByRole('heading', { level: 1 });
  /** Returns what is announced at each press of `key`. */
  const stops = async (count: number, key = 'Tab') => {
    const announced: string[] = [];
    for (let at = 0; at < count; at += 1) {
      await keys.press(key);
      announced.push(await focused());
    }
    return announced;
  };

  await test.step('a first start', async () => {
    await window.getByRole('button', { name: 'Set up a printer' }).waitFor();
    const actions = [
      'Sign in with OctoEverywhere',
      'Paste a token instead',
      'Try it with demo printers',
      'Set up a printer',
    ];
    expect(await stops(6)).toEqual(['Settings', 'Add printer', ...actions].map((name) => `button “${name}”`));
    expect(await reader.all('heading')).toEqual([
      'heading “No printers yet”',
      'heading “See your printers at a glance”',
    ]);
    expect(await reader.anonymous()).toEqual([]);
  });

  await test.step('adding two printers', async () => {
    await stops(2, 'Shift+Tab');
    await keys.press('Enter');
    await expect.poll(focused).toBe('textbox “App token or completion link”');
    await keys.type(exampleToken('Voron'));
    expect(await stops(2)).toEqual(['button “Connect”', 'button “Cancel”']);
    await stops(2, 'Shift+Tab');
    await keys.press('Enter');
    await expect.poll(focused).toBe('button “Paste another token”');
    await keys.press('Enter');
    await expect.poll(focused).toBe('textbox “App token or completion link”');
    await keys.type(exampleToken('Ender'));
    await keys.press('Enter');
    await expect(window.getByRole('article')).toHaveCount(2);
    await expect.poll(focused).toBe('button “Paste another token”');
    expect(await stops(1)).toEqual(['button “Done”']);
    await keys.press('Enter');
    await expect.poll(focused).toMatch(/^heading “/);
  });

  await test.step('problems, and the list as one tab stop with arrow keys inside', async () => {
    ender.set({ link: 'down' });
    await expect(window.getByRole('article', { name: 'Ender' })).toContainText('Disconnected');
    await top.focus();
    expect(await focused()).toBe('heading “1 of 2 disconnected”');
    expect(await stops(6)).toEqual([...header, 'button “Voron”, collapsed', header[0]]);
    await top.focus();
    const rows = await stops(2, 'ArrowDown');
    expect(rows).toEqual(['button “Voron”, collapsed', 'button “Ender”, collapsed']);
    const inRow = ['slider “Timeline: Ender”', 'button “Open in OctoEverywhere: Ender”', 'button “Move Ender”'];
    expect(await stops(3, 'ArrowRight')).toEqual(inRow);
    expect(await stops(3, 'ArrowLeft')).toEqual(['button “Open in OctoEverywhere: Ender”', inRow[0], inRow[0]]);
    expect(await reader.all('article')).toEqual(['article “Voron”', 'article “Ender”']);
    const described = window.getByRole('article', { name: 'Ender' }).getByRole('button', { expanded: false });
    await expect(described).toHaveAccessibleDescription(/^Disconnected since /);
    await described.focus();
  });

  await test.step('muting in the opened row', async () => {
    await keys.press('Enter');
    expect(await focused()).toBe('button “Ender”, expanded');
    const announced = await stops(11);
    expect(announced.slice(0, 2)).toEqual(['slider “Timeline: Ender”', 'button “Details: Ender”']);
    expect(announced.slice(4, 7)).toEqual([
      'button “Open in OctoEverywhere: Ender”',
      'button “Refresh: Ender”',
      'button “Off on purpose: Ender”, not pressed',
    ]);
    expect(announced.slice(7)).toEqual([
      'button “Mute: Ender”',
      'button “Reconnect: Ender”',
      'button “Remove: Ender”',
      header[0],
    ]);
    expect(await reader.anonymous()).toEqual([]);
    await stops(3, 'Shift+Tab');
    await keys.press('Enter');
    await expectAnnounced(window, 'Ender muted.');
    await expect.poll(focused).toBe('button “Unmute: Ender”');
  });

  await test.step('details, history and a tag', async () => {
    await stops(6, 'Shift+Tab');
    await keys.press('Enter');
    await expect.poll(focused).toBe('heading “Ender”');
    await window.getByRole('slider', { name: /^Timeline, Last 24 hours: / }).waitFor();
    const announced = await stops(17);
    expect(announced.indexOf('radio “24 hours”, on')).toBeGreaterThan(announced.indexOf('button “Remove: Ender”'));
    const rest = announced.slice(announced.indexOf('radio “24 hours”, on') + 1);
    expect(rest[0]).toMatch(/^slider “Timeline, Last 24 hours: connected .+, 1 disconnection of /);
    expect(rest.slice(1, 7)).toEqual([
      'button “Export history…: Ender”',
      'switch “Off on purpose”, off',
      'switch “Often switched off”, off',
      'switch “Watch prints”, on',
      'textbox “New tag”',
      'button “Add tag”',
    ]);
    expect(await reader.all('heading')).toEqual(
      ['Ender', 'History', 'Disconnections by hour', 'Switched off', 'Tags', 'Connection'].map(
        (name) => `heading “${name}”`,
      ),
    );
    expect(await reader.anonymous()).toEqual([]);
    await window.getByRole('textbox', { name: 'New tag' }).focus();
    await keys.type('resin');
    await keys.press('Enter');
    await expectAnnounced(window, '1 printer tagged “resin”.');
    expect(await reader.all('button')).toContain('button “resin”, pressed');
    await keys.press('Escape');
    await expect.poll(focused).toBe('article “Ender”');
    // Its row is still open.
    await keys.press('Enter');
    await expect.poll(focused).toBe('button “Ender”, collapsed');
  });

  await test.step('filtering by the tag and changing the remaining ones', async () => {
    await top.focus();
    const filter = [
      'searchbox “Filter by name”',
      'combobox “Filter by status”, collapsed',
      'combobox “Filter by tag”, collapsed',
    ];
    expect(await stops(7)).toEqual([...header, ...filter]);
    await keys.press('ArrowDown');
    await expectAnnounced(window, 'Showing 1 of 2 printers.');
    expect(await stops(1)).toEqual(['button “Change this printer”, collapsed']);
    await keys.press('Enter');
    const changes = [
      'button “Refresh”',
      'button “Unmute”',
      'button “Off on purpose”',
      'textbox “New tag”',
      'button “Add tag”',
    ];
    expect(await stops(5)).toEqual(changes);
    await stops(3, 'Shift+Tab');
    await keys.press('Enter');
    await expectAnnounced(window, '1 printer unmuted.');
    await keys.press('Escape');
    await expectAnnounced(window, 'Showing all 2 printers.');
  });

  await test.step('selecting several and changing them', async () => {
    await top.focus();
    await stops(1, 'ArrowDown');
    await keys.press('Space');
    await expectAnnounced(window, '1 printer selected.');
    expect(await stops(1, 'ArrowLeft')).toEqual(['checkbox “Select Voron”, on']);
    await keys.press('Shift+ArrowDown');
    await expectAnnounced(window, '2 printers selected.');
    expect(await reader.all('checkbox')).toEqual(['checkbox “Select Voron”, on', 'checkbox “Select Ender”, on']);
    expect(await stops(1)).toEqual(['button “Change 2 selected”, collapsed']);
    expect(await reader.anonymous()).toEqual([]);
    await keys.press('Enter');
    expect(await stops(2)).toEqual(['button “Refresh”', 'button “Mute”']);
    await keys.press('Enter');
    await expectAnnounced(window, '2 printers muted.');
    expect(await stops(1)).toEqual(['button “Clear selection”']);
    await keys.press('Enter');
    await expectAnnounced(window, 'Nothing selected.');
    await expect.poll(focused).toBe('button “Ender”, collapsed');
  });

  await test.step('settings', async () => {
    await top.focus();
    await stops(3);
    await keys.press('Enter');
    await expect.poll(focused).toBe('heading “Settings”');
    expect(await stops(3)).toEqual([
      'searchbox “Search settings”',
      'combobox “Check each printer every”, collapsed',
      'switch “Notifications”, on',
    ]);
    expect(await reader.anonymous()).toEqual([]);
    const sections = [
      'Monitoring',
      'Notifications',
      'Prints',
      'Quiet hours',
      'This computer',
      'Transfer',
      'Account limits',
    ];
    expect(await reader.all('heading')).toEqual(
      ['Settings', ...sections, 'About OctoGlance'].map((name) => `heading “${name}”`),
    );
    await keys.press('Escape');
    await expect.poll(focused).toBe('button “Settings”');
  });

  await test.step('removing', async () => {
    await top.focus();
    await stops(2, 'ArrowDown');
    await keys.press('Enter');
    await stops(10);
    expect(await focused()).toBe('button “Remove: Ender”');
    await keys.press('Enter');
    await expect.poll(focused).toBe('button “Cancel”');
    expect(await reader.all('dialog')).toEqual(['dialog “Remove Ender?”']);
    await stops(1);
    expect(await focused()).toBe('button “Remove”');
    await keys.press('Enter');
    await expectAnnounced(window, 'Ender removed.');
    await expect.poll(focused).toBe('article “Voron”');
  });
});
