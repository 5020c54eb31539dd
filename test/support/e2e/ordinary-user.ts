import { createAccount, type NewAccount, removeAccount } from '../app/account.ts';
import { expect, test as serviceTest } from './service.ts';

interface AccountFixtures {
  /** Their name, to be set with `test.use`: each name has an account, a desktop and a home folder of its own. */
  readonly fullName: string;
  /** An ordinary user, made for the tests; the desktop is theirs. */
  readonly account: NewAccount;
}

/** Tests on the desktop of an ordinary user. See `noAccountBecause` for where they are left out. */
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
