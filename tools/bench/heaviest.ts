/** V8's format: a tree of calls, and the current node of each sample. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

const most = 30;

/**
 * The functions in which most time was spent, including their callees, as rows of name and milliseconds divided by
 * `parts`. Idle time and the root are left out.
 */
export function heaviest(profile: CpuProfile, parts: number): readonly (readonly [name: string, time: string])[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const times = new Map<string, number>();
  for (const [at, sample] of profile.samples.entries()) {
    const seen = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const node = nodes.get(id);
      if (node !== undefined) seen.add(nameOf(node.callFrame));
    }
    for (const name of seen) times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[at] ?? 0) / 1_000);
  }
  return [...times]
    .filter(([name]) => !/^\((root|idle|program)\)$/.test(name))
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name, time]) => [name, (time / parts).toFixed(1)]);
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.split('/').at(-1) ?? '';
  const name = functionName === '' ? 'anonymous' : functionName;
  return file === '' ? name : `${name} ${file}:${lineNumber + 1}`;
}
