import { listOrders } from '../../src/domain/settings.ts';
import { Icon } from '../parts/icon.tsx';
import { listPlace, settle } from '../state/failures.ts';
import { changeSettings, settings } from '../state/settings.ts';
import { words } from '../words.ts';

/** How a long list is put in order; kept like any other setting. */
export function OrderChoice() {
  const said = words.value.list;
  const choose = async (wanted: string) => {
    const listOrder = listOrders.find((one) => one === wanted);
    if (listOrder !== undefined) settle(listPlace, await changeSettings(() => ({ listOrder })));
  };
  return (
    <span class="select order-choice">
      <select
        aria-label={said.order}
        title={said.order}
        value={settings.value?.listOrder}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {listOrders.map((one) => (
          <option key={one} value={one}>
            {said.orders[one]}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
