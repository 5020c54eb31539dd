/**
 * Chromium's own logs of requests and TLS keys, by their switches. They contain tokens in plain text or open recorded
 * connections, and are what people attach to bug reports. Source: Chromium,
 * `services/network/public/cpp/network_switches.cc`.
 */
export const requestLogs: readonly string[] = ['log-net-log', 'net-log-capture-mode', 'ssl-key-log-file'];

/** The variable that Chromium reads in place of `ssl-key-log-file`. */
export const keyLogVariable = 'SSLKEYLOGFILE';

/** Those among the arguments, without their values. */
export function requestedLogs(args: readonly string[]): readonly string[] {
  const given = args.map((argument) => /^--?([\w-]+)/.exec(argument)?.[1] ?? '');
  return given.filter((name) => requestLogs.includes(name)).map((name) => `--${name}`);
}
