const fields = 'input:not([type="checkbox"], [type="radio"]), select, textarea';

/** Whether keys that come there are for a field to be filled in. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(fields);
}
