/** The three functions of keytar that the app uses. `findCredentials` kills the process on a locked keyring. */
export type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>;

/** Loads keytar, in plain Node as well as bundled. Rejects if its native part cannot be loaded (no libsecret). */
export async function loadKeytar(): Promise<Keytar> {
  const module = await import('keytar');
  // A CommonJS module: Node provides its exports as the default export.
  return 'default' in module ? (module.default as Keytar) : module;
}
