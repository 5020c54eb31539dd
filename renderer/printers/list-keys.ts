import type { PrinterId } from '../../src/domain/printer.ts';
import { isOverlaid } from '../components/overlay.ts';
import { isTyping } from '../components/typing.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { filtering } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import { open as showScreen } from '../state/screen.ts';
import { isSelected, select, selectAll, selectedIds, selecting } from '../state/selection.ts';
import { clearFilter, filterBoxId } from './filter-bar.tsx';
import { moveByKeys } from './move-handle.tsx';
import { nextPlace } from './next-place.ts';
import { openPage, refreshAll, refreshPrinter } from './requests.ts';
import { endSelecting } from './selection-bar.tsx';
import { refreshSeveral } from './several.ts';
import { type Arrow, shortcutOf } from './shortcut.ts';

/** The shortcuts of the printer list. In a field, a dialog or a menu the keys keep their usual meaning. */
export function onListKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isOverlaid()) return;
  moveByKeys(event);
  if (event.key === 'Escape' && (selecting.peek() || filtering.peek())) {
    event.preventDefault();
    if (selecting.peek()) endSelecting();
    else clearFilter();
  }
  const shortcut = shortcutOf(event);
  if (event.defaultPrevented || shortcut === null || isTyping(event.target)) return;
  if (does(shortcut, event.target)) event.preventDefault();
}

/** Returns whether the shortcut had an effect. */
function does(shortcut: NonNullable<ReturnType<typeof shortcutOf>>, target: EventTarget | null): boolean {
  const article = target instanceof Element ? target.closest<HTMLElement>('article[data-printer]') : null;
  switch (shortcut) {
    case 'filter':
      return focusFilter();
    case 'refresh':
      return refresh(article?.dataset['printer']);
    case 'open-page':
      return open(article?.dataset['printer'] ?? onlyPrinter());
    case 'enter':
      return article !== null && article === target && enter(article);
    case 'select':
      return selectRow(article, target);
    case 'select-all':
      // With one printer the key selects the text, as usual.
      if (onlyPrinter() !== undefined) return false;
      selectAll();
      return true;
    case 'select-up':
    case 'select-down':
      return extend(shortcut === 'select-up' ? 'up' : 'down', article, target);
    default:
      return go(shortcut, article, target);
  }
}

function focusFilter(): boolean {
  const box = document.getElementById(filterBoxId);
  if (!(box instanceof HTMLInputElement)) return false;
  box.focus();
  box.select();
  return true;
}

function refresh(id: PrinterId | undefined): boolean {
  const { checking, checkingAll } = messages.peek().list;
  const selected = selectedIds.peek();
  if (id !== undefined && selected.includes(id)) {
    void refreshSeveral(selected);
  } else if (id === undefined) {
    void refreshAll().then((done) => done && announce(checkingAll));
  } else {
    const name = viewOf(id)?.peek().name ?? '';
    void refreshPrinter(id).then((done) => done && announce(checking(name)));
  }
  return true;
}

function open(id: PrinterId | undefined): boolean {
  if (id === undefined) return false;
  void openPage(id);
  return true;
}

function onlyPrinter(): PrinterId | undefined {
  const [only, second] = printerIds.peek();
  return second === undefined ? only : undefined;
}

/** Expands a row; for a card, where everything is visible, opens the details. */
function enter(article: HTMLElement): boolean {
  const row = article.querySelector<HTMLElement>('.row-button');
  const id = article.dataset['printer'];
  if (row !== null) {
    row.click();
    row.focus();
  } else if (id !== undefined) showScreen({ name: 'detail', printer: id });
  return true;
}

/** Selects a row by its name; on its other buttons the key keeps its meaning. */
function selectRow(article: HTMLElement | null, target: EventTarget | null): boolean {
  const id = article?.dataset['printer'];
  if (id === undefined || !(target instanceof Element) || !target.matches('article.row, .row-button')) return false;
  select(id, false);
  return true;
}

/** Goes to the next row and selects both. */
function extend(way: 'up' | 'down', article: HTMLElement | null, target: EventTarget | null): boolean {
  const id = article?.dataset['printer'];
  if (article === null || id === undefined || !article.matches('.row')) return false;
  if (!isSelected(id)) select(id, false);
  if (!go(way, article, target)) return true;
  const next = document.activeElement?.closest<HTMLElement>('article[data-printer]')?.dataset['printer'];
  if (next !== undefined) select(next, true);
  return true;
}

/** Returns whether the key leads anywhere from there. */
function go(arrow: Arrow, from: HTMLElement | null, target: EventTarget | null): boolean {
  if (arrow === 'left' || arrow === 'right') return from !== null && goWithin(from, target, arrow === 'right' ? 1 : -1);
  const articles = [...document.querySelectorAll<HTMLElement>('article[data-printer]:not([hidden])')];
  const next = nextPlace(arrow, from === null ? null : articles.indexOf(from), articles.length);
  const article = next === null ? undefined : articles[next];
  if (article === undefined) return false;
  focusRow(article);
  return true;
}

/**
 * From outside, the list is entered where it was left. The whole line comes into view, unless it is higher than the
 * window; focusing alone does that for the name only.
 */
function focusRow(article: HTMLElement): void {
  article.querySelector('.row-main')?.scrollIntoView({ block: 'nearest' });
  (article.querySelector<HTMLElement>('.row-button') ?? article).focus();
}

/** From one button of a row to the next; a card's buttons are reached with Tab. */
function goWithin(row: HTMLElement, target: EventTarget | null, step: -1 | 1): boolean {
  if (!row.matches('.row')) return false;
  const all = row.querySelectorAll<HTMLElement>('button:not([disabled]), a[href], input, [role="slider"]');
  // A narrow window leaves out the timeline.
  const controls = [...all].filter((control) => control.checkVisibility());
  const at = controls.indexOf(target as HTMLElement);
  const next = at === -1 ? row.querySelector<HTMLElement>('.row-button') : controls[at + step];
  next?.focus();
  return next != null;
}
