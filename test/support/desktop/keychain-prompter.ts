import { Message, MessageType } from '@jellybrick/dbus-next';
import type { Desktop } from './desktop.mjs';
import { connectToBus } from './session-bus.mjs';

const name = 'org.gnome.keyring.SystemPrompter';

/** Replaces GNOME's prompter with one whose user never answers: each prompt stays open. */
export interface Prompter {
  /** How many prompts the keyring has requested so far. */
  readonly wanted: number;
  close(): void;
}

/** Replaces the prompter on the desktop. The interface is that of gcr 3.41. */
export async function neverAnswerPrompts(desktop: Desktop): Promise<Prompter> {
  const bus = await connectToBus(desktop.busAddress);
  let wanted = 0;
  bus.addMethodHandler((message: Message) => {
    if (message.type !== MessageType.METHOD_CALL || message.interface !== 'org.gnome.keyring.internal.Prompter') {
      return false;
    }
    if (message.member === 'BeginPrompting') wanted += 1;
    bus.send(Message.newMethodReturn(message));
    return true;
  });
  await bus.requestName(name, 0);
  return {
    get wanted() {
      return wanted;
    },
    close: () => bus.disconnect(),
  };
}
