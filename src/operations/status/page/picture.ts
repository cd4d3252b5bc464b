import { wavesOf, withDependents } from '../../../train/graph.ts';
import { nodesOf } from '../row-nodes.ts';
import type { StatusRow } from '../status.ts';
import { brief, type Html, html, plural } from './html.ts';
import { SIGNS, STATE_LOOKS } from './looks.ts';
import { BOX, layoutGraph } from './picture-layout.ts';

/** The components as a picture: who needs whom, and where each stands. */
export interface Picture {
  readonly markup: Html;
  /** How wide the graph is, and from which width of the window on it can be read, in pixels; undefined where only the map is. */
  readonly graph: { readonly from: number; readonly width: number } | undefined;
}

/** More boxes and their lines are no picture any more. */
const LARGEST_GRAPH = 60;
/** In pixels; what is wider would have to be drawn too small. */
const WIDEST_GRAPH = 1_900;
const LEAST_SCALE = 0.72;
/** What stands left and right of the picture. */
const MARGINS = 96;

/** A graph where it can be read, and beside it a map by waves for narrow windows, and for more components than a graph can hold. */
export function picture(rows: readonly StatusRow[]): Picture {
  const items = nodesOf(rows);
  const waves = wavesOf(items);
  if (rows.length === 0) return { markup: html``, graph: undefined };
  const map = waveMap(rows, waves);
  if (rows.length > LARGEST_GRAPH) return { markup: map, graph: undefined };
  const layout = layoutGraph(items);
  if (layout.width > WIDEST_GRAPH) return { markup: map, graph: undefined };
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const lines = layout.lines.map(({ from, path }) => {
    const isBlocked = ['failing', 'drift'].includes(byKey.get(from)?.state ?? '');
    return html`<path d="${path}"${isBlocked && html` class="held"`}/>`;
  });
  const boxes = rows.flatMap((row) => {
    const at = layout.boxes.get(row.key);
    return at ? [box(row, at)] : [];
  });
  const [width, height] = [layout.width + 4, layout.height + 4];
  const graph = html`<svg class="graph" viewBox="-2 -2 ${width} ${height}" role="img" aria-label="Graph of ${plural(rows.length, 'component')}: lines lead from each to what needs it. The table below says the same.">
    <g class="lines">${lines}</g>${boxes}
  </svg>`;
  return { markup: html`${graph}${map}`, graph: { from: Math.round(width * LEAST_SCALE) + MARGINS, width } };
}

/** Pixels that there are for a line, and that a letter of it may take; longer lines are set narrower, and cut where that is too much. */
const NAME = { room: BOX.width - 44, letter: 8, most: 26 } as const;
const NOTE = { room: BOX.width - 24, letter: 6.4, most: 32 } as const;

function box(row: StatusRow, { x, y }: { readonly x: number; readonly y: number }): Html {
  const { look } = STATE_LOOKS[row.state];
  return html`<g class="${look}" transform="translate(${x} ${Math.round(y)})">
    <title>${`${row.key}: ${noteOf(row)}`}</title>
    <rect width="${BOX.width}" height="${BOX.height}" rx="8"/>
    <text x="12" y="20"${narrowed(row.key, NAME)}>${brief(row.key, NAME.most)}</text>
    <text class="note" x="12" y="36"${narrowed(noteOf(row), NOTE)}>${brief(noteOf(row), NOTE.most)}</text>
    <text class="sign" x="${BOX.width - 12}" y="21">${SIGNS[look]}</text>
  </g>`;
}

function narrowed(text: string, { room, letter, most }: { room: number; letter: number; most: number }): Html | false {
  const letters = Math.min(most, [...text].length);
  return letters * letter > room && html` textLength="${room}" lengthAdjust="spacingAndGlyphs"`;
}

function noteOf({ state, tagged, registry, unreleased = 0 }: StatusRow): string {
  const version = tagged ?? registry ?? undefined;
  const word = state === 'unreleased' ? `${unreleased.toLocaleString('en-US')} unreleased` : STATE_LOOKS[state].word;
  return [version, word].filter((part) => part !== undefined).join(' · ');
}

/** Every component as a tile, wave by wave, the worst first: it fits into any width. */
function waveMap(rows: readonly StatusRow[], waves: readonly (readonly string[])[]): Html {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const states = Object.keys(STATE_LOOKS);
  const shown = waves.map((wave, index) => {
    const members = wave.flatMap((id) => byKey.get(id) ?? []);
    members.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
    const tiles = members.map((row) => {
      const { look, word } = STATE_LOOKS[row.state];
      return html`<li class="${look}"><span>${brief(row.key, 60)}</span><b class="sr">, ${word}</b></li>`;
    });
    return html`<li><h3>${index === 0 ? 'Needs nothing' : `Wave ${index + 1}`} <small>${members.length}</small></h3><ul class="tiles">${tiles}</ul></li>`;
  });
  return html`<ol class="waves">${shown}</ol>`;
}

/** How many components need this one, directly or not. */
export function heldBack(rows: readonly StatusRow[]): (row: StatusRow) => number {
  const items = nodesOf(rows);
  return ({ key }) => withDependents(items, [key]).size - 1;
}
