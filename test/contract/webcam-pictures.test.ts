import { afterEach, describe, expect, test } from 'vitest';
import { WebcamPictures } from '../../src/app/webcam-pictures.ts';
import { mosaic } from '../../src/demo/jpeg.ts';
import { type PluginResponse, startPluginServer } from '../support/network/plugin-server.ts';
import { printApp, voron } from '../support/print/print-app.ts';

const token = 'example-token-voron-0123456789';
const bearer = 'example-bearer-voron-0123456789';
const jpeg = mosaic(4, 3, () => [200, 30, 30]);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const list = (...webcams: readonly object[]): PluginResponse => ({
  status: 200,
  body: JSON.stringify({ Status: 200, Result: { DefaultIndex: 0, Webcams: webcams } }),
});
const camera = { Name: 'Nozzle', FlipH: true, FlipV: 'false', Rotation: 90, Enabled: true };

/** A printer whose plugin responds about its webcams as the test decides. */
async function looking(settings: { watchPrints?: boolean } = {}) {
  const says = { list: list(camera), snapshot: { status: 200, body: jpeg } as PluginResponse | null };
  const server = await startPluginServer(({ path }) => (path.endsWith('/list') ? says.list : says.snapshot));
  closing.push(() => server.close());
  const secret = { appApiToken: token, url: server.origin, authBearerToken: bearer };
  const app = printApp(new URL(server.origin), secret, settings);
  const world = { elapsed: 1_000_000, isSeen: true };
  const pictures = new WebcamPictures({
    ...app,
    window: { isSeen: () => world.isSeen },
    clock: { elapsed: () => world.elapsed },
  });
  const requestsSoFar = () => server.requests.splice(0).map(({ path }) => path.split('/').at(-1));
  const wait = (ms: number) => {
    world.elapsed += ms;
  };
  return { ...app, says, pictures, world, requestsSoFar, wait };
}

describe('the picture in the window', () => {
  test('has its rotation and flips; the webcam list is not requested each time', async () => {
    const { pictures, requestsSoFar, wait } = await looking();
    expect(await pictures.look(voron, null, false)).toEqual({
      kind: 'picture',
      index: 0,
      webcams: [{ index: 0, name: 'Nozzle' }],
      picture: {
        type: 'image/jpeg',
        bytes: new Uint8Array(jpeg),
        width: 32,
        height: 24,
        rotation: 90,
        flipHorizontally: true,
        flipVertically: false,
      },
    });
    expect(requestsSoFar()).toEqual(['list', 'snapshot?index=0']);
    wait(30_000);
    await pictures.look(voron, null, false);
    expect(requestsSoFar()).toEqual(['snapshot?index=0']);
  });

  test('is requested once for all viewers, and never without a viewer or print monitoring', async () => {
    const { pictures, requestsSoFar, world, wait } = await looking();
    await Promise.all([pictures.look(voron, null, false), pictures.look(voron, null, true)]);
    await pictures.look(voron, null, true);
    expect(requestsSoFar()).toEqual(['list', 'snapshot?index=0']);
    wait(60_000);
    world.isSeen = false;
    expect(await pictures.look(voron, null, true)).toEqual({ kind: 'nothing' });
    const off = await looking({ watchPrints: false });
    expect(await off.pictures.look(voron, null, true)).toEqual({ kind: 'nothing' });
    expect([requestsSoFar(), off.requestsSoFar()]).toEqual([[], []]);
  });

  test.each([
    [607, 'Picture too large'],
    [609, 'Webcam limit reached'],
  ])('is only requested by a click after an account limit (%i)', async (status, title) => {
    const { pictures, says, requestsSoFar, wait } = await looking();
    says.snapshot = { status };
    expect(await pictures.look(voron, null, false)).toMatchObject({ kind: 'failed', message: { title } });
    requestsSoFar();
    wait(24 * 60 * 60_000);
    expect(await pictures.look(voron, null, false)).toMatchObject({ kind: 'failed', message: { title } });
    expect(await pictures.forNotification(voron, 5_000)).toBeNull();
    expect(requestsSoFar()).toEqual([]);
    says.snapshot = { status: 200, body: jpeg };
    expect(await pictures.look(voron, null, true)).toMatchObject({ kind: 'picture' });
    wait(30_000);
    expect(await pictures.look(voron, null, false)).toMatchObject({ kind: 'picture' });
  });

  test('has other problems explained, with a pause before the next request', async () => {
    const { pictures, says, requestsSoFar, wait } = await looking();
    for (const [response, title] of [
      [{ status: 200, body: '{"Status":785,"Error":"off"}' }, 'Printer not responding'],
      [{ status: 502 }, 'No picture'],
      [{ status: 200, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }, 'No picture'],
      [{ status: 200, body: Buffer.alloc(8 * 1024 * 1024 + 1, 1) }, 'No picture'],
    ] as const) {
      says.snapshot = response;
      expect(await pictures.look(voron, null, true)).toMatchObject({ kind: 'failed', message: { title } });
      requestsSoFar();
      wait(30_000);
      expect(await pictures.look(voron, null, false)).toMatchObject({ kind: 'failed', message: { title } });
      expect(requestsSoFar()).toEqual([]);
      wait(10 * 60_000);
    }
    says.snapshot = { status: 200, body: jpeg };
    expect(await pictures.look(voron, null, false)).toMatchObject({ kind: 'picture' });
  });

  test('is simply missing without a webcam, or with one that is switched off', async () => {
    for (const response of [list(), list({ ...camera, Enabled: false }), { status: 200, body: '{"Status":788}' }]) {
      const { pictures, says } = await looking();
      says.list = response;
      expect(await pictures.look(voron, null, false)).toEqual({ kind: 'no-webcam' });
    }
  });

  test('contains no secret that a plugin sends back', async () => {
    const { pictures, says } = await looking();
    says.list = list({ ...camera, Name: `cam ${bearer}` });
    const names = JSON.stringify(await pictures.look(voron, null, false));
    says.snapshot = { status: 200, body: JSON.stringify({ Status: 750, Error: `no ${token} ${bearer}` }) };
    const error = JSON.stringify(await pictures.look(voron, 0, true));
    expect(`${names}${error}`).not.toMatch(/example-(token|bearer)/);
  });
});

describe('the picture for a notification', () => {
  test('is shown if it is ready, and not waited for', async () => {
    const { pictures, says, requestsSoFar } = await looking();
    expect(await pictures.forNotification(voron, 5_000)).toMatchObject({ width: 32, rotation: 90 });
    says.snapshot = null;
    const began = performance.now();
    expect(await pictures.forNotification(voron, 200)).toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
    requestsSoFar();
    // A single slow response does not affect the next request.
    says.snapshot = { status: 200, body: jpeg };
    expect(await pictures.look(voron, null, false)).toMatchObject({ kind: 'picture' });
  });
});
