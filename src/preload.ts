import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Refusal, Reply } from './ipc/contract.ts';

/** The whole of what the window can do: ask the main process by the contract, and hear from it. */
const bridge: Bridge = {
  request: async (name, ...args) => {
    const reply: Reply<never> = await ipcRenderer.invoke(name, ...args).catch(unsent);
    if ('refused' in reply) throw new Error(reply.refused);
    return reply.answer;
  },
  on: (name, listener) => {
    const heard = (_event: Electron.IpcRendererEvent, ...args: unknown[]) => {
      (listener as (...heardArgs: unknown[]) => void)(...args);
    };
    ipcRenderer.on(name, heard);
    return () => ipcRenderer.off(name, heard);
  },
};

/** There is no such request, or what was given to it cannot be sent. Electron's own error repeats some of it. */
function unsent(): { readonly refused: Refusal } {
  return { refused: 'does-not-fit' };
}

contextBridge.exposeInMainWorld('octoglance', bridge);
