import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { messages } from '../messages.ts';
import { appState } from '../state/fleet.ts';
import { headingId, leave } from '../state/screen.ts';
import { DemoMark } from './demo-mark.tsx';
import { useEdgeOfWindow } from './edge-of-window.ts';
import { Icon } from './icon.tsx';

/** A screen with a back button to the printers; Escape does the same. */
export function SubScreen({
  title,
  wide = false,
  children,
}: {
  title: ComponentChildren;
  /** For charts and tables rather than text. */
  wide?: boolean;
  children: ComponentChildren;
}) {
  const header = useRef<HTMLElement>(null);
  useEdgeOfWindow(header, 'start');
  const width = wide ? 'wide' : 'narrow';
  return (
    <>
      <header ref={header} class={`bar bar-${width}`}>
        <button
          type="button"
          class="icon-button"
          aria-label={messages.value.frame.back}
          title={messages.value.frame.backTitle}
          onClick={leave}
        >
          <Icon name="back" />
        </button>
        <h1 id={headingId} tabIndex={-1}>
          {title}
        </h1>
        {appState.value?.demo === true ? <DemoMark /> : null}
      </header>
      <main class={`page page-${width}`}>{children}</main>
    </>
  );
}
