import { messages } from '../messages.ts';

const states = ['connected', 'disconnected', 'unknown'] as const;

/** Explains the heights and colours of a timeline. */
export function Legend() {
  return (
    <ul class="legend">
      {states.map((state) => (
        <li key={state}>
          <span class="legend-sign" data-state={state} aria-hidden="true" />
          {messages.value.history.state[state]}
        </li>
      ))}
    </ul>
  );
}
