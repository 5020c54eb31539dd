/** Says that nothing in the window is real. */
export function DemoMark() {
  return <p class="demo-mark">Demo: simulated printers</p>;
}
