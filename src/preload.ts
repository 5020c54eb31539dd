import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './ipc/contract.ts';

/** The whole of what the window can do: ask the main process by the contract, and hear from it. */
const bridge: Bridge = {
  request: (name, ...args) => ipcRenderer.invoke(name, ...args),
  on: (name, listener) => {
    const heard = (_event: Electron.IpcRendererEvent, ...args: unknown[]) => {
      (listener as (...heardArgs: unknown[]) => void)(...args);
    };
    ipcRenderer.on(name, heard);
    return () => ipcRenderer.off(name, heard);
  },
};

contextBridge.exposeInMainWorld('octoglance', bridge);
