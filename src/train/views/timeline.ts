import { codeBlock } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { hasFailed } from '../machine/failures.ts';
import { type ComponentState, componentOf, isTerminal, type TrainState } from '../machine/state.ts';
import type { Plan } from '../plan/plan.ts';
import { clockTime, wordsOf } from './status-words.ts';

/** In characters: together with a status and a duration as much as a page of GitHub shows. */
const BAR = 40;
const WIDEST_NAME = 30;
const MOST_BARS = 100;

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
  const shown = bars.slice(0, MOST_BARS);
  const start = Math.min(...shown.map(({ from }) => from));
  const end = Math.max(start + 1_000, ...shown.map((bar) => lastOf(bar) ?? state.updatedAt));
  const width = Math.min(WIDEST_NAME, Math.max(...shown.map(({ id }) => id.length)));
  const column = (at: number) => Math.min(BAR, Math.max(0, Math.round(((at - start) / (end - start)) * BAR)));
  const lines = shown.map((bar) => {
    const { component, from } = bar;
    const until = lastOf(bar);
    const took = formatDuration((until ?? state.updatedAt) - from);
    return `${named(bar.id, width)} ${drawn(bar, { column, now: state.updatedAt })} ${wordsOf(component.status)}, ${took}${until === undefined ? ' so far' : ''}`;
  });
  const more = bars.length > MOST_BARS ? [`and ${bars.length - MOST_BARS} more`] : [];
  return codeBlock([...axis({ start, end, width }), ...lines, ...more, '', legend(shown)].join('\n'), 'text');
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
  { column, now }: { column: (at: number) => number; now: number },
): string {
  const cells = Array.from({ length: BAR + 1 }, () => ' ');
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
      cells[Math.min(BAR, Math.max(last + 2, column(rollback.ended ?? now)))] = '✗';
    return cells.join('');
  }
  cells[Math.min(BAR, last)] = ended === undefined ? '▸' : hasFailed(component) ? '✗' : '✓';
  return cells.slice(0, BAR + 1).join('');
}

function axis({ start, end, width }: { start: number; end: number; width: number }): string[] {
  const [left, right] = [clockTime(start), `+${formatDuration(end - start)}`];
  const blank = ' '.repeat(width + 1);
  return [
    `${blank}${left}${right.padStart(BAR + 1 - left.length)}`,
    `${blank}├${'─'.repeat(BAR / 2 - 1)}┼${'─'.repeat(BAR / 2 - 1)}┤`,
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
