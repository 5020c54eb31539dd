import { useRef } from 'preact/hooks';
import { DemoMark } from '../components/demo-mark.tsx';
import { useEdgeOfWindow } from '../components/edge-of-window.ts';
import { Icon } from '../components/icon.tsx';
import { StatusShape } from '../components/status-shape.tsx';
import { messages } from '../messages.ts';
import { filterOffered } from '../state/filter.ts';
import { appState, printerIds } from '../state/fleet.ts';
import { headingId, open } from '../state/screen.ts';
import { FilterBar } from './filter-bar.tsx';
import { refreshAll } from './requests.ts';
import { SnoozeMenu } from './snooze-menu.tsx';

/**
 * A headline with several kinds of problems doesn't fit on one line of a small window, so it gets smaller characters.
 */
const longHeadline = 45;

/** The overall status in one line, and the actions for all printers. */
export function PrintersHeader() {
  const header = useRef<HTMLElement>(null);
  useEdgeOfWindow(header, 'start');
  const glance = appState.value?.glance;
  const texts = messages.value.overview;
  return (
    <header ref={header} class="bar">
      <StatusShape state={glance?.state ?? 'checking'} stale={glance?.stale ?? false} large />
      <h1 id={headingId} tabIndex={-1} data-long={(glance?.headline.length ?? 0) > longHeadline}>
        {glance?.headline}
      </h1>
      {appState.value?.demo === true ? <DemoMark /> : null}
      <div class="bar-actions">
        {printerIds.value.length < 2 ? null : (
          <button
            type="button"
            class="icon-button"
            aria-label={texts.refreshAll}
            title={texts.refreshAll}
            onClick={refreshAll}
          >
            <Icon name="refresh" />
          </button>
        )}
        {printerIds.value.length > 0 && appState.value?.settings.notifications === true ? <SnoozeMenu /> : null}
        <button
          type="button"
          class="icon-button"
          id="open-settings"
          aria-label={texts.settings}
          title={texts.settings}
          onClick={() => open({ name: 'settings' })}
        >
          <Icon name="sliders" />
        </button>
        <button
          type="button"
          class="button add"
          id="add-printer"
          title={texts.addPrinter}
          onClick={() => open({ name: 'connect', printer: null, way: 'choose' })}
        >
          <Icon name="plus" />
          <span class="add-words">{texts.addPrinter}</span>
        </button>
      </div>
      {filterOffered.value ? <FilterBar /> : null}
    </header>
  );
}
