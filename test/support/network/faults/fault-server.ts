import { http, startRawServer } from '../raw-server.ts';
import type { FaultCase } from './fault.ts';

/** Part of every token in these tests, so that one search finds them all. */
export const tokenMark = 'example-token-of-a-fault';
export const healthyToken = `${tokenMark}-healthy`;
export const healthyName = 'Prusa';

export interface FaultServer {
  readonly origin: string;
  /**
   * Responds with this case to requests with the returned token; `cutOff` resolves to the bytes sent once the client
   * has closed the connection.
   */
  serve(one: FaultCase): { readonly token: string; cutOff(): Promise<number> };
  close(): Promise<void>;
}

/**
 * Starts one service for all printers, like the real one: the token determines the response, so that faulty and good
 * responses share the host's connections.
 */
export async function startFaultServer(): Promise<FaultServer> {
  const cases = new Map<string, { one: FaultCase; closed: (taken: number) => void }>();
  const healthy = http(200, JSON.stringify({ PrinterName: healthyName, IsOnline: true }));
  const raw = await startRawServer((socket, head, count) => {
    const token = /^(?:apptoken: |authorization: Bearer )(.*)$/im.exec(head)?.[1] ?? '';
    const served = cases.get(token);
    if (served === undefined) return void socket.write(token === healthyToken ? healthy : http(603));
    const before = socket.bytesWritten;
    if (served.one.mostTaken !== undefined) socket.once('close', () => served.closed(socket.bytesWritten - before));
    served.one.answer(socket, head, count);
  });
  return {
    origin: raw.origin,
    serve: (one) => {
      const token = `${tokenMark}-${cases.size}`;
      const cut = new Promise<number>((closed) => cases.set(token, { one, closed }));
      return { token, cutOff: () => cut };
    },
    close: raw.close,
  };
}
