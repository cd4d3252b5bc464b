export interface Node {
  readonly id: string;
  /** Ids; those that are not among the nodes are taken as satisfied. */
  readonly needs: readonly string[];
}

/**
 * Ids by depth: a wave holds what needs nothing but earlier waves, in the order given. What is on a cycle, or needs
 * something on one, is in no wave. Linear in nodes and needs.
 */
export function wavesOf(nodes: readonly Node[]): string[][] {
  const open = openNeeds(nodes);
  const dependents = dependentsByNeed(nodes);
  const waves: string[][] = [];
  let wave = nodes.filter(({ id }) => open.get(id) === 0).map(({ id }) => id);
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  while (wave.length > 0) {
    waves.push(wave);
    const next: string[] = [];
    for (const id of wave) {
      for (const dependent of dependents.get(id) ?? []) {
        const left = (open.get(dependent) ?? 0) - 1;
        open.set(dependent, left);
        if (left === 0) next.push(dependent);
      }
    }
    wave = next.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
  return waves;
}

/**
 * Cycles that have no node in common, each as its path with the first id repeated at the end: `a, b, a` says that a needs
 * b and b needs a. Empty exactly where there is no cycle. Linear in nodes and needs.
 */
export function findCycles(nodes: readonly Node[]): string[][] {
  const ordered = new Set(wavesOf(nodes).flat());
  const stuck = new Map(nodes.filter(({ id }) => !ordered.has(id)).map(({ id, needs }) => [id, needs]));
  const place = new Map([...stuck.keys()].map((id, index) => [id, index]));
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const start of stuck.keys()) {
    // A node that no wave holds needs another such node, so a walk along these needs runs into a cycle or an older walk.
    const walk = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && !seen.has(id)) {
      seen.add(id);
      walk.set(id, walk.size);
      id = stuck.get(id)?.find((need) => stuck.has(need));
    }
    const from = id === undefined ? undefined : walk.get(id);
    if (from !== undefined) cycles.push(closed([...walk.keys()].slice(from), place));
  }
  return cycles;
}

/** The cycle begun at the node that comes first in the manifest. */
function closed(cycle: readonly string[], place: ReadonlyMap<string, number>): string[] {
  const first = cycle.indexOf([...cycle].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))[0] ?? '');
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, ...turned.slice(0, 1)];
}

/** From a need to what needs it, without what follows from others: of `a → b → c` and `a → c` the last one says nothing new. */
export function essentialNeeds(nodes: readonly Node[]): (readonly [from: string, to: string])[] {
  const behind = new Map(nodes.map(({ id }) => [id, withNeeds(nodes, [id])]));
  return nodes.flatMap(({ id, needs }) => {
    const own = [...new Set(needs)].filter((need) => behind.has(need) && need !== id);
    const isImplied = (need: string) => own.some((other) => other !== need && behind.get(other)?.has(need));
    return own.filter((need) => !isImplied(need)).map((need) => [need, id] as const);
  });
}

/** The given ids and everything that needs them, directly or not. */
export function withDependents(nodes: readonly Node[], ids: Iterable<string>): Set<string> {
  const dependents = dependentsByNeed(nodes);
  return closure(ids, (id) => dependents.get(id) ?? []);
}

/** The given ids and everything they need, directly or not. */
export function withNeeds(nodes: readonly Node[], ids: Iterable<string>): Set<string> {
  const needs = new Map(nodes.map((node) => [node.id, node.needs]));
  return closure(ids, (id) => (needs.get(id) ?? []).filter((need) => needs.has(need)));
}

function closure(ids: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  // A Set hands out what is added while it is walked.
  const reached = new Set(ids);
  for (const id of reached) for (const other of next(id)) reached.add(other);
  return reached;
}

function openNeeds(nodes: readonly Node[]): Map<string, number> {
  const ids = new Set(nodes.map(({ id }) => id));
  return new Map(nodes.map(({ id, needs }) => [id, needs.filter((need) => ids.has(need)).length]));
}

function dependentsByNeed(nodes: readonly Node[]): Map<string, string[]> {
  const dependents = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { id, needs } of nodes) for (const need of needs) dependents.get(need)?.push(id);
  return dependents;
}
