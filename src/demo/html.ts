import type { ServerResponse } from 'node:http';

/** Escapes text for HTML, in content and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Returns a complete page in the style of the simulation; `content` is HTML. Its banner says that none of this is real.
 */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} · simulated OctoEverywhere</title>
<style>
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
header { padding: .6rem 1.5rem; background: #5b3cc4; color: #fff; font-size: .875rem; }
main { max-width: 34rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
ul { list-style: none; padding: 0; }
li, dl { border: 1px solid var(--line); border-radius: .6rem; padding: .75rem 1rem; margin: 0 0 .6rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dt { opacity: .75; } dd { margin: 0; }
.choice { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.choice span { flex: 1; font-weight: 600; overflow-wrap: anywhere; }
.aside { font-size: .875rem; opacity: .75; }
a { color: inherit; }
form { display: inline; }
button { font: inherit; padding: .4rem 1rem; border-radius: .5rem; border: 1px solid var(--line); background: var(--soft);
  color: inherit; cursor: pointer; }
button.first { background: #5b3cc4; border-color: #5b3cc4; color: #fff; }
</style></head><body>
<header>This is OctoGlance’s simulated OctoEverywhere on your own computer. No real printer or account is involved.</header>
<main><h1>${escaped(title)}</h1>
${content}
</main></body></html>
`;
}

export interface Page {
  readonly status: number;
  readonly html: string;
  /** Shows a current state, so the browser reloads it every few seconds. */
  readonly live?: boolean;
}

/** Sends a page. It may not run scripts or be framed: even a simulation should not be a security hole. */
export function sendPage(response: ServerResponse, { status, html, live = false }: Page): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    ...(live ? { Refresh: '3' } : {}),
  });
  response.end(html);
}
