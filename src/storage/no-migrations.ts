/**
 * Replaces the `semver` library that electron-store brings in the bundle, for migrations between versions of the app.
 * The app gives it none: stored documents have a version of their own (document-store.ts).
 */
export default new Proxy(
  {},
  {
    get() {
      throw new TypeError('no-migrations');
    },
  },
);
