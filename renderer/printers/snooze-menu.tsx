import { useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { useCloseOnResize } from '../components/menu-resize.ts';
import { messages } from '../messages.ts';
import { snooze } from './requests.ts';

const menuId = 'snooze-menu';

/** Holds notifications back for a while. The menu closes with Escape or a click outside, like every popover. */
export function SnoozeMenu() {
  const menu = useRef<HTMLFieldSetElement>(null);
  useCloseOnResize(menu);
  const texts = messages.value.quiet;
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
        aria-label={texts.snooze}
        title={texts.snooze}
      >
        <Icon name="bell" />
      </button>
      <fieldset ref={menu} id={menuId} popover="auto" class="menu snooze-menu">
        <legend class="visually-hidden">{texts.snooze}</legend>
        <p class="menu-title" aria-hidden="true">
          {texts.snooze}
        </p>
        <button type="button" class="menu-entry" autofocus onClick={() => choose('hour')}>
          {texts.forAnHour}
        </button>
        <button type="button" class="menu-entry" onClick={() => choose('until-tomorrow')}>
          {texts.untilTomorrow}
        </button>
      </fieldset>
    </>
  );
}
