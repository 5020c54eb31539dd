import { createAccount, type NewAccount, removeAccount } from '../desktop/account.ts';
import { expect, test as serviceTest } from './service.ts';

interface AccountFixtures {
  /** An ordinary user, made for the tests of one file; the desktop is theirs. */
  readonly account: NewAccount;
}

/** Tests on the desktop of an ordinary user. See `noAccountBecause` for where they are left out. */
export const test = serviceTest.extend<object, AccountFixtures>({
  account: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern, and there is nothing to take.
    async ({}, use) => {
      const account = createAccount();
      await use(account);
      removeAccount(account);
    },
    { scope: 'worker' },
  ],
  desktopOptions: [
    async ({ account }, use) => {
      await use({ account: { uid: account.uid, gid: account.gid } });
    },
    { scope: 'worker' },
  ],
});

export { expect };
