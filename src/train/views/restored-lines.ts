import { code, escapeMarkdown } from '../../platform/text/markdown.ts';
import { componentOf, type Restored, type TrainState } from '../machine/state.ts';
import type { Plan } from '../plan/plan.ts';

/** What is there again after a rollback, and how it is. */
export function restoredLines(plan: Plan, state: TrainState): string[] {
  const lines = plan.components.flatMap(({ id, previousVersion }) => {
    const { status, restored } = componentOf(state, id);
    if (status !== 'rolled-back') return [];
    const version = previousVersion === undefined ? 'what was there before' : code(previousVersion);
    return [
      `- ${HEALTH_ICONS[restored?.verdict ?? 'unasked']} **${code(id)}** runs ${version} again: ${health(restored)}`,
    ];
  });
  return lines.length > 0 ? [['**After the rollback**', '', ...lines].join('\n')] : [];
}

const HEALTH_ICONS = { healthy: '💚', unhealthy: '🔥', inconclusive: '❔', unasked: '➖' } as const;

function health(restored: Restored | undefined): string {
  if (!restored) return 'its health was not asked, for it has no health checks.';
  if (restored.verdict === 'healthy') return 'healthy.';
  const words = restored.verdict === 'unhealthy' ? 'not healthy' : 'nobody can say whether it is healthy';
  return `${words}: ${escapeMarkdown(restored.reason ?? '')}`;
}
