/**
 * Replaces in the bundle what electron-updater and its libraries bring for other ways of updating: partial downloads,
 * other servers than GitHub, other packages, writing YAML, copying folders, and ranges of versions.
 */
export default new Proxy(
  {},
  {
    get() {
      throw new TypeError('no-other-ways');
    },
  },
);
