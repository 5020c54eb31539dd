import { LinkButton } from '../parts/link-button.tsx';
import { StatusShape } from '../parts/status-shape.tsx';
import { beginSignIn } from '../screens/sign-in.ts';
import { listPlace } from '../state/failures.ts';
import { open } from '../state/screen.ts';

/** What this is and how to begin. */
export function NoPrinters() {
  return (
    <section class="empty" aria-labelledby="empty-title">
      <div class="empty-shapes" aria-hidden="true">
        <StatusShape state="online" large />
        <StatusShape state="offline" large />
        <StatusShape state="reconnect-needed" large />
      </div>
      <h2 id="empty-title">See your printers at a glance</h2>
      <p>
        OctoGlance sits in your system tray and shows whether your 3D printers are connected to OctoEverywhere. When one
        drops, it tells you.
      </p>
      <div class="empty-actions">
        <button type="button" class="button primary" onClick={() => beginSignIn(null, listPlace)}>
          Sign in with OctoEverywhere
        </button>
        <button type="button" class="button" onClick={() => open({ name: 'connect', printer: null, way: 'paste' })}>
          Paste a token instead
        </button>
      </div>
      <p class="empty-more">
        Printer not on OctoEverywhere yet? <LinkButton link="get-started" place={listPlace} words="Set up a printer" />
      </p>
    </section>
  );
}
