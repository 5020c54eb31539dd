import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { Bridge, Refusal, Reply } from './contract/contract.ts';

/** Everything the window can do: send requests defined by the contract, and receive messages. */
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

/** There is no such request, or its arguments can't be sent. Electron's own error would repeat some of them. */
function unsent(): { readonly refused: Refusal } {
  return { refused: 'does-not-fit' };
}

/**
 * WebRTC resolves any host name it is given, and no Chromium policy prevents that, so it is removed from the page. A
 * frame would have it again, which is why frames end the page (desktop/window/web-contents-security.ts).
 */
void webFrame.executeJavaScript(
  "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete globalThis[name]",
);

contextBridge.exposeInMainWorld('octoglance', bridge);
