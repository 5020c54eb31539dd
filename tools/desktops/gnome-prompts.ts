import { type MessageBus, MessageType } from '@jellybrick/dbus-next';
import { callMethod, connectToBus } from '../../test/support/desktop/session-bus.mjs';

const prompter = 'org.gnome.keyring.internal.Prompter';
const daemon = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };

/**
 * The prompts that GNOME Keyring has on the screen, counted on the bus: those of GNOME's shell can't be seen from
 * outside, and gcr's own program outlives them. The interface is that of gcr 3.41.
 */
export class GnomePrompts {
  readonly #open = new Set<string>();
  readonly #monitor: MessageBus;

  private constructor(monitor: MessageBus) {
    this.#monitor = monitor;
    monitor.on('message', ({ type, interface: name, member, sender, body }) => {
      if (type === MessageType.METHOD_CALL && name === prompter) {
        const prompt = `${sender} ${body[0]}`;
        if (member === 'BeginPrompting') this.#open.add(prompt);
        if (member === 'StopPrompting') this.#open.delete(prompt);
      }
      // A keyring that ends takes its prompts along; so does the prompter.
      if (member === 'NameOwnerChanged' && body[2] === '') {
        if (body[0] === 'org.gnome.keyring.SystemPrompter') this.#open.clear();
        for (const prompt of this.#open) if (prompt.startsWith(`${body[0]} `)) this.#open.delete(prompt);
      }
    });
    // A monitor must not respond to calls it sees: the bus would disconnect it.
    monitor.addMethodHandler(() => true);
  }

  static async watch(busAddress: string): Promise<GnomePrompts> {
    const monitor = await connectToBus(busAddress);
    const prompts = new GnomePrompts(monitor);
    const rules = [`interface='${prompter}'`, "member='NameOwnerChanged'"];
    const become = { interface: 'org.freedesktop.DBus.Monitoring', member: 'BecomeMonitor', signature: 'asu' };
    await callMethod(monitor, { ...daemon, ...become, body: [rules, 0] });
    return prompts;
  }

  /** How many are open; more than one wait behind each other. */
  get open(): number {
    return this.#open.size;
  }

  close(): void {
    this.#monitor.disconnect();
  }
}
