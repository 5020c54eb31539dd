import { PrintRequests } from '../../../src/connections/print-requests.ts';
import { parsePrintReport } from '../../../src/domain/print/print-report.ts';
import { nextPrintStatus, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { sanitizedName } from '../../../src/domain/sanitize-name.ts';
import type { Secret } from '../../../src/domain/secret.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { notYetChecked } from '../../../src/domain/status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { createMemorySecrets } from '../../../src/keychain/memory-secrets.ts';
import { TokenCache } from '../../../src/keychain/token-cache.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';
import { createDirectTransport } from '../../../src/octoeverywhere/direct-transport.ts';
import { createPluginClient } from '../../../src/octoeverywhere/plugin-client.ts';

export const voron = '00000000-0000-4000-8000-000000000001';

/**
 * The app's print features with its real code from the fleet to the network: one connected printer whose plugin is at
 * `origin` and reports what the test sets.
 */
export function printApp(
  origin: URL,
  secret: Secret,
  settings: Partial<Settings> = {},
  { timeout, name = 'Voron' }: { readonly timeout?: number; readonly name?: string } = {},
) {
  const fleet = new Fleet();
  const hidden: string[] = [];
  const tokens = new TokenCache(
    createMemorySecrets(new Map([[voron, secret]])),
    (value) => hidden.push(value),
    () => true,
  );
  const plugin = createPluginClient({
    origin,
    transport: createDirectTransport(),
    version: '0.0.0-test',
    isKnownSecret: (text) => hidden.some((one) => text.includes(one)),
    ...(timeout === undefined ? {} : { timeout }),
  });
  const requests = new PrintRequests({ fleet, tokens, plugin, origin, hide: (value) => hidden.push(value) });
  const chosen = { ...defaultSettings, ...settings };
  const at = Date.now();
  fleet.put({
    printer: newPrinter(voron, sanitizedName(name), at),
    status: { ...notYetChecked(at), kind: 'online', answeredAt: at },
    info: null,
    sighting: null,
    checkedAt: at,
    print: null,
    pollState: firstPoll(0),
    asking: false,
    nextCheckAt: null,
  });
  let clock = at;
  const says = (state: string, file: string | null = 'benchy.gcode', id = 'a') => {
    const CurrentPrint = { FileName: file, Progress: 42, DurationSec: 3_600, TimeLeftSec: 3_600 };
    const value = parsePrintReport({
      JobStatus: { State: state, CurrentPrint },
      OctoEverywhereStatus: { MostRecentPrintIdStr: id },
    });
    if (value === null) throw new Error('That is no status.');
    clock += 10_000;
    fleet.update(voron, (member) => {
      const before = member.print ?? printNotYetRequested(at);
      const rules = { confirmAfter: 10_000, poll: 60_000 };
      return { ...member, print: nextPrintStatus(before, { kind: 'answered', value }, clock, rules) };
    });
  };
  says('printing');
  return {
    fleet,
    tokens,
    plugin,
    requests,
    hidden,
    says,
    settings: { value: () => chosen },
    messages: () => messagesFor('en'),
  };
}
