import { COMPONENT_STATUSES, isFailure, TRAIN_STATUSES } from '../../src/train/machine/state.ts';
import type { EffectKind } from '../types.ts';
import type { Chronicle } from './chronicle.ts';
import { FEATURES, type Scenario } from './scenario.ts';
import type { Universe } from './universe.ts';

const EFFECTS = [
  'dispatch',
  'run-created',
  'run-ended',
  'run-waits',
  'cancel',
  'rerun',
  'claim',
  'claim-refused',
  'claim-forbidden',
  'publish',
  'deployment',
  'deployment-status',
] as const satisfies readonly EffectKind[];

const MISHAPS = ['dies', 'SIGINT', 'freezes', 'forge a run', 'name a run alike', 'imitate a run'] as const;

const SITUATIONS = [
  'mode wait',
  'mode advance',
  'store branch',
  'store file',
  'an older server',
  'a canary',
  'a canary that passed',
  'a resume',
  'an earlier try',
  'a dispatch sent again',
  'a second attempt of a run',
  'a run by an event',
  'healthy after a rollback',
  'unhealthy after a rollback',
  'a dispatch that nobody can name',
  'what nobody could name looked for again',
  'a way back that succeeded',
  'a way back that failed',
  'something handed on',
  'something handed on that cannot be used',
] as const;

/** All that many histories together have to reach: what they never meet holds in them for want of it. */
export const CLASSES: readonly string[] = [
  ...COMPONENT_STATUSES.map((status) => `component ${status}`),
  ...TRAIN_STATUSES.map((status) => `train ${status}`),
  ...FEATURES.map((feature) => `with ${feature}`),
  ...EFFECTS.map((kind) => `effect ${kind}`),
  ...MISHAPS,
  ...SITUATIONS,
];

/** Which of the classes one history reached. */
export function reachedBy(scenario: Scenario, { kept, trace }: Chronicle, { github }: Universe): Set<string> {
  const reached = new Set<string>([`mode ${scenario.mode}`, `store ${scenario.store}`]);
  for (const feature of scenario.features) reached.add(`with ${feature}`);
  for (const { kind } of github.effects) reached.add(`effect ${kind}`);
  for (const line of trace) for (const mishap of MISHAPS) if (line.endsWith(` ${mishap}`)) reached.add(mishap);
  const is = (what: (typeof SITUATIONS)[number], holds: boolean) => holds && reached.add(what);
  is('an older server', scenario.oldServer);
  is('a canary', scenario.plan.canary !== undefined);
  is(
    'a run by an event',
    scenario.plan.components.some(({ dispatch }) => 'eventType' in dispatch),
  );
  const goingBack = new Set(scenario.plan.components.flatMap(({ id, goesBack }) => (goesBack ? [id] : [])));
  for (const { saved } of kept) {
    const { status, components, resumed, canaryPassedAt } = saved.state;
    reached.add(`train ${status}`);
    is('a resume', resumed > 0);
    is('a canary that passed', canaryPassedAt !== undefined);
    for (const [id, { status: one, earlier, dispatch, restored, outputs, cause }] of Object.entries(components)) {
      reached.add(`component ${one}`);
      is('healthy after a rollback', restored?.verdict === 'healthy');
      is('unhealthy after a rollback', restored?.verdict === 'unhealthy');
      is('something handed on', outputs !== undefined);
      is(
        'something handed on that cannot be used',
        one === 'failed' && cause === 'run' && dispatch?.run?.conclusion === 'success',
      );
      is('a way back that succeeded', one === 'succeeded' && goingBack.has(id));
      is('a way back that failed', isFailure(one) && goingBack.has(id));
      is('an earlier try', earlier !== undefined);
      is('a dispatch sent again', dispatch?.resend !== undefined);
      is('a dispatch that nobody can name', dispatch?.untraceable === true);
      is('what nobody could name looked for again', dispatch?.accepted === true && !dispatch.run && !!dispatch.resumed);
      is('a second attempt of a run', (dispatch?.run?.attempt ?? 1) > 1);
    }
  }
  return reached;
}
