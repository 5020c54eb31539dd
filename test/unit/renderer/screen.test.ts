import { beforeEach, describe, expect, test } from 'vitest';
import { everything, filter } from '../../../renderer/state/filter.ts';
import { receive } from '../../../renderer/state/fleet.ts';
import {
  articleId,
  backToPrinters,
  follow,
  headingId,
  leave,
  open,
  screen,
  wantedFocus,
} from '../../../renderer/state/screen.ts';
import type { Snapshot } from '../../../src/contract/contract.ts';
import type { PrinterView } from '../../../src/contract/printer-view.ts';
import { defaultRegion } from '../../../src/domain/region.ts';

let number = 0;

/** Fills the list with printers in these states, named A, B, C and so on. */
function list(...states: readonly PrinterView['status'][]): void {
  number += 1;
  const printers = states.map((status, index) => {
    const id = 'ABCDEFGHIJ'[index] ?? '';
    return { id, name: id, status, statusText: status, tags: [], print: null };
  });
  const state = { number, version: '1', at: 0, notices: [], language: 'en', settings: {}, region: defaultRegion };
  receive({ ...state, printers, quiet: null } as unknown as Snapshot);
}

beforeEach(() => {
  filter.value = everything;
  backToPrinters(headingId);
});

describe('Leaving a printer’s details', () => {
  test('leads back to its row', () => {
    list('online', 'online', 'online', 'online', 'online', 'online', 'online');
    open({ name: 'detail', printer: 'C' });
    leave();
    expect([screen.value.name, wantedFocus.value]).toEqual(['printers', articleId('C')]);
  });

  test('leads to the next row that the filter shows if the printer recovered meanwhile, and keeps the filter', () => {
    list('online', 'offline', 'offline', 'offline', 'online', 'online', 'online');
    filter.value = { ...everything, state: 'offline' };
    open({ name: 'detail', printer: 'C' });
    list('online', 'offline', 'online', 'offline', 'online', 'online', 'online');
    leave();
    expect(wantedFocus.value).toBe(articleId('D'));
    open({ name: 'detail', printer: 'D' });
    list('online', 'offline', 'online', 'online', 'online', 'online', 'online');
    leave();
    expect(wantedFocus.value).toBe(articleId('B'));
    expect(filter.value.state).toBe('offline');
  });

  test('leads to the heading if no row is left, or if the printer was removed', () => {
    list('online', 'online', 'offline', 'online', 'online', 'online', 'online');
    filter.value = { ...everything, state: 'offline' };
    open({ name: 'detail', printer: 'C' });
    list('online', 'online', 'online', 'online', 'online', 'online', 'online');
    leave();
    expect(wantedFocus.value).toBe(headingId);
    filter.value = everything;
    open({ name: 'detail', printer: 'G' });
    list('online', 'online', 'online', 'online', 'online', 'online');
    leave();
    expect(wantedFocus.value).toBe(headingId);
  });
});

describe('Leaving the screen that reconnects a printer', () => {
  test('leads back to its details if they led there, through all steps', () => {
    list('online', 'online');
    open({ name: 'detail', printer: 'B' });
    open({ name: 'connect', printer: 'B', way: 'choose' });
    open({ name: 'connect', printer: 'B', way: 'paste' });
    leave();
    expect(screen.value).toEqual({ name: 'detail', printer: 'B' });
    leave();
    expect([screen.value.name, wantedFocus.value]).toEqual(['printers', articleId('B')]);
  });

  test('leads back to the list if that led there', () => {
    list('online', 'online');
    open({ name: 'detail', printer: 'B' });
    open({ name: 'connect', printer: 'B', way: 'choose' });
    backToPrinters(headingId);
    open({ name: 'connect', printer: 'B', way: 'choose' });
    leave();
    expect([screen.value.name, wantedFocus.value]).toEqual(['printers', articleId('B')]);
    open({ name: 'detail', printer: 'B' });
    open({ name: 'connect', printer: 'A', way: 'choose' });
    leave();
    expect([screen.value.name, wantedFocus.value]).toEqual(['printers', articleId('A')]);
  });
});

describe('A click outside the window', () => {
  test('on a general notification keeps a token that is being pasted and a sign-in that is waited for', () => {
    list('online');
    for (const way of ['paste', 'sign-in'] as const) {
      open({ name: 'connect', printer: null, way });
      follow({ show: 'printers' });
      expect(screen.value).toEqual({ name: 'connect', printer: null, way });
    }
    open({ name: 'settings' });
    follow({ show: 'printers' });
    expect(screen.value.name).toBe('printers');
  });

  test('on a printer’s notification leads to its row, or to the heading once it was removed', () => {
    list('online');
    follow({ show: 'printer', printer: 'A' });
    expect(wantedFocus.value).toBe(articleId('A'));
    follow({ show: 'printer', printer: 'B' });
    expect(wantedFocus.value).toBe(headingId);
  });
});
