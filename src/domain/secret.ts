/**
 * Everything the App Connection Portal returned for one printer. The portal returns it only once, so all of it is
 * stored, not only the token in use. Serialized as JSON it is the keychain entry.
 */
export interface Secret {
  readonly appApiToken: string;
  readonly id?: string;
  readonly url?: string;
  readonly authBasicHttpUser?: string;
  readonly authBasicHttpPassword?: string;
  readonly authBearerToken?: string;
  readonly octoPrintApiKey?: string;
}
