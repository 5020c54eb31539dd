const fields = 'input:not([type="checkbox"], [type="radio"]), select, textarea';

/** Whether keys pressed there are input for a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(fields);
}
