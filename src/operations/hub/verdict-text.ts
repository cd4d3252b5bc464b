import type { CommitState } from '../../platform/github/statuses.ts';
import type { Log } from '../../platform/runner/log.ts';
import { componentsLabel, type EventVerdict } from './verdict.ts';

/** One line in the log: what is refused is an error to its sender, and only news to the hub. */
export function tellVerdict({ verdict, reason }: EventVerdict, log: Log): void {
  if (verdict === 'refused') log.warning(`Event refused: ${reason}`);
  else log.notice(`Event ${verdict}: ${reason}`);
}

/** What later jobs of the pipeline go by. */
interface HandedOn {
  readonly verdict: string;
  readonly reason: string;
  readonly admitted: boolean;
  readonly source?: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly environment?: string;
  readonly deploys?: boolean;
  readonly components?: readonly string[];
  readonly label?: string;
  readonly matrix?: { readonly include: readonly { readonly component: string; readonly path: string }[] };
  /** The status to set on the commit now. */
  readonly state?: CommitState;
  readonly description?: string;
}

/** The outputs for a verdict. Only of what is proven: a commit is named where a source on the list has it. */
export function handOn(verdict: EventVerdict): HandedOn {
  const { source, ref, sha, reason } = verdict;
  const place = source && ref && sha ? { source, ref, sha, ...statusOf(verdict) } : {};
  const common = { verdict: verdict.verdict, reason, admitted: verdict.verdict === 'admitted', ...place };
  if (verdict.verdict !== 'admitted' && verdict.verdict !== 'repeated') return common;
  const { environment, deploys, components } = verdict;
  const ids = [...components.keys()];
  return {
    ...{ ...common, environment, deploys, components: ids, label: componentsLabel(ids) },
    matrix: { include: [...components].map(([component, path]) => ({ component, path })) },
  };
}

function statusOf(verdict: EventVerdict): { state: CommitState; description: string } {
  switch (verdict.verdict) {
    case 'admitted':
      return {
        state: 'pending',
        description: `${componentsLabel([...verdict.components.keys()])}: ${verdict.deploys ? 'on its way to' : 'checked for'} ${verdict.environment}`,
      };
    case 'repeated':
      return {
        state: 'success',
        description: `${componentsLabel([...verdict.components.keys()])}: done before, nothing to do`,
      };
    case 'superseded':
    case 'self-test':
      return { state: 'success', description: verdict.reason };
    case 'refused':
      return { state: 'error', description: verdict.reason };
  }
}
