/** A request as sent to OctoEverywhere or a printer. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST';
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

/** The response to a {@link ServiceRequest}, once its headers have arrived. */
export interface ServiceResponse {
  /** The status from the HTTP status line; OctoEverywhere sends its own 600–613 there. */
  readonly status: number;
  /** Returns a header by its lower-case name, or null. Several of one name are joined by commas, as `Headers` does. */
  readonly header: (name: string) => string | null;
  /**
   * Reads the decompressed body and passes each part to `take`, until that returns false, which closes the connection.
   * Resolves to whether the body was read to its end; rejects if the connection breaks. To be called once.
   */
  readonly read: (take: (part: Uint8Array) => boolean) => Promise<boolean>;
  /** Discards a body that will not be read, which also releases the connection. Never throws. */
  readonly discard: () => void;
}

/**
 * Sends a request. It reports any status unchanged, never follows a redirect, and limits the time to connect. It
 * rejects with an error that `networkProblem` understands, or with the reason of the abort.
 */
export type Transport = (request: ServiceRequest) => Promise<ServiceResponse>;
