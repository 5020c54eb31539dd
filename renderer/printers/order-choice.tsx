import { Icon } from '../parts/icon.tsx';
import { listOrders } from '../state/group-printers.ts';
import { listOrder } from '../state/order.ts';
import { words } from '../words.ts';

/** How a long list is put in order. */
export function OrderChoice() {
  const said = words.value.list;
  return (
    <span class="select order-choice">
      <select
        aria-label={said.order}
        title={said.order}
        value={listOrder.value}
        onChange={({ currentTarget }) => {
          listOrder.value = listOrders.find((one) => one === currentTarget.value) ?? listOrder.value;
        }}
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
