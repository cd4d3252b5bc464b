import type { EffectRecord } from '../types.ts';
import type { Facts, Nonce, OurDispatch } from './facts.ts';
import type { Record } from './history.ts';
import { SAME_TIME_MS } from './process.ts';

const SETTLED_MS = 60_000;

/** 2: at most one effect per component, whatever happened to the answers. */
export function onceOnly(record: Record, facts: Facts): string[] {
  return [...sentTwice(record, facts), ...triedTwice(facts), ...servedAlready(record, facts)];
}

/** One nonce became a run twice. What a machine sent that had stood still is the claim's affair. */
function sentTwice({ processes, sent }: Record, { dispatches, effects }: Facts): string[] {
  const frozen = new Set(processes.filter(({ wasFrozen }) => wasFrozen).map(({ name }) => name));
  const created = new Set(effects.filter(({ kind }) => kind === 'run-created').map(({ requestId }) => requestId));
  return [...new Set(dispatches.map(({ of }) => of.text))].flatMap((nonce) => {
    const isZombie = sent.some(
      ({ process, body, method }) => frozen.has(process) && method === 'POST' && body.includes(`"${nonce}"`),
    );
    const [first, second] = dispatches.filter(({ of, requestId }) => of.text === nonce && created.has(requestId));
    if (!first || !second || isZombie) return [];
    if (second.at - first.at < SAME_TIME_MS && isRaceOfLookers(sent, second)) return [];
    return [
      `2: ${nonce} was dispatched again ${Math.round((second.at - first.at) / 1_000)} s after it had become a run`,
    ];
  });
}

/** Two orchestrators sent it at the same time, each after a look of its own: only the child's claim tells them apart. */
function isRaceOfLookers(sent: Record['sent'], { of, at }: OurDispatch): boolean {
  const sends = sent.filter((one) => one.method === 'POST' && one.body.includes(`"${of.text}"`) && one.at <= at);
  const lookers = new Set(
    sent
      .filter(
        (look) =>
          look.method === 'GET' &&
          look.at <= at &&
          look.at > at - 60_000 &&
          look.path.startsWith(`/repos/${of.component.repository}/actions/`) &&
          look.path.includes('/runs?'),
      )
      .map(({ process }) => process),
  );
  const senders = new Set(sends.filter((one) => one.at > at - 2 * SAME_TIME_MS).map(({ process }) => process));
  return senders.size > 1 && [...senders].every((process) => lookers.has(process));
}

/** A component got another nonce although an earlier one had its effect, or might still have it. */
function triedTwice({ dispatches, effects }: Facts): string[] {
  const releases = dispatches.filter(({ of }) => of.purpose === 'release');
  return releases.flatMap((later) =>
    releases.flatMap((earlier) => {
      const isOther =
        earlier.of.component === later.of.component && earlier.nonce !== later.nonce && earlier.at <= later.at;
      if (!isOther || wasUndone(dispatches, earlier, later)) return [];
      const state = stateOfRuns(effects, earlier.of, later);
      return state === 'settled' ? [] : [`2: ${later.of.text} was dispatched although ${earlier.of.text} ${state}`];
    }),
  );
}

function wasUndone(dispatches: readonly OurDispatch[], earlier: OurDispatch, later: OurDispatch): boolean {
  return dispatches.some(
    ({ of, at }) =>
      of.component === later.of.component && of.purpose === 'rollback' && at > earlier.at && at < later.at,
  );
}

function servedAlready({ universe, scenario }: Record, { dispatches }: Facts): string[] {
  return scenario.plan.components.flatMap(({ id, package: published, version }) => {
    const first = dispatches.find(({ of }) => of.component.id === id);
    if (!published || !('npm' in published) || !first) return [];
    const releases = universe.github.registry.served('npm', published.npm);
    const isKnown = releases.some(
      (release) => release.version === version && release.servedFrom < first.of.intendedAt - 10 * SETTLED_MS,
    );
    return isKnown ? [`2: ${id} was dispatched although its version was served already`] : [];
  });
}

/** What the runs of a nonce were doing; re-runs that people had only just started are their own affair. */
function stateOfRuns(
  effects: readonly EffectRecord[],
  { text, component }: Nonce,
  { at, of }: OurDispatch,
): 'succeeded' | 'was running' | 'settled' {
  const own = effects.filter(
    ({ nonce, repository, at: then }) => nonce === text && repository === component.repository && then <= at,
  );
  const refused = new Set(own.filter(({ kind }) => kind === 'claim-refused').map(({ runId }) => runId));
  const ids = new Set(
    own.filter(({ kind, runId }) => kind === 'run-created' && !refused.has(runId)).map(({ runId }) => runId),
  );
  for (const id of ids) {
    const ofRun = own.filter(({ runId }) => runId === id);
    const rerun = ofRun.findLast(({ kind }) => kind === 'rerun');
    if (rerun && rerun.at > of.intendedAt - 2 * SETTLED_MS) continue;
    const attempts = ofRun.filter(({ kind }) => kind === 'run-created' || kind === 'rerun').length;
    const endings = ofRun.filter(({ kind }) => kind === 'run-ended');
    if (endings.at(-1)?.conclusion === 'success') return 'succeeded';
    if (endings.length < attempts) return 'was running';
  }
  return 'settled';
}
