import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { Bridge, Refusal, Reply } from './contract/contract.ts';

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

/**
 * WebRTC looks up whatever name it is given, and no policy of Chromium's keeps it from that: the page does without it. A
 * frame would have it again, which is why frames end the page (desktop/page-guard.ts).
 */
void webFrame.executeJavaScript(
  "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete globalThis[name]",
);

contextBridge.exposeInMainWorld('octoglance', bridge);
