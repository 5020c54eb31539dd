import { render } from 'preact';
import { App } from './app.tsx';
import { start } from './start.ts';
import { applyLook } from './state/document-look.ts';

/** How long to wait for the printers before drawing without them, in milliseconds. */
const startingDelay = 200;

const root = document.getElementById('window');

/** Draws the window, if it isn't there yet. */
function draw(): void {
  clearTimeout(late);
  if (root !== null && root.firstChild === null) render(<App />, root);
}

applyLook();
// With the first snapshot at once: drawing something before would delay it.
const late = setTimeout(draw, startingDelay);
void start().then(draw);
