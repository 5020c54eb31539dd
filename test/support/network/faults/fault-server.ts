import { http, startRawServer } from '../raw-server.ts';
import type { FaultCase } from './fault.ts';

/** Stands in every token these tests use, so that one search finds them all. */
export const tokenMark = 'example-token-of-a-fault';
export const healthyToken = `${tokenMark}-healthy`;
export const healthyName = 'Prusa';

export interface FaultServer {
  readonly origin: string;
  /** Has this case answer whoever comes with the token returned; `cutOff` tells the bytes taken once the client has let go. */
  serve(one: FaultCase): { readonly token: string; cutOff(): Promise<number> };
  close(): Promise<void>;
}

/**
 * One service for all printers, as the real one: the token decides who gets which answer, so that faulty answers and good
 * ones share the host's connections.
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
