import type { CDPSession, Page } from '@playwright/test';
import { withTimeout } from '../../../src/timers/with-timeout.ts';

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value: string };
  readonly name?: { readonly value?: string };
  readonly value?: { readonly value?: unknown };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** What a screen reader gets of a page: Chromium's accessibility tree, in reading order. */
export class ScreenReader {
  readonly #cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async of(window: Page): Promise<ScreenReader> {
    const cdp = await window.context().newCDPSession(window);
    await cdp.send('Accessibility.enable');
    return new ScreenReader(cdp);
  }

  /** The focused element: its role, name and state, such as `button "Voron" collapsed`; '' if there is none. */
  readonly focused = async (): Promise<string> => {
    return (
      (await this.#nodes())
        .filter((node) => property(node, 'focused') === true && isWanted(node))
        .map(spoken)
        .at(-1) ?? ''
    );
  };

  /** All elements with one of these roles, in reading order. */
  async all(...roles: readonly string[]): Promise<readonly string[]> {
    return (await this.#nodes()).filter(({ role }) => roles.includes(role?.value ?? '')).map(spoken);
  }

  /** Elements that can get the focus but have no name. */
  async anonymous(): Promise<readonly string[]> {
    const focusable = (await this.#nodes()).filter((node) => property(node, 'focusable') === true && isWanted(node));
    return focusable.filter(({ name }) => (name?.value ?? '').trim() === '').map(spoken);
  }

  /** Chromium sometimes never responds to one of these requests, but does to the next. */
  async #tree(): Promise<readonly Node[]> {
    const ask = async () => (await this.#cdp.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
    for (let left = 4; ; left -= 1) {
      const answered = withTimeout(10_000, ask());
      if (left === 0) return (await answered).nodes;
      const tree = await answered.catch(() => null);
      if (tree !== null) return tree.nodes;
    }
  }

  async #nodes(): Promise<readonly Node[]> {
    const nodes = await this.#tree();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inOrder = (node: Node | undefined): readonly Node[] =>
      node === undefined
        ? []
        : [...(node.ignored ? [] : [node]), ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)))];
    return inOrder(nodes[0]);
  }
}

/** The page itself is reported as focused along with the element in it. */
function isWanted({ role }: Node): boolean {
  return role?.value !== 'RootWebArea';
}

function property({ properties }: Node, name: string): unknown {
  return properties?.find((one) => one.name === name)?.value.value;
}

function spoken(node: Node): string {
  const expanded = property(node, 'expanded');
  const pressed = property(node, 'pressed');
  const checked = property(node, 'checked');
  const states = [
    expanded === undefined ? null : expanded === true ? 'expanded' : 'collapsed',
    pressed === undefined ? null : pressed === 'true' || pressed === true ? 'pressed' : 'not pressed',
    checked === undefined ? null : checked === 'true' ? 'on' : 'off',
  ].filter((state) => state !== null);
  return [`${node.role?.value} “${(node.name?.value ?? '').trim()}”`, ...states].join(', ');
}
