import { expect, test } from 'vitest';
import { keyLabel } from '../../../renderer/components/key-label.ts';

test.each([
  ['Ctrl', '⌘'],
  ['Strg', '⌘'],
  ['Alt', '⌥'],
  ['R', 'R'],
])('The key %s is labelled %s on macOS, and the same elsewhere', (key, label) => {
  expect(keyLabel(key, true)).toBe(label);
  expect(keyLabel(key, false)).toBe(key);
});
