import { essentialNeeds, type Node, wavesOf } from '../../../train/graph.ts';
import { arrange, type Edge, laneKey } from './graph-columns.ts';

/** Where everything is drawn, in pixels of the picture. */
interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** The upper left corner of each box. */
  readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Each line from a need to what needs it, through the points on its way. */
  readonly lines: readonly { readonly from: string; readonly to: string; readonly path: string }[];
}

export const BOX = { width: 204, height: 46 } as const;

/** Which way the waves follow one another, with the sizes along that way and across it. */
interface Frame {
  readonly way: 'across' | 'down';
  /** Of a box and of the gap behind it, along the way. */
  readonly length: number;
  readonly ahead: number;
  /** Of a box and of the gap beside it, across the way. */
  readonly breadth: number;
  readonly beside: number;
}

const FRAMES: Readonly<Record<Frame['way'], Frame>> = {
  across: { way: 'across', length: BOX.width, ahead: 60, breadth: BOX.height, beside: 16 },
  down: { way: 'down', length: BOX.height, ahead: 40, breadth: BOX.width, beside: 20 },
};

/** A picture much wider than a window is read by nobody. */
const WIDEST = 1_500;

/** Across, as people read, unless only the other way fits into a window. */
function frameFor(waves: readonly (readonly string[])[]): Frame {
  const { across, down } = FRAMES;
  const width = waves.length * (across.length + across.ahead);
  const other = Math.max(...waves.map(({ length }) => length)) * (down.breadth + down.beside);
  return width > WIDEST && other < width ? down : across;
}

/**
 * Waves behind one another, boxes in them so that lines cross little and run straight, long lines led between the boxes they pass.
 * Lines that others imply are left out.
 */
export function layoutGraph(all: readonly Node[]): GraphLayout {
  const isNeeded = new Set(all.flatMap(({ needs }) => needs));
  const ids = new Set(all.map(({ id }) => id));
  const isAlone = ({ id, needs }: Node) => !isNeeded.has(id) && !needs.some((need) => ids.has(need));
  const connected = layoutConnected(all.filter((item) => !isAlone(item)));
  return withRows(connected, all.filter(isAlone));
}

const FEWEST_COLUMNS = 4;
const GAP = { x: 60, y: 16 } as const;

/** What needs nothing and is needed by nothing stands in rows below. */
function withRows(layout: GraphLayout, alone: readonly Node[]): GraphLayout {
  if (alone.length === 0) return layout;
  const [stepX, stepY] = [BOX.width + GAP.x, BOX.height + GAP.y];
  const columns = Math.max(Math.floor((layout.width + GAP.x) / stepX), Math.min(FEWEST_COLUMNS, alone.length));
  const top = layout.height === 0 ? 0 : layout.height + 2 * GAP.y;
  const boxes = new Map(layout.boxes);
  for (const [index, { id }] of alone.entries())
    boxes.set(id, { x: (index % columns) * stepX, y: top + Math.floor(index / columns) * stepY });
  const rows = Math.ceil(alone.length / columns);
  const width = Math.max(layout.width, columns * stepX - GAP.x);
  return { ...layout, boxes, width, height: top + rows * stepY - GAP.y };
}

function layoutConnected(items: readonly Node[]): GraphLayout {
  if (items.length === 0) return { width: 0, height: 0, boxes: new Map(), lines: [] };
  const waves = wavesOf(items);
  const frame = frameFor(waves);
  const column = new Map(waves.flatMap((wave, index) => wave.map((id) => [id, index] as const)));
  const edges = essentialNeeds(items.filter(({ id }) => column.has(id))).map(([from, to]) => ({ from, to }));
  const { centres, extent } = arrange(column, edges, frame);
  const { way, length, ahead, breadth } = frame;
  const boxes = new Map<string, { x: number; y: number }>();
  for (const [id, index] of column) {
    const [along, beside] = [index * (length + ahead), (centres.get(id) ?? 0) - breadth / 2];
    boxes.set(id, way === 'across' ? { x: along, y: beside } : { x: beside, y: along });
  }
  const lines = edges.map(({ from, to }) => ({ from, to, path: pathOf({ from, to }, { column, centres, frame }) }));
  const whole = waves.length * (length + ahead) - ahead;
  const size = way === 'across' ? { width: whole, height: extent } : { width: extent, height: whole };
  return { ...size, boxes, lines };
}

function pathOf(
  { from, to }: Edge,
  {
    column,
    centres,
    frame: { way, length, ahead },
  }: {
    readonly column: ReadonlyMap<string, number>;
    readonly centres: ReadonlyMap<string, number>;
    readonly frame: Frame;
  },
): string {
  const [start, end] = [column.get(from) ?? 0, column.get(to) ?? 0];
  const point = (along: number, beside: number) => (way === 'across' ? `${along} ${beside}` : `${beside} ${along}`);
  const front = (index: number) => index * (length + ahead);
  let [along, beside] = [front(start) + length, centres.get(from) ?? 0];
  let path = `M${point(along, beside)}`;
  for (let index = start + 1; index <= end; index += 1) {
    const next = centres.get(index === end ? to : laneKey(from, index)) ?? 0;
    const middle = (along + front(index)) / 2;
    path += `C${point(middle, beside)} ${point(middle, next)} ${point(front(index), next)}`;
    [along, beside] = [front(index), next];
    if (index < end) {
      along += length;
      path += `L${point(along, beside)}`;
    }
  }
  return path;
}
