import { messages } from '../messages.ts';

/** States that nothing in the window is real. */
export function DemoMark() {
  return <p class="demo-mark">{messages.value.frame.demoMark}</p>;
}
