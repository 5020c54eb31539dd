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
  return { refused: 'invalid-arguments' };
}

/**
 * WebRTC resolves any host name it is given, and printing, which `execCommand` can do too, opens a system dialog that
 * looks for printers in the network. No Chromium policy prevents either, so they are removed from the page. A frame
 * would have them again, which is why frames end the page (desktop/window/web-contents-security.ts).
 */
void webFrame.executeJavaScript(
  `for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'print']) delete globalThis[name];
  delete Document.prototype.execCommand`,
);

contextBridge.exposeInMainWorld('octoglance', bridge);
