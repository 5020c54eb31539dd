import { Message, MessageType } from '@jellybrick/dbus-next';
import type { Desktop } from './desktop.mjs';
import { connectToBus } from './session-bus.mjs';

const name = 'org.gnome.keyring.SystemPrompter';

/** Stands where GNOME's prompter does, and is the user who never answers: each prompt stays open. */
export interface Prompter {
  /** Prompts that the keyring wanted so far. */
  readonly wanted: number;
  close(): void;
}

/** Takes the prompter's place on the desktop. Its interface is that of gcr 3.41. */
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
