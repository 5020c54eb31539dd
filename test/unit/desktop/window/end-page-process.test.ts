import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appAddress } from '../../../../src/desktop/window/app-protocol.ts';
import { endPageProcess } from '../../../../src/desktop/window/end-page-process.ts';
import { guardPages } from '../../../../src/desktop/window/web-contents-security.ts';

const electron = vi.hoisted(() => ({ app: null as unknown as EventEmitter }));
vi.mock('electron', () => {
  const noSession = { setPermissionRequestHandler: () => {}, setPermissionCheckHandler: () => {}, on: () => {} };
  return {
    get app() {
      return electron.app;
    },
    session: { defaultSession: noSession },
  };
});

const kill = vi.fn();
beforeEach(() => {
  electron.app = new EventEmitter();
  vi.spyOn(process, 'kill').mockImplementation(kill.mockReset());
});
afterEach(() => void vi.restoreAllMocks());

it.each([0, -1, Number.NaN, process.pid])('kills nothing else if a page has no process of its own: %s', (id) => {
  endPageProcess({ getOSProcessId: () => id });
  expect(kill).not.toHaveBeenCalled();
});

it('kills the process of a page with a frame, and nothing when the next frame finds it gone', () => {
  guardPages();
  let id = 4_242;
  const contents = Object.assign(new EventEmitter(), {
    setWebRTCIPHandlingPolicy: () => {},
    setWindowOpenHandler: () => {},
    getOSProcessId: () => id,
  });
  electron.app.emit('web-contents-created', {}, contents);
  const frame = { parent: { parent: null, url: appAddress } };
  contents.emit('frame-created', {}, { frame });
  id = 0;
  contents.emit('frame-created', {}, { frame });
  expect(kill.mock.calls).toEqual([[4_242, 'SIGKILL']]);
});
