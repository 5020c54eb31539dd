/**
 * The histories of example printers.
 *
 * @import { Snapshot } from '../../src/contract/contract.ts'
 * @import { PrinterHistory } from '../../src/domain/history-view.ts'
 */

import { at, hour, load, minute } from './make-snapshot.mjs';

const { historyViewOf } = /** @type {typeof import('../../src/domain/history-view.ts')} */ (
  await load('./src/domain/history-view.ts')
);
const { demoHistory } = /** @type {typeof import('../../src/demo/history.ts')} */ (await load('./src/demo/history.ts'));

/**
 * The histories of the printers in a snapshot: eventful ones, and one without data. The hours are those of
 * Berlin in winter, the time zone of the pictures.
 *
 * @param {Snapshot} shown
 * @returns {Record<string, PrinterHistory>}
 */
export function historiesOf({ printers }) {
  const berlin = (/** @type {number} */ moment) => (new Date(moment).getUTCHours() + 1) % 24;
  return Object.fromEntries(
    printers.map(({ id, status }, index) => {
      const changed = at - (3 * hour + 12 * minute);
      /** @type {import('../../src/domain/spans.ts').History} */
      const history =
        status === 'offline'
          ? demoHistory(index, { from: changed, to: at })
          : [
              ...demoHistory(index, { from: changed - 2 * minute, to: changed }),
              { state: 'connected', from: changed, to: at },
            ];
      return [id, historyViewOf(status === 'checking' ? [] : history, at, minute, berlin)];
    }),
  );
}
