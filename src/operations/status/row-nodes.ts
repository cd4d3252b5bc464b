import type { Node } from '../../train/graph.ts';
import type { StatusRow } from './status.ts';

/** The rows as a graph, by their keys: of several manifests each has its own ids. */
export function nodesOf(rows: readonly StatusRow[]): Node[] {
  return rows.map(({ key, id, manifest, needs }) => ({
    id: key,
    needs: key === id ? needs : needs.map((need) => `${manifest}/${need}`),
  }));
}
