import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** The domain whose names the listeners' own name server resolves to 127.0.0.1. */
export const domain = 'way-out.test';

/** Real listeners on this computer, which receive whatever leaves an app. */
export interface Listeners {
  /** The same number for TCP and UDP on 127.0.0.1. */
  readonly port: number;
  /** Everything that arrived since the last `clear`: its kind, and the start of its content. */
  readonly heard: readonly string[];
  clear(): void;
  close(): void;
}

/** Starts the listeners. `nameServer` is an address of this computer for a name server at port 53; null for none. */
export async function startListeners(nameServer: string | null): Promise<Listeners> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const tcp: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      heard.push(`tcp ${printable(bytes)}`);
      socket.end('HTTP/1.1 204 Nothing\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    heard.push('tcp connection');
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as { port: number };
  const udp = createSocket('udp4');
  udp.on('message', (bytes) => heard.push(`udp ${printable(bytes)}`));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  const names: UdpSocket | null = nameServer === null ? null : createSocket('udp4');
  if (names !== null && nameServer !== null) {
    names.on('message', (query, from) => answerName(names, query, from, heard));
    names.bind(53, nameServer);
    await once(names, 'listening');
  }
  return {
    port,
    heard,
    clear: () => heard.splice(0),
    close: () => {
      for (const socket of sockets) socket.destroy();
      tcp.close();
      udp.close();
      names?.close();
    },
  };
}

function printable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[^ -~]+/g, ' ')
    .slice(0, 120);
}

/** RFC 1035: an A record of 127.0.0.1 for names of our domain, nothing for others and for other types. */
function answerName(socket: UdpSocket, query: Buffer, from: RemoteInfo, heard: string[]): void {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const name = labels.join('.').toLowerCase();
  const type = query.readUInt16BE(at + 1);
  const ours = name.endsWith(domain);
  if (ours) heard.push(`dns ${name}`);
  const request = query.subarray(12, at + 5);
  const withAddress = ours && type === 1;
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(withAddress ? 1 : 0, 6);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]);
  socket.send(Buffer.concat(withAddress ? [head, request, record] : [head, request]), from.port, from.address);
}
