import { SECOND } from '../domain/time.ts';
import { escaped, type Page, page } from './html.ts';
import type { SimulatedState } from './simulated-state.ts';

/** Returns the page at a path: a printer, the dashboard, support, setup; 404 for anything else. */
export function pageAt(path: string, state: SimulatedState): Page {
  const [, area = '', name = ''] = path.split('/');
  switch (area) {
    case 'view': {
      const printer = state.printers().find((one) => encodeURIComponent(one) === name);
      if (printer === undefined) return { status: 404, html: page('No such printer', `<p>${toDashboard}</p>`) };
      return { status: 200, html: printerPage(printer, state), live: true };
    }
    case '':
    case 'dashboard':
      return { status: 200, html: dashboard(state), live: true };
    case 'support':
      return { status: 200, html: page('Support', '<p>The real page explains Supporter Perks.</p>') };
    case 'getstarted':
      return {
        status: 200,
        html: page('Set up a printer', '<p>The real page installs the OctoEverywhere plugin.</p>'),
      };
    default:
      return { status: 404, html: page('Nothing here', `<p>The simulation has no such page. ${toDashboard}</p>`) };
  }
}

const toDashboard = '<a href="/dashboard">To the dashboard</a>';

function dashboard(state: SimulatedState): string {
  const rows = state
    .printers()
    .map((name) => {
      const address = `/view/${encodeURIComponent(name)}`;
      return `<li><a href="${escaped(address)}">${escaped(name)}</a>: ${stateInWords(name, state)}</li>`;
    })
    .join('\n');
  return page('Dashboard', `<ul>${rows}</ul>`);
}

function printerPage(name: string, state: SimulatedState): string {
  const printer = state.printer(name);
  const time = (seconds: number | null | undefined) =>
    seconds === null || seconds === undefined
      ? 'never'
      : `${new Date(state.epoch + seconds * SECOND).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return page(
    name,
    `<dl><dt>State</dt><dd>${stateInWords(name, state)}</dd>
<dt>Last connected</dt><dd>${time(printer?.lastConnectionAt)}</dd>
<dt>Last disconnected</dt><dd>${time(printer?.lastDisconnectAt)}</dd></dl>
<p>On the real page its owner sees and controls the printer. ${toDashboard}</p>`,
  );
}

function stateInWords(name: string, state: SimulatedState): string {
  const printer = state.printer(name);
  if (printer === null) return 'unknown';
  const link = printer.link === 'up' ? 'connected' : 'disconnected';
  return printer.answer === 200 ? link : `${link}; the app gets ${printer.answer}`;
}
