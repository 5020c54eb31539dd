import { http } from '../raw-server.ts';
import { answered, body, type FaultCase, type FaultGroup } from './fault.ts';

const status = 'HTTP/1.1 200 OK\r\n';
const chunked = Buffer.from(
  `${status}Transfer-Encoding: chunked\r\n\r\n10\r\n${body.slice(0, 16)}\r\n${(body.length - 16).toString(16)}\r\n${body.slice(16)}\r\n0\r\n\r\n`,
);
const untilClosed = Buffer.from(`${status}Connection: close\r\n\r\n${body}`);

/** Responses that end after each of their bytes, and ones that arrive at a byte per second. */
export const cuts: readonly FaultGroup[] = [
  { fault: 'cut at every byte, with a length', cases: cutEverywhere(http(200, body), 'end') },
  { fault: 'cut at every byte, in chunks', cases: cutEverywhere(chunked, 'end') },
  { fault: 'cut at every byte, without a length', cases: cutEverywhere(untilClosed, 'end') },
  { fault: 'reset at every byte', cases: cutEverywhere(http(200, body), 'reset') },
  { fault: 'a refusal (604), cut at every byte', cases: cutRefusal() },
  { fault: 'one byte a second', cases: ['all of it', 'the headers', 'the body'].map(drip) },
];

function cutEverywhere(whole: Buffer, way: 'end' | 'reset'): FaultCase[] {
  const bodyAt = whole.indexOf('\r\n\r\n') + 4;
  const complete = whole.lastIndexOf('}') + 1;
  return Array.from({ length: whole.length }, (_, at) => ({
    name: `${way} at byte ${at}`,
    answer: (socket) => {
      if (way === 'end') socket.end(whole.subarray(0, at));
      else socket.write(whole.subarray(0, at), () => socket.resetAndDestroy());
    },
    right: at >= complete ? [answered, 'network: read'] : rightWhenCut(at, bodyAt),
  }));
}

/** Chromium interprets truncated headers: as an empty body, or with whatever is in place of the status. */
function rightWhenCut(at: number, bodyAt: number): string[] {
  const broken = ['network: read', 'malformed: empty'];
  if (at > bodyAt) return [...broken, 'malformed: not-json'];
  return at > 'HTTP/1.1 '.length && at < status.length ? [...broken, 'status: 2', 'status: 20'] : broken;
}

function cutRefusal(): FaultCase[] {
  const whole = http(604, body);
  const statusLength = 'HTTP/1.1 604'.length;
  return Array.from({ length: whole.length }, (_, at) => ({
    name: `refusal cut at byte ${at}`,
    answer: (socket) => socket.end(whole.subarray(0, at)),
    right:
      at < statusLength
        ? ['network: read', 'malformed: empty', 'status: 6', 'status: 60']
        : ['refused: 604', 'network: read'],
  }));
}

function drip(what: string): FaultCase {
  const whole = http(200, body);
  const bodyAt = whole.indexOf('\r\n\r\n') + 4;
  return {
    name: `${what}, a byte a second`,
    timeout: 2_500,
    answer: (socket) => {
      let sent = what === 'the headers' ? 20 : what === 'the body' ? bodyAt : 0;
      socket.write(whole.subarray(0, sent));
      const timer = setInterval(() => socket.write(whole.subarray(sent, ++sent)), 1_000);
      socket.on('close', () => clearInterval(timer));
    },
    right: ['network: timeout'],
  };
}
