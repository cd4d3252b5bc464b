import { type Html, html } from './html.ts';
import type { Look } from './looks.ts';

/** Charts are as wide as their place: the picture is stretched, its lines are not, and words stand beside it as words. */
const WIDTH = 1_000;

/** How large the parts of a whole are, side by side. */
export function sharesBar(
  parts: readonly { readonly look: Look['look']; readonly count: number }[],
  label: string,
): Html {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  const bars = parts
    .filter(({ count }) => count > 0)
    .map(({ look, count }) => {
      const width = (count / total) * WIDTH;
      const bar = html`<rect class="${look}" x="${tenth(x)}" width="${tenth(width)}" height="10"/>`;
      x += width;
      return bar;
    });
  return html`<svg class="shares" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" role="img" aria-label="${label}">${bars}</svg>`;
}

interface Bar {
  readonly value: number;
  readonly look: Look['look'];
  /** A part of it in another colour, at its foot. */
  readonly foot?: { readonly value: number; readonly look: Look['look'] };
}

/** Bars beside each other, the highest as high as the chart. */
export function barChart(
  bars: readonly Bar[],
  { label, height = 100 }: { readonly label: string; readonly height?: number },
): Html {
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const shown = bars.map(({ value, look, foot }, index) => {
    // What there is at all can be seen.
    const tall = value === 0 ? 0 : Math.max(2, (value / most) * height);
    const low = foot ? (foot.value / Math.max(value, 1e-9)) * tall : 0;
    const [x, width] = [tenth(index * step + step * 0.12), tenth(step * 0.76)];
    return html`
      <rect class="${look}" x="${x}" y="${tenth(height - tall)}" width="${width}" height="${tenth(tall - low)}"/>
      ${foot && low > 0 && html`<rect class="${foot.look}" x="${x}" y="${tenth(height - low)}" width="${width}" height="${tenth(low)}"/>`}`;
  });
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">${shown}</svg>`;
}

/** A line through what is known, with a dot at each; where something is not known there is a gap. */
export function lineChart(
  values: readonly (number | undefined)[],
  { label, most, height = 100 }: { readonly label: string; readonly most: number; readonly height?: number },
): Html {
  const step = WIDTH / Math.max(1, values.length);
  const points = values.map((value, index) =>
    value === undefined
      ? undefined
      : `${tenth((index + 0.5) * step)} ${tenth(height - 4 - (value / Math.max(most, 1e-9)) * (height - 8))}`,
  );
  let isGap = true;
  const path = points.flatMap((point) => {
    const command = point && `${isGap ? 'M' : 'L'}${point}`;
    isGap = point === undefined;
    return command ?? [];
  });
  const dots = points.flatMap((point) => (point === undefined ? [] : [`M${point}h0`]));
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">
    <path class="line" d="${path.join('')}"/><path class="dots" d="${dots.join('')}"/>
  </svg>`;
}

/** A piece of time within a span: first its run, then its gates. */
export function spanBar(
  { from, middle, to }: { readonly from: number; readonly middle: number; readonly to: number },
  total: number,
  look: Look['look'],
): Html {
  const at = (ms: number) => Math.round((Math.min(Math.max(0, ms), total) / Math.max(1, total)) * WIDTH);
  const [start, gates, end] = [at(from), at(middle), Math.max(at(to), at(from) + 6)];
  const gate = end > gates && gates > start && html`<path class="gate" d="M${gates} 2H${end}V8H${gates}z"/>`;
  return html`<svg class="span ${look}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true"><path d="M${start} 0H${gate === false ? end : gates}V10H${start}z"/>${gate}</svg>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
