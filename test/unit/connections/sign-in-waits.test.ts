import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signInLimit } from '../../../src/connections/sign-in.ts';
import { openSignInStore } from '../../../src/storage/sign-in-store.ts';
import { signingIn, withResults } from '../../support/connections/signing-in.ts';
import { noon, profileFolder } from '../../support/storage/profile-folder.ts';

const token = 'example-token-voron-0123456789abcdef';
const success = [['success', 'true'] as const, ['AppApiToken', token] as const];

describe('a sign-in whose app has ended', () => {
  it('is completed once by the next start, and leaves nothing on disk', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const link = withResults(await trial.start(), success);
    expect(trial.signInOnDisk()).not.toContain(token);
    const again = trial.startAgain();
    expect(again.view()).toMatchObject({ printer: null, step: 'browser' });
    await again.takeCallback(link);
    expect(await trial.kept()).toMatchObject({ listed: 1, secrets: 1 });
    await expect.poll(() => JSON.parse(trial.signInOnDisk()).waiting).toBeNull();
    await again.takeCallback(link);
    expect(trial.events.at(-1)).toMatchObject({ message: { title: 'This sign-in has already ended' } });
    expect((await trial.kept()).listed).toBe(1);
    expect(trial.startAgain().view()).toBeNull();
  });

  it('expires 15 minutes after it began', async () => {
    const trial = await signingIn();
    const link = withResults(await trial.start(), success);
    trial.pass(signInLimit - 1);
    expect(trial.startAgain().view()).not.toBeNull();
    trial.pass(1);
    const late = trial.startAgain();
    expect(late.view()).toBeNull();
    await late.takeCallback(link);
    expect(trial.events.at(-1)).toMatchObject({ event: 'unexpected-link' });
    expect((await trial.kept()).listed).toBe(0);
  });

  it('is over when the user cancelled it, or when the clock was set back before its beginning', async () => {
    const trial = await signingIn();
    await trial.start();
    trial.pass(-60_000);
    expect(trial.startAgain().view()).toBeNull();
    await trial.start();
    trial.flow.cancel();
    await trial.flushSignIn();
    expect(trial.startAgain().view()).toBeNull();
  });

  it('can open and copy its page again, with the same nonce and the same expiry', async () => {
    const trial = await signingIn();
    await trial.start();
    const begun = trial.flow.view();
    expect(begun?.waitsUntil).toBe(noon + signInLimit);
    trial.pass(60_000);
    expect([await trial.flow.openAgain(), await trial.flow.copyLink()]).toEqual([{ ok: true }, { ok: true }]);
    const again = trial.startAgain();
    expect(await again.openAgain()).toEqual({ ok: true });
    expect([...trial.nonces, ...trial.copied]).toEqual(Array(4).fill(trial.nonces[0]));
    expect(again.view()?.waitsUntil).toBe(begun?.waitsUntil);
    again.cancel();
    expect([await again.openAgain(), await again.copyLink()]).toMatchObject([{ ok: false }, { ok: false }]);
    expect(trial.nonces).toHaveLength(2 + 1);
  });

  it('rejects a link with another nonce', async () => {
    const trial = await signingIn();
    await trial.start();
    const again = trial.startAgain();
    await again.takeCallback(withResults('octoglance://connected?state=AAAAAAAAAAAAAAAAAAAAAA', success));
    expect(again.view()).not.toBeNull();
    expect((await trial.kept()).listed).toBe(0);
  });
});

describe('a stored sign-in', () => {
  it.each([
    '{"version":1,"waiting":{"printer":null,"nonce":"short","startedAt":5}}',
    '{"version":1,"waiting":{"printer":"../..","nonce":"AAAAAAAAAAAAAAAAAAAAAA","startedAt":5}}',
    '{"version":1,"waiting":{"printer":null,"nonce":"AAAAAAAAAAAAAAAAAAAAAA","startedAt":-5}}',
    '{"version":1}',
    '[]',
    'no JSON',
  ])('with %s is quarantined', (text) => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'sign-in.json'), text);
    const store = openSignInStore({ folder, now: () => noon });
    expect(store.value()).toBeNull();
    expect(store.notices).toHaveLength(1);
  });
});
