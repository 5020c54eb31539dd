/** Whether a dialog or a menu covers the window: keys then belong to it. */
export function isOverlaid(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}
