import { createAccount, type NewAccount, removeAccount } from '../app/account.ts';
import { expect, test as serviceTest } from './service.ts';

interface AccountFixtures {
  /** Their name, set with `test.use`: each name has its own account, desktop and home folder. */
  readonly fullName: string;
  /** An ordinary user, created for the tests, who owns the desktop. */
  readonly account: NewAccount;
}

/** Tests on the desktop of an ordinary user. See `noAccountBecause` for when they are skipped. */
export const test = serviceTest.extend<object, AccountFixtures>({
  fullName: ['', { option: true, scope: 'worker' }],
  account: [
    async ({ fullName }, use) => {
      const account = createAccount(fullName);
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
