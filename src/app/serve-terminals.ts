import type { ProfileSocket } from '../status-command/serve.ts';
import type { StatusPresenter } from './status-presenter.ts';
import { TerminalActions, type TerminalActionsParts } from './terminal-actions.ts';

/** Starts handling commands from terminals, such as `octoglance status`. */
export function serveTerminals(
  parts: TerminalActionsParts & {
    readonly socket: Pick<ProfileSocket, 'answer'>;
    readonly statusPresenter: Pick<StatusPresenter, 'answer' | 'watch'>;
  },
): void {
  const { socket, statusPresenter } = parts;
  const actions = new TerminalActions(parts);
  socket.answer({
    status: () => statusPresenter.answer(),
    watch: (as, write) => statusPresenter.watch(as, write),
    act: (action) => actions.act(action),
  });
}
