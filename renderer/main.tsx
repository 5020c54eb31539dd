import { render } from 'preact';
import { App } from './app.tsx';
import { start } from './start.ts';

const root = document.getElementById('window');
if (root !== null) render(<App />, root);
void start();
