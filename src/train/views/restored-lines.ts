import { code, escapeMarkdown } from '../../platform/text/markdown.ts';
import { listed } from '../../platform/text/wording.ts';
import { componentOf, type Restored, type TrainState } from '../machine/state.ts';
import type { Plan } from '../plan/plan.ts';

/** More of one health than this are told in one line: what is not well shall not go under. */
const MOST_ALIKE = 3;
const MOST_NAMES = 40;

/** What is there again after a rollback, and how it is. */
export function restoredLines(plan: Plan, state: TrainState): string[] {
  const back = plan.components.flatMap(({ id, previousVersion }) => {
    const { status, restored } = componentOf(state, id);
    return status === 'rolled-back'
      ? [{ id, previousVersion, restored, verdict: restored?.verdict ?? 'unasked' } as const]
      : [];
  });
  if (back.length === 0) return [];
  const one = ({ id, previousVersion, restored, verdict }: (typeof back)[number]) => {
    const version = previousVersion === undefined ? 'what was there before' : code(previousVersion);
    return `- ${HEALTH_ICONS[verdict]} **${code(id)}** runs ${version} again: ${health(restored)}`;
  };
  const lines = (['unhealthy', 'inconclusive', 'unasked', 'healthy'] as const).flatMap((verdict) => {
    const alike = back.filter((component) => component.verdict === verdict);
    const hasOwnReason = verdict === 'unhealthy' || verdict === 'inconclusive';
    if (hasOwnReason || alike.length <= MOST_ALIKE) return alike.map(one);
    const names = alike.map(({ id, previousVersion = 'before' }) => code(`${id} ${previousVersion}`));
    const how = verdict === 'healthy' ? 'healthy' : 'there again, without health checks to ask';
    return [`- ${HEALTH_ICONS[verdict]} ${how}: ${listed(names, 'and', MOST_NAMES)}`];
  });
  return [['**After the rollback**', '', ...lines].join('\n')];
}

const HEALTH_ICONS = { healthy: '💚', unhealthy: '🔥', inconclusive: '❔', unasked: '➖' } as const;

function health(restored: Restored | undefined): string {
  if (!restored) return 'its health was not asked, for it has no health checks.';
  if (restored.verdict === 'healthy') return 'healthy.';
  const words = restored.verdict === 'unhealthy' ? 'not healthy' : 'nobody can say whether it is healthy';
  return `${words}: ${escapeMarkdown(restored.reason ?? '')}`;
}
