import { words } from '../words.ts';

/** States that nothing in the window is real. */
export function DemoMark() {
  return <p class="demo-mark">{words.value.frame.demoMark}</p>;
}
