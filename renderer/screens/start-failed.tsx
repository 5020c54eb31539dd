import { MessageBox } from '../parts/message-box.tsx';

const message = {
  title: 'The window can’t reach OctoGlance',
  text: 'It got no answer about your printers, which are still watched. Try again; if that does not help, quit OctoGlance from its tray menu and start it anew.',
  smallPrint: 'Request get-snapshot',
};

/** Shown instead of everything else when the first snapshot could not be had. */
export function StartFailedScreen({ retry }: { retry: () => void }) {
  return (
    <main class="page page-narrow">
      <h1 class="visually-hidden">OctoGlance</h1>
      <MessageBox message={message} tone="warning">
        <button type="button" class="button primary" onClick={retry}>
          Try again
        </button>
      </MessageBox>
    </main>
  );
}
