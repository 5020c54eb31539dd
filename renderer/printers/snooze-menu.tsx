import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';
import { snooze } from './deeds.ts';

const menuId = 'snooze-menu';

/** Holds notifications back for a while. The menu closes with Escape or a click beside it, as every popover does. */
export function SnoozeMenu() {
  const menu = useRef<HTMLFieldSetElement>(null);
  const said = words.value.quiet;
  const choose = (length: 'hour' | 'until-tomorrow') => {
    menu.current?.hidePopover();
    void snooze(length);
  };
  return (
    <>
      <button
        type="button"
        class="icon-button snooze-button"
        popovertarget={menuId}
        aria-label={said.snooze}
        title={said.snooze}
      >
        <Icon name="bell" />
      </button>
      <fieldset ref={menu} id={menuId} popover="auto" class="menu snooze-menu">
        <legend class="visually-hidden">{said.snooze}</legend>
        <p class="menu-title" aria-hidden="true">
          {said.snooze}
        </p>
        <button type="button" class="menu-entry" autofocus onClick={() => choose('hour')}>
          {said.forAnHour}
        </button>
        <button type="button" class="menu-entry" onClick={() => choose('until-tomorrow')}>
          {said.untilTomorrow}
        </button>
      </fieldset>
    </>
  );
}
