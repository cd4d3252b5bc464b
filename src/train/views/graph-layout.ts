import { essentialNeeds, type Node, wavesOf } from '../graph.ts';

/** One box: its size is estimated from its lines, since only a browser knows it. */
interface Box extends Node {
  readonly lines: readonly string[];
}

interface Layout {
  readonly direction: 'LR' | 'TB';
  /** From a need to what needs it; what follows from other arrows is left out. */
  readonly arrows: readonly Pair[];
  /** What is drawn under what, although nothing leads there: it keeps wide waves in rows. */
  readonly ties: readonly Pair[];
}

type Pair = readonly [from: string, to: string];

/** Of the boxes' surroundings, in pixels; the picture is told so. */
export const SPACING = { node: 16, rank: 32, padding: 6 } as const;

/** Of a letter of 16 pixels in the widest of the fonts that browsers fall back to. */
const LETTER = 9.6;
const LINE = 24;

/**
 * GitHub shrinks a picture to the width of its page, 760 pixels in a comment: wider than this, its letters of 16 pixels would
 * be smaller than 9.
 */
const WIDEST = 1_300;
/** Of a picture that goes from left to right: one that goes downwards is as high as it has waves. */
const HIGHEST = 3_200;

/** What an arrow takes that passes a row, mostly and at worst: measured. */
const PASSING = 45;
const WORST_PASSING = 85;

/**
 * The layout in which a picture is not wider than the page can show and as low as that allows: left to right where its waves
 * are few, else top to bottom, wide waves in several rows. Undefined where no layout is narrow enough.
 */
export function layoutOf(boxes: readonly Box[]): Layout | undefined {
  const graph = { sizes: new Map(boxes.map((box) => [box.id, sizeOf(box)])), arrows: essentialNeeds(boxes) };
  const waves = wavesOf(boxes);
  const across = sideways(waves, graph);
  if (graph.arrows.length > 0 && isNarrow(across) && across.height <= HIGHEST) return across;
  // The second is out of order by wave, but has each box as close to what it needs as can be.
  return [stacked(rowsOf(waves, graph), graph), stacked(packedRows(waves.flat(), graph), graph)].find(isNarrow);
}

function isNarrow({ width }: Size): boolean {
  return width <= WIDEST;
}

interface Graph {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly arrows: readonly Pair[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sideways(waves: readonly (readonly string[])[], { sizes, arrows }: Graph): Layout & Size {
  const sized = waves.map((wave) => wave.map((id) => sizes.get(id) ?? sizeOf()));
  return {
    ...{ direction: 'LR', arrows, ties: [] },
    width: sum(sized.map((wave) => Math.max(...wave.map(({ width }) => width)) + SPACING.rank)),
    height: Math.max(0, ...sized.map((wave) => sum(wave.map(({ height }) => height + SPACING.node)))),
  };
}

function stacked(rows: readonly (readonly string[])[], { sizes, arrows }: Graph): Layout & Size {
  const place = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
  const at = (id: string) => place.get(id) ?? 0;
  const widths = rows.map((row) => sum(row.map((id) => (sizes.get(id)?.width ?? 0) + SPACING.node)));
  const passing = rows.map((_, index) => arrows.filter(([from, to]) => at(from) < index && at(to) > index).length);
  const heights = rows.map((row) => Math.max(...row.map((id) => sizes.get(id)?.height ?? 0)) + SPACING.rank);
  return {
    ...{ direction: 'TB', arrows, ties: tiesOf(rows, arrows) },
    width: Math.max(driftOf(rows, { sizes, arrows }), ...widths) + Math.max(0, ...passing) * WORST_PASSING,
    height: sum(heights),
  };
}

/** How wide the rows are together where each stands below what it needs: children of the last in a row stand further out than it. */
function driftOf(rows: readonly (readonly string[])[], { sizes, arrows }: Graph): number {
  const places = new Map<string, number>();
  let [left, right] = [0, 0];
  for (const row of rows) {
    let end = 0;
    const own = new Map<string, number>();
    for (const id of row) {
      const width = (sizes.get(id)?.width ?? 0) + SPACING.node;
      own.set(id, end + width / 2);
      end += width;
    }
    const shifts = arrows.flatMap(([from, to]) => {
      const [above, here] = [places.get(from), own.get(to)];
      return above === undefined || here === undefined ? [] : [above - here];
    });
    const shift = shifts.length > 0 ? sum(shifts) / shifts.length : -end / 2;
    for (const [id, place] of own) places.set(id, place + shift);
    left = Math.min(left, shift);
    right = Math.max(right, shift + end);
  }
  return right - left;
}

function sizeOf({ lines }: { readonly lines: readonly string[] } = { lines: [] }) {
  const longest = Math.max(1, ...lines.map((line) => [...line].length));
  return { width: longest * LETTER + 4 * SPACING.padding, height: lines.length * LINE + 2 * SPACING.padding };
}

/** The waves, those that are too wide in several rows. */
function rowsOf(waves: readonly (readonly string[])[], graph: Graph): string[][] {
  const open = new Set<string>();
  return waves.flatMap((wave) => {
    const rows = fill(wave, open, graph);
    for (const id of wave) open.add(id);
    return rows;
  });
}

function fill(ids: readonly string[], before: ReadonlySet<string>, { sizes, arrows }: Graph): string[][] {
  const rows: string[][] = [];
  const above = new Set(before);
  let row: string[] = [];
  let width = passingWidth(above, arrows);
  for (const id of ids) {
    const incoming = arrows.filter(([from, to]) => to === id && above.has(from)).length;
    const own = (sizes.get(id)?.width ?? 0) + SPACING.node - incoming * PASSING;
    if (row.length > 0 && width + own > WIDEST) {
      rows.push(row);
      for (const other of row) above.add(other);
      row = [];
      width = passingWidth(new Set([...above]), arrows);
    }
    row.push(id);
    width += own;
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** Of all arrows that lead from these boxes to others. */
function passingWidth(above: ReadonlySet<string>, arrows: readonly Pair[]): number {
  return arrows.filter(([from, to]) => above.has(from) && !above.has(to)).length * PASSING;
}

/** Rows of what needs nothing but earlier rows; first what most arrows end at. */
function packedRows(ids: readonly string[], { sizes, arrows }: Graph): string[][] {
  const rows: string[][] = [];
  const above = new Set<string>();
  const into = (id: string) => arrows.filter(([, to]) => to === id);
  while (above.size < ids.length) {
    const ready = ids.filter((id) => !above.has(id) && into(id).every(([from]) => above.has(from)));
    const ends = ready.map((id) => ({ id, gain: into(id).length - arrows.filter(([from]) => from === id).length }));
    ends.sort((a, b) => b.gain - a.gain);
    const row: string[] = [];
    let width = passingWidth(above, arrows);
    for (const { id } of ends) {
      const own = (sizes.get(id)?.width ?? 0) + SPACING.node - into(id).length * PASSING;
      if (row.length > 0 && width + own > WIDEST) continue;
      row.push(id);
      width += own;
    }
    rows.push(row);
    for (const id of row) above.add(id);
  }
  return rows;
}

/** A box that no arrow from the row above leads to is tied to one there. */
function tiesOf(rows: readonly (readonly string[])[], arrows: readonly Pair[]): Pair[] {
  const into = new Map<string, Set<string>>();
  for (const [from, to] of arrows) into.set(to, (into.get(to) ?? new Set()).add(from));
  return rows.slice(1).flatMap((row, index) => {
    const above = rows[index] ?? [];
    return row.flatMap((id, column): Pair[] => {
      if (above.some((other) => into.get(id)?.has(other))) return [];
      const over = above[Math.min(above.length - 1, Math.floor((column * above.length) / row.length))];
      return over === undefined ? [] : [[over, id]];
    });
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
