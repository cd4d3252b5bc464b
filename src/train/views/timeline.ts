import { codeBlock } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { hasFailed } from '../machine/failures.ts';
import { type ComponentState, componentOf, isTerminal, type TrainState } from '../machine/state.ts';
import type { Plan } from '../plan/plan.ts';
import { clockTime, wordsOf } from './status-words.ts';

/** In characters: what a page of GitHub that is 760 pixels wide shows without scrolling, and what a bar takes of it. */
const WIDEST_LINE = 84;
const [SHORTEST_BAR, LONGEST_BAR] = [16, 40];
const WIDEST_NAME = 30;
const MOST_BARS = 60;

/** Of one component; instants in epoch milliseconds. */
interface Bar {
  readonly id: string;
  readonly from: number;
  readonly concluded?: number | undefined;
  readonly ended?: number | undefined;
  readonly rollback?: { readonly from: number; readonly ended: number | undefined };
  readonly component: ComponentState;
}

/** Who ran when, as bars of text under one axis: readable in a log as well as in a summary. */
export function timeline(plan: Plan, state: TrainState): string {
  const bars = plan.components.flatMap(({ id }) => barOf(id, componentOf(state, id)));
  if (bars.length === 0) return '';
  const shown = mostTelling(bars);
  const start = Math.min(...shown.map(({ from }) => from));
  const end = Math.max(start + 1_000, ...shown.map((bar) => lastOf(bar) ?? state.updatedAt));
  const width = Math.min(WIDEST_NAME, Math.max(...shown.map(({ id }) => id.length)));
  const said = shown.map((bar) => {
    const until = lastOf(bar);
    const took = formatDuration((until ?? state.updatedAt) - bar.from);
    return `${wordsOf(bar.component.status)}, ${took}${until === undefined ? ' so far' : ''}`;
  });
  const room = WIDEST_LINE - width - Math.max(...said.map((text) => text.length)) - 3;
  const length = Math.min(LONGEST_BAR, Math.max(SHORTEST_BAR, room - (room % 2)));
  const column = (at: number) => Math.min(length, Math.max(0, Math.round(((at - start) / (end - start)) * length)));
  const lines = shown.map(
    (bar, index) => `${named(bar.id, width)} ${drawn(bar, { column, length, now: state.updatedAt })} ${said[index]}`,
  );
  const more = bars.length > MOST_BARS ? [`and ${bars.length - MOST_BARS} more`] : [];
  return codeBlock([...axis({ start, end, width, length }), ...lines, ...more, '', legend(shown)].join('\n'), 'text');
}

/** As many as can be read, in their order: what failed or still goes is among them. */
function mostTelling(bars: readonly Bar[]): readonly Bar[] {
  const isTelling = (bar: Bar) => hasFailed(bar.component) || lastOf(bar) === undefined;
  const chosen = new Set([...bars.filter(isTelling), ...bars.filter((bar) => !isTelling(bar))].slice(0, MOST_BARS));
  return bars.filter((bar) => chosen.has(bar));
}

function barOf(id: string, component: ComponentState): Bar[] {
  const { dispatch, rollback, concludedAt, finishedAt, status, since } = component;
  if (!dispatch) return [];
  const back = rollback && { from: rollback.intendedAt, ended: status === 'rolling-back' ? undefined : since };
  const ended = isTerminal(status) || back ? finishedAt : undefined;
  return [{ id, from: dispatch.intendedAt, concluded: concludedAt, ended, ...(back && { rollback: back }), component }];
}

/** When nothing more happened to it; undefined while something does. */
function lastOf({ ended, rollback }: Bar): number | undefined {
  return rollback ? rollback.ended : ended;
}

function drawn(
  { from, concluded, ended, rollback, component }: Bar,
  { column, length, now }: { column: (at: number) => number; length: number; now: number },
): string {
  const cells = Array.from({ length: length + 1 }, () => ' ');
  const paint = (sign: string, begin: number, end: number) => {
    for (let at = begin; at < Math.max(begin + 1, end); at += 1) cells[at] = sign;
  };
  const to = ended ?? rollback?.from ?? now;
  // Without a conclusion all of it is the run, whether that still goes or nobody saw its end.
  paint('█', column(from), column(concluded ?? to));
  if (concluded !== undefined && column(to) > column(concluded))
    paint('░', Math.max(column(from) + 1, column(concluded)), column(to));
  const last = Math.max(column(from) + 1, column(to));
  if (rollback) {
    cells[last] = hasFailed(component) ? '✗' : '✓';
    paint('◀', Math.max(last + 1, column(rollback.from)), column(rollback.ended ?? now));
    if (component.status === 'rollback-failed')
      cells[Math.min(length, Math.max(last + 2, column(rollback.ended ?? now)))] = '✗';
    return cells.join('');
  }
  cells[Math.min(length, last)] = ended === undefined ? '▸' : hasFailed(component) ? '✗' : '✓';
  return cells.slice(0, length + 1).join('');
}

function axis({ start, end, width, length }: { start: number; end: number; width: number; length: number }): string[] {
  const [left, right] = [clockTime(start), `+${formatDuration(end - start)}`];
  const blank = ' '.repeat(width + 1);
  return [
    `${blank}${left}${right.padStart(length + 1 - left.length)}`,
    `${blank}├${'─'.repeat(length / 2 - 1)}┼${'─'.repeat(length / 2 - 1)}┤`,
  ];
}

function legend(bars: readonly Bar[]): string {
  const has = (test: (bar: Bar) => boolean) => bars.some(test);
  return [
    '█ run',
    '░ waits to be served and healthy',
    ...(has(({ rollback }) => rollback !== undefined) ? ['◀ rollback'] : []),
    ...(has((bar) => lastOf(bar) !== undefined) ? ['✓ succeeded', '✗ failed'] : []),
    ...(has((bar) => lastOf(bar) === undefined) ? ['▸ not over'] : []),
  ].join('   ');
}

function named(id: string, width: number): string {
  return (id.length > width ? `${id.slice(0, width - 1)}…` : id).padEnd(width);
}
