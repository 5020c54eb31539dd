/** The three functions of keytar in use. `findCredentials` is left out: it kills the process on a locked keyring. */
export type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>;

/** Loads keytar, in plain Node as well as bundled. Rejects where its native part cannot be loaded (no libsecret). */
export async function loadKeytar(): Promise<Keytar> {
  const module = await import('keytar');
  // A CommonJS module: Node hands its exports over as the default one.
  return 'default' in module ? (module.default as Keytar) : module;
}
