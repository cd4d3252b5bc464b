import { wavesOf, withNeeds } from '../../../train/graph.ts';

export interface GraphItem {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Where everything is drawn, in pixels of the picture. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** The upper left corner of each box. */
  readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Each line from a need to what needs it, through the points on its way. */
  readonly lines: readonly { readonly from: string; readonly to: string; readonly path: string }[];
}

export const BOX = { width: 176, height: 46 } as const;
const GAP = { x: 60, y: 16 } as const;
const LANE = 8;
const SWEEPS = 12;

/** A box, or the place where a long line crosses a column. */
interface Slot {
  readonly key: string;
  readonly column: number;
  readonly height: number;
  /** Keys in the columns before and after. */
  readonly before: Set<string>;
  readonly after: Set<string>;
}

/**
 * Columns by wave, boxes in them so that lines cross little and run straight, long lines led between the boxes they pass. Lines
 * that others imply are left out.
 */
export function layoutGraph(all: readonly GraphItem[]): GraphLayout {
  const isNeeded = new Set(all.flatMap(({ needs }) => needs));
  const ids = new Set(all.map(({ id }) => id));
  const isAlone = ({ id, needs }: GraphItem) => !isNeeded.has(id) && !needs.some((need) => ids.has(need));
  const connected = layoutConnected(all.filter((item) => !isAlone(item)));
  return withRows(connected, all.filter(isAlone));
}

const FEWEST_COLUMNS = 4;

/** What needs nothing and is needed by nothing stands in rows below. */
function withRows(layout: GraphLayout, alone: readonly GraphItem[]): GraphLayout {
  if (alone.length === 0) return layout;
  const [stepX, stepY] = [BOX.width + GAP.x, BOX.height + GAP.y];
  const columns = Math.max(Math.round((layout.width + GAP.x) / stepX), Math.min(FEWEST_COLUMNS, alone.length));
  const top = layout.height === 0 ? 0 : layout.height + 2 * GAP.y;
  const boxes = new Map(layout.boxes);
  for (const [index, { id }] of alone.entries())
    boxes.set(id, { x: (index % columns) * stepX, y: top + Math.floor(index / columns) * stepY });
  const rows = Math.ceil(alone.length / columns);
  return { ...layout, boxes, width: columns * stepX - GAP.x, height: top + rows * stepY - GAP.y };
}

function layoutConnected(items: readonly GraphItem[]): GraphLayout {
  if (items.length === 0) return { width: 0, height: 0, boxes: new Map(), lines: [] };
  const waves = wavesOf(items);
  const column = new Map(waves.flatMap((wave, index) => wave.map((id) => [id, index] as const)));
  const edges = essentialEdges(items.filter(({ id }) => column.has(id)));
  const slots = slotsOf(column, edges);
  const columns = ordered(slots, waves.length);
  const centres = placed(columns, slots);
  const boxes = new Map<string, { x: number; y: number }>();
  for (const [id, index] of column)
    boxes.set(id, { x: index * (BOX.width + GAP.x), y: (centres.get(id) ?? 0) - BOX.height / 2 });
  const lines = edges.map(({ from, to }) => ({ from, to, path: pathOf({ from, to }, { column, centres }) }));
  const bottom = Math.max(...[...slots.values()].map(({ key, height }) => (centres.get(key) ?? 0) + height / 2));
  return { width: waves.length * (BOX.width + GAP.x) - GAP.x, height: Math.max(BOX.height, bottom), boxes, lines };
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** A need that another need has itself says nothing new. */
function essentialEdges(items: readonly GraphItem[]): Edge[] {
  const ids = new Set(items.map(({ id }) => id));
  const behind = new Map(items.map(({ id }) => [id, withNeeds(items, [id])]));
  return items.flatMap(({ id, needs }) => {
    const known = [...new Set(needs)].filter((need) => ids.has(need));
    const isImplied = (need: string) => known.some((other) => other !== need && behind.get(other)?.has(need));
    return known.filter((need) => !isImplied(need)).map((from) => ({ from, to: id }));
  });
}

function laneKey(from: string, column: number): string {
  return `${column}\u0000${from}`;
}

/** A slot a box, and one in every column that a line crosses; lines from one box share them. */
function slotsOf(column: ReadonlyMap<string, number>, edges: readonly Edge[]): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  const slot = (key: string, index: number, height: number): Slot => {
    const known = slots.get(key) ?? { key, column: index, height, before: new Set(), after: new Set() };
    slots.set(key, known);
    return known;
  };
  for (const [id, index] of column) slot(id, index, BOX.height);
  for (const { from, to } of edges) {
    let last = slot(from, column.get(from) ?? 0, BOX.height);
    const end = column.get(to) ?? 0;
    for (let index = last.column + 1; index <= end; index += 1) {
      const next = index === end ? slot(to, end, BOX.height) : slot(laneKey(from, index), index, LANE);
      last.after.add(next.key);
      next.before.add(last.key);
      last = next;
    }
  }
  return slots;
}

/** Sorts each column by the middle of its neighbours, to and fro; the order with the fewest crossings counts. */
function ordered(slots: ReadonlyMap<string, Slot>, count: number): Slot[][] {
  let columns = Array.from({ length: count }, (_, index) => [...slots.values()].filter((one) => one.column === index));
  let best = columns;
  let fewest = crossings(columns);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    columns = swept(columns, sweep % 2 === 0 ? 'before' : 'after');
    const found = crossings(columns);
    if (found < fewest) [best, fewest] = [columns, found];
  }
  return best;
}

/** All columns sorted by their neighbours on one side, which are sorted already. */
function swept(columns: readonly Slot[][], side: 'before' | 'after'): Slot[][] {
  const next = [...columns];
  const indices = columns.map((_, index) => index);
  for (const index of side === 'before' ? indices : indices.reverse()) {
    const neighbours = next[side === 'before' ? index - 1 : index + 1];
    if (neighbours) next[index] = byNeighbours(next[index] ?? [], neighbours, side);
  }
  return next;
}

function byNeighbours(column: readonly Slot[], neighbours: readonly Slot[], side: 'before' | 'after'): Slot[] {
  const place = new Map(neighbours.map(({ key }, index) => [key, index]));
  const weights = column.map((slot, index) => {
    const places = [...slot[side]].flatMap((key) => place.get(key) ?? []);
    const middle = places.length === 0 ? index : places.reduce((sum, one) => sum + one, 0) / places.length;
    return { slot, middle, index };
  });
  return weights.sort((a, b) => a.middle - b.middle || a.index - b.index).map(({ slot }) => slot);
}

function crossings(columns: readonly (readonly Slot[])[]): number {
  let count = 0;
  for (const [index, column] of columns.entries()) {
    const place = new Map((columns[index + 1] ?? []).map(({ key }, at) => [key, at]));
    const seen: number[] = [];
    for (const slot of column) {
      const ends = [...slot.after].flatMap((key) => place.get(key) ?? []);
      for (const end of ends) count += seen.filter((other) => other > end).length;
      seen.push(...ends);
    }
  }
  return count;
}

/** The middle of each slot: as near to the middle of its neighbours as the others in its column let it. */
function placed(columns: readonly (readonly Slot[])[], slots: ReadonlyMap<string, Slot>): Map<string, number> {
  const centres = new Map<string, number>();
  for (const column of columns) spread(column, () => 0, centres);
  for (let round = 0; round < SWEEPS * 2; round += 1) {
    const isForth = round % 2 === 0;
    for (const column of isForth ? columns : [...columns].reverse()) {
      const wish = ({ key, before, after }: Slot) => {
        const side = round >= SWEEPS ? [...before, ...after] : [...(isForth ? before : after)];
        const places = side.flatMap((one) => centres.get(one) ?? []);
        return places.length === 0
          ? (centres.get(key) ?? 0)
          : places.reduce((sum, one) => sum + one, 0) / places.length;
      };
      spread(column, wish, centres);
    }
  }
  const top = Math.min(...[...slots.values()].map(({ key, height }) => (centres.get(key) ?? 0) - height / 2));
  for (const [key, centre] of centres) centres.set(key, Math.round(centre - top));
  return centres;
}

/** Nearest to what each wishes for, in order and apart: an isotonic regression by pooling neighbours that would overlap. */
function spread(column: readonly Slot[], wish: (slot: Slot) => number, centres: Map<string, number>): void {
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, { height }] of column.entries()) {
    const above = column[index - 1];
    if (above) offset += above.height / 2 + GAP.y + height / 2;
    offsets.push(offset);
  }
  const pools: { sum: number; size: number }[] = [];
  for (const [index, slot] of column.entries()) {
    let pool = { sum: wish(slot) - (offsets[index] ?? 0), size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  }
  const starts = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
  for (const [index, { key }] of column.entries()) centres.set(key, (starts[index] ?? 0) + (offsets[index] ?? 0));
}

function pathOf(
  { from, to }: Edge,
  { column, centres }: { readonly column: ReadonlyMap<string, number>; readonly centres: ReadonlyMap<string, number> },
): string {
  const [start, end] = [column.get(from) ?? 0, column.get(to) ?? 0];
  const left = (index: number) => index * (BOX.width + GAP.x);
  let [x, y] = [left(start) + BOX.width, centres.get(from) ?? 0];
  let path = `M${x} ${y}`;
  for (let index = start + 1; index <= end; index += 1) {
    const next = centres.get(index === end ? to : laneKey(from, index)) ?? 0;
    const middle = (x + left(index)) / 2;
    path += `C${middle} ${y} ${middle} ${next} ${left(index)} ${next}`;
    [x, y] = [left(index), next];
    if (index < end) {
      x += BOX.width;
      path += `H${x}`;
    }
  }
  return path;
}
