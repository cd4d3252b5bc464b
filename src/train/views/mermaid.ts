import type { ComponentStatus } from '../machine/state.ts';

/** One box of a graph; texts come from anywhere. */
export interface GraphNode {
  readonly id: string;
  /** One line each. */
  readonly lines: readonly string[];
  readonly needs: readonly string[];
  /** A component's status in a train; a plan has none. */
  readonly status?: ComponentStatus;
}

/** Fill, border and text of a status; each pair is readable on GitHub's light and dark pages. */
const LOOKS = {
  waiting: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
  active: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#044f1e',
  failed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
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
export const LARGEST_GRAPH = 200;

const LONGEST_LINE = 80;

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
export function mermaid(nodes: readonly GraphNode[]): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `c${index}`]));
  const boxes = nodes.map(({ id, lines }) => `  ${names.get(id)}["${lines.map(label).join('<br/>')}"]`);
  const arrows = nodes.flatMap(({ id, needs }) =>
    needs.filter((need) => names.has(need)).map((need) => `  ${names.get(need)} --> ${names.get(id)}`),
  );
  return ['flowchart LR', ...boxes, ...arrows, ...classes(nodes, names)].join('\n');
}

function classes(nodes: readonly GraphNode[], names: ReadonlyMap<string, string>): string[] {
  const members = new Map<Look, string[]>();
  for (const { id, status } of nodes) {
    if (status === undefined) continue;
    const look = LOOK_OF_STATUS[status];
    members.set(look, [...(members.get(look) ?? []), names.get(id) ?? '']);
  }
  return [...members].flatMap(([look, ids]) => [
    `  classDef ${look} ${LOOKS[look]}`,
    `  class ${ids.join(',')} ${look}`,
  ]);
}

/** Everything but letters, digits and a few harmless signs as Mermaid's character codes: `#` and the code point and `;`. */
function label(text: string): string {
  const flat = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')];
  const shown = flat.length > LONGEST_LINE ? [...flat.slice(0, LONGEST_LINE - 1), '…'] : flat;
  return shown
    .map((sign) => (/[\p{L}\p{M}\p{N} .,:/@+→…·_-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
    .join('');
}
