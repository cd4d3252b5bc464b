import { code, codeBlock, table } from '../../platform/text/markdown.ts';
import { listed } from '../../platform/text/wording.ts';
import { wavesOf } from '../graph.ts';
import { type GraphNode, isDrawn, LARGEST_GRAPH, mermaid } from './mermaid.ts';
import { iconOf } from './status-words.ts';

const MOST_NAMES = 40;
const MOST_WAVES = 100;

/** The graph as GitHub draws it; where it would not, or nobody could read it, the waves as a table that says so. */
export function graphSection(nodes: readonly GraphNode[]): string {
  if (nodes.length > LARGEST_GRAPH)
    return waveTable(
      nodes,
      `a picture of ${nodes.length} components could not be read (at most ${LARGEST_GRAPH} are drawn)`,
    );
  const graph = mermaid(nodes);
  if (graph === undefined) return waveTable(nodes, 'in a picture of it the text would be too small to read');
  if (!isDrawn(graph)) return waveTable(nodes, 'GitHub draws at most 500 arrows in 50,000 characters');
  return codeBlock(graph, 'mermaid');
}

/** The same where there is no room for a table instead: nothing where GitHub would not draw it, or nobody could read it. */
export function graphAlone(nodes: readonly GraphNode[]): string {
  const graph = nodes.length > LARGEST_GRAPH ? undefined : mermaid(nodes);
  return graph !== undefined && isDrawn(graph) ? codeBlock(graph, 'mermaid') : '';
}

/** What can go at the same time, a row a wave. */
function waveTable(nodes: readonly GraphNode[], because: string): string {
  const statuses = new Map(nodes.map(({ id, status }) => [id, status]));
  const named = (id: string) => {
    const status = statuses.get(id);
    return status === undefined ? code(id) : `${iconOf(status)}\u00a0${code(id)}`;
  };
  const waves = wavesOf(nodes);
  const rows = waves
    .slice(0, MOST_WAVES)
    .map((wave, index) => [String(index + 1), String(wave.length), listed(wave.map(named), 'and', MOST_NAMES)]);
  const more = waves.length > MOST_WAVES ? `\n\nAnd ${waves.length - MOST_WAVES} more waves.` : '';
  return `The graph is left out: ${because}. By wave:\n\n${table(['Wave', 'Count', 'Components'], rows)}${more}`;
}
