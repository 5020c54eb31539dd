/** Whether a dialog or a menu lies over the window: keys are for it then, and not for what is below. */
export function isOverlaid(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}
