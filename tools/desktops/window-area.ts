import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DesktopKind } from './desktops.ts';
import type { Area } from './pointer.ts';

const run = async (program: string, ...args: readonly string[]) =>
  (await promisify(execFile)(program, [...args], { timeout: 20_000, maxBuffer: 2 ** 24 })).stdout;

/** Resolves to where the app's window is, without its frame, and to the work area, in the desktop's own pixels. */
export async function windowAndWorkArea(kind: DesktopKind): Promise<{ readonly window: Area; readonly work: Area }> {
  if (kind.windowClass[0] === 'swaymsg') return ofSway();
  return kind.onlyScales === true ? ofGnome() : ofX11();
}

async function ofX11() {
  const [id = ''] = (await run('xdotool', 'search', '--onlyvisible', '--name', 'OctoGlance'))
    .trim()
    .split('\n')
    .slice(-1);
  const place = Object.fromEntries(
    (await run('xdotool', 'getwindowgeometry', '--shell', id)).split('\n').map((line) => line.split('=')),
  );
  const [x, y, width, height] = ['X', 'Y', 'WIDTH', 'HEIGHT'].map((name) => Number(place[name]));
  const work = (await run('xprop', '-root', '_NET_WORKAREA')).match(/\d+/g)?.map(Number) ?? [];
  return { window: area([x, y, width, height]), work: area(work) };
}

interface SwayNode {
  readonly type: string;
  readonly name: string | null;
  readonly rect: Area;
  readonly app_id?: string | null;
  readonly nodes?: readonly SwayNode[];
  readonly floating_nodes?: readonly SwayNode[];
}

async function ofSway() {
  const found: { window?: Area; work?: Area } = {};
  const walk = (node: SwayNode, workspace: Area | null) => {
    const inside = node.type === 'workspace' ? node.rect : workspace;
    if (node.app_id?.toLowerCase().includes('octoglance') && inside !== null) {
      found.window = node.rect;
      found.work = inside;
    }
    for (const child of [...(node.nodes ?? []), ...(node.floating_nodes ?? [])]) walk(child, inside);
  };
  walk(JSON.parse(await run('swaymsg', '-t', 'get_tree')), null);
  if (found.window === undefined || found.work === undefined) throw new Error('sway has no window of the app.');
  return { window: found.window, work: found.work };
}

/** Asks GNOME's shell, which answers only in its unsafe mode. */
async function ofGnome() {
  const script = `(() => {
    const one = global.get_window_actors().map((actor) => actor.meta_window).find((window) => /OctoGlance/.test(window.title));
    const [frame, work] = [one.get_frame_rect(), one.get_work_area_current_monitor()];
    return [frame, work].flatMap(({ x, y, width, height }) => [x, y, width, height]).join(' ');
  })()`;
  const where = ['--session', '--dest', 'org.gnome.Shell', '--object-path', '/org/gnome/Shell'];
  const said = await run('gdbus', 'call', ...where, '--method', 'org.gnome.Shell.Eval', script);
  const [, list] = /^\(true, '"(.+)"'\)/.exec(said.trim()) ?? [];
  if (list === undefined) throw new Error(`GNOME says ${said}`);
  const numbers = list.split(' ').map(Number);
  return { window: area(numbers.slice(0, 4)), work: area(numbers.slice(4)) };
}

function area([x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN]: readonly (
  | number
  | undefined
)[]): Area {
  return { x, y, width, height };
}

/** Whether one area lies within another. */
export function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
