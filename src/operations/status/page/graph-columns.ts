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

/** A line from a need to what needs it. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

interface Sizes {
  /** Of a box, and of the gap beside it, across the way that the columns follow one another. */
  readonly breadth: number;
  readonly beside: number;
}

/**
 * Where everything stands within its column: boxes, and the lanes in which long lines are led past them, so that lines cross little
 * and run straight. `centres` is by box id and `laneKey`; `extent` is how far the widest column reaches.
 */
export function arrange(
  column: ReadonlyMap<string, number>,
  edges: readonly Edge[],
  { breadth, beside }: Sizes,
): { readonly centres: ReadonlyMap<string, number>; readonly extent: number } {
  const slots = slotsOf(column, edges, breadth);
  const centres = placed(ordered(slots, Math.max(...column.values()) + 1), slots, beside);
  const ends = [...slots.values()].map(({ key, height }) => (centres.get(key) ?? 0) + height / 2);
  return { centres, extent: Math.max(breadth, ...ends) };
}

/** The name of the place in a column where the line from a box crosses it. */
export function laneKey(from: string, column: number): string {
  return `${column}\u0000${from}`;
}

/** A slot a box, and one in every column that a line crosses; lines from one box share them. */
function slotsOf(column: ReadonlyMap<string, number>, edges: readonly Edge[], breadth: number): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  const slot = (key: string, index: number, height: number): Slot => {
    const known = slots.get(key) ?? { key, column: index, height, before: new Set(), after: new Set() };
    slots.set(key, known);
    return known;
  };
  for (const [id, index] of column) slot(id, index, breadth);
  for (const { from, to } of edges) {
    let last = slot(from, column.get(from) ?? 0, breadth);
    const end = column.get(to) ?? 0;
    for (let index = last.column + 1; index <= end; index += 1) {
      const next = index === end ? slot(to, end, breadth) : slot(laneKey(from, index), index, LANE);
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
function placed(
  columns: readonly (readonly Slot[])[],
  slots: ReadonlyMap<string, Slot>,
  beside: number,
): Map<string, number> {
  const centres = new Map<string, number>();
  for (const column of columns) spread(column, () => 0, { centres, beside });
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
      spread(column, wish, { centres, beside });
    }
  }
  const top = Math.min(...[...slots.values()].map(({ key, height }) => (centres.get(key) ?? 0) - height / 2));
  for (const [key, centre] of centres) centres.set(key, Math.round(centre - top));
  return centres;
}

/** Nearest to what each wishes for, in order and apart: an isotonic regression by pooling neighbours that would overlap. */
function spread(
  column: readonly Slot[],
  wish: (slot: Slot) => number,
  { centres, beside }: { readonly centres: Map<string, number>; readonly beside: number },
): void {
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, { height }] of column.entries()) {
    const above = column[index - 1];
    if (above) offset += above.height / 2 + beside + height / 2;
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
