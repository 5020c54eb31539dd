/**
 * Replaces the JSON schema compiler that electron-store brings in the bundle. The app gives it no schema: valibot
 * checks what is read (document-store.ts), and the compiler would be two thirds of the code loaded with the first
 * write.
 */
export class Ajv2020 {
  /** Never created. */
  constructor() {
    throw new TypeError('no-schema-compiler');
  }
}

export default Ajv2020;
