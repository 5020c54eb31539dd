import { render } from 'preact';
import { App } from './app.tsx';
import { start } from './start.ts';

/** How long the window stays empty before it says that it is starting, in milliseconds. */
const startingDelay = 400;

const root = document.getElementById('window');

/** Draws the window, if it isn't there yet. */
function draw(): void {
  clearTimeout(late);
  if (root !== null && root.firstChild === null) render(<App />, root);
}

// With the first snapshot at once: drawing something before would delay it.
const late = setTimeout(draw, startingDelay);
void start().then(draw);
