import { findCycles, wavesOf } from '../../train/graph.ts';
import type { WorkspacePackage } from '../workspace/member.ts';

/** The packages in the order in which they can be published, and where that order cannot be kept. */
interface PublishOrder {
  /** Names by depth of what they need to be installed (development dependencies do not count), each wave by name. */
  readonly waves: readonly (readonly string[])[];
  /** A sentence for each need that is not published first, because it needs its dependent, too. */
  readonly broken: readonly string[];
}

interface Node {
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * Orders packages as well as they can be: packages that need each other cannot all be first, and no changesets and no package
 * manager minds. A need that only a peer has is given up before others.
 */
export function publishOrder(packages: readonly WorkspacePackage[]): PublishOrder {
  const byName = new Map(packages.map((one) => [one.name, one]));
  let nodes: Node[] = [...byName.values()].map(({ name, dependencies }) => ({
    id: name,
    needs: [...new Set(dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name))].filter(
      (need) => need !== name && byName.has(need),
    ),
  }));
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const broken: string[] = [];
  for (let cycles = findCycles(nodes); cycles.length > 0; cycles = findCycles(nodes)) {
    const given = new Map(cycles.map((cycle) => weakest(cycle, byName)));
    nodes = nodes.map(({ id, needs }) => ({ id, needs: needs.filter((need) => given.get(id) !== need) }));
    for (const cycle of cycles)
      broken.push(
        `${cycle.join(' → ')} need each other: they are published one after the other, and the first cannot be installed before the last is there.`,
      );
  }
  return { waves: wavesOf(nodes), broken };
}

/** The need to give up: of a peer, where there is one; else that of the package that comes first by name. */
function weakest(cycle: readonly string[], packages: ReadonlyMap<string, WorkspacePackage>): [string, string] {
  const edges = cycle.slice(0, -1).map((id, index): [string, string] => [id, cycle[index + 1] ?? id]);
  const kinds = ([id, need]: readonly [string, string]) =>
    (packages.get(id)?.dependencies ?? []).filter(({ name }) => name === need).map(({ kind }) => kind);
  const byPeers = edges.find((edge) =>
    kinds(edge).every((kind) => kind === 'peerDependencies' || kind === 'devDependencies'),
  );
  return byPeers ?? edges[0] ?? ['', ''];
}
