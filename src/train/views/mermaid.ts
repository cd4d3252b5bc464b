import type { ComponentStatus } from '../machine/state.ts';
import { layoutOf, SPACING } from './graph-layout.ts';

/** One box of a graph; texts come from anywhere. */
export interface GraphNode {
  readonly id: string;
  /** One line each. */
  readonly lines: readonly string[];
  readonly needs: readonly string[];
  /** A component's status in a train; a plan has none. */
  readonly status?: ComponentStatus;
  /** It is why the others were rolled back, although its status says only that it was, too. */
  readonly isCulprit?: boolean;
}

/** Fill, border and text of a status; each pair is readable on GitHub's light and dark pages. */
const LOOKS = {
  waiting: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
  active: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#044f1e',
  failed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
  culprit: 'fill:#fff8c5,stroke:#cf222e,color:#82071e,stroke-width:4px',
  stopped: 'fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
} as const;

type Look = keyof typeof LOOKS;

/** A status that the machine learns does not compile without a colour. */
const LOOK_OF_STATUS: Readonly<Record<ComponentStatus, Look>> = {
  pending: 'waiting',
  dispatching: 'active',
  running: 'active',
  verifying: 'active',
  succeeded: 'succeeded',
  skipped: 'succeeded',
  failed: 'failed',
  'timed-out': 'failed',
  'rollback-failed': 'failed',
  blocked: 'stopped',
  cancelled: 'stopped',
  'rolling-back': 'stopped',
  'rolled-back': 'stopped',
};

/** In components; GitHub draws larger graphs slowly, or not at all. */
export const LARGEST_GRAPH = 100;

/** Of a text, and of what stands in one line of a box; in characters. */
const LONGEST_LINE = 80;
const WIDEST_LINE = 18;

/** Beyond these GitHub shows an error in place of the graph: https://mermaid.js.org/config/schema-docs/config.html */
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;

/** Whether GitHub draws this flowchart. */
export function isDrawn(graph: string): boolean {
  return graph.length <= MOST_CHARACTERS && graph.split(' --> ').length - 1 <= MOST_EDGES;
}

/**
 * A Mermaid flowchart of who needs whom, coloured where a status is given. Ids are generated and labels are quoted and
 * escaped, so that no text can break out of its box, of the graph, or of a fenced block around it.
 */
export function mermaid(given: readonly GraphNode[]): string | undefined {
  const nodes = given.map((node) => ({ ...node, lines: node.lines.flatMap(wrapped) }));
  const names = new Map(nodes.map(({ id }, index) => [id, `c${index}`]));
  const layout = layoutOf(nodes);
  if (!layout) return undefined;
  const { direction, arrows, ties } = layout;
  const boxes = nodes.map(({ id, lines }) => `  ${names.get(id)}["${lines.map(label).join('<br/>')}"]`);
  const drawn = (pairs: readonly (readonly [string, string])[], arrow: string) =>
    pairs.map(([from, to]) => `  ${names.get(from)} ${arrow} ${names.get(to)}`);
  return [
    `%%{init: {"flowchart": {"nodeSpacing": ${SPACING.node}, "rankSpacing": ${SPACING.rank}, "padding": ${SPACING.padding}}}}%%`,
    `flowchart ${direction}`,
    ...boxes,
    ...drawn(arrows, '-->'),
    ...drawn(ties, '~~~'),
    ...classes(nodes, names),
  ].join('\n');
}

/** A line in parts that a box has room for, broken after a hyphen, a slash or a blank where there is one. */
function wrapped(line: string): string[] {
  const parts: string[] = [];
  let rest = [...line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')];
  if (rest.length > LONGEST_LINE) rest = [...rest.slice(0, LONGEST_LINE - 1), '…'];
  while (rest.length > WIDEST_LINE) {
    const at = rest.slice(0, WIDEST_LINE).findLastIndex((sign) => '-/ _.'.includes(sign)) + 1;
    parts.push(rest.splice(0, at >= WIDEST_LINE / 3 ? at : WIDEST_LINE).join(''));
  }
  return [...parts, rest.join('')];
}

function classes(nodes: readonly GraphNode[], names: ReadonlyMap<string, string>): string[] {
  const members = new Map<Look, string[]>();
  for (const { id, status, isCulprit } of nodes) {
    if (status === undefined) continue;
    const look = isCulprit ? 'culprit' : LOOK_OF_STATUS[status];
    members.set(look, [...(members.get(look) ?? []), names.get(id) ?? '']);
  }
  return [...members].flatMap(([look, ids]) => [
    `  classDef ${look} ${LOOKS[look]}`,
    `  class ${ids.join(',')} ${look}`,
  ]);
}

/** Everything but letters, digits and a few harmless signs as Mermaid's character codes: `#` and the code point and `;`. */
function label(text: string): string {
  return [...text]
    .map((sign) => (/[\p{L}\p{M}\p{N} .,:/@+→…·_-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
    .join('');
}
