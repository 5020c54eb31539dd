import { listOrders } from '../../src/domain/settings.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { listTarget, showFailure } from '../state/failures.ts';
import { sortAgain } from '../state/held-states.ts';
import { changeSettings, settings } from '../state/settings.ts';

/** How a long list is sorted; saved like any other setting. */
export function OrderChoice() {
  const texts = messages.value.list;
  const choose = async (wanted: string) => {
    const listOrder = listOrders.find((one) => one === wanted);
    if (listOrder === undefined) return;
    showFailure(listTarget, await changeSettings(() => ({ listOrder })));
    // Who chooses an order wants to see it, wherever the pointer rests.
    sortAgain();
  };
  return (
    <span class="select order-choice">
      <select
        aria-label={texts.order}
        title={texts.order}
        value={settings.value?.listOrder}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {listOrders.map((one) => (
          <option key={one} value={one}>
            {texts.orders[one]}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
