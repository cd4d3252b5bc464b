import { packagesOf } from '../../../src/train/manifest/packages.ts';
import type { Run } from '../../core/run.ts';
import type { EffectRecord } from '../../types.ts';
import { MASKED } from '../children.ts';
import type { Sent } from '../process.ts';
import { frozenIn, type Record } from '../record.ts';
import { REPLICA_LAG_MS } from '../universe.ts';
import type { Facts, Nonce, OurDispatch } from './facts.ts';

const SETTLED_MS = 60_000;

/** 2: at most one effect per component, whatever happened to the answers. */
export function onceOnly(record: Record, facts: Facts): string[] {
  return [...sentTwice(record, facts), ...triedTwice(record, facts), ...servedAlready(record, facts)];
}

/** One nonce became a run twice. What a machine sent that had stood still is the claim's affair, and so is a run that nobody could see. */
function sentTwice(record: Record, { dispatches, effects }: Facts): string[] {
  const { sent, universe } = record;
  const frozen = frozenIn(record);
  const keyOf = ({ requestId, nonce }: EffectRecord) => `${requestId} ${nonce}`;
  const created = new Set(effects.filter(({ kind }) => kind === 'run-created').map(keyOf));
  return [...new Set(dispatches.map(({ of }) => of.text))].flatMap((nonce) => {
    const isZombie = sent.some(
      ({ process, body, method }) => frozen.has(process) && method === 'POST' && body.includes(`"${nonce}"`),
    );
    const [first, second] = dispatches.filter((one) => one.of.text === nonce && created.has(keyOf(one)));
    if (!first || !second || isZombie) return [];
    const { runs } = universe.github.repository(first.repository);
    const isHidden = ({ createdAt, hiddenMs = 0 }: Run) => second.at < createdAt + hiddenMs;
    if (runs.some((run) => run.nonce === nonce && isHidden(run))) return [];
    return [
      `2: ${nonce} was dispatched again ${Math.round((second.at - first.at) / 1_000)} s after it had become a run`,
    ];
  });
}

/** A component got another nonce although an earlier one had its effect, or might still have it. */
function triedTwice(record: Record, facts: Facts): string[] {
  const { sent } = record;
  const { dispatches, effects } = facts;
  const releases = dispatches.filter(({ of }) => of.purpose === 'release');
  return releases.flatMap((later) =>
    releases.flatMap((earlier) => {
      const isOther =
        earlier.of.component === later.of.component && earlier.nonce !== later.nonce && earlier.at <= later.at;
      if (!isOther || wasUndone(facts, earlier, later)) return [];
      const state = stateOfRuns(unhidden(record, effects, later), earlier.of, { later, sent });
      const isUseless = state === 'succeeded' && handedOnNothing(record, facts, { earlier, later });
      return state === 'settled' || isUseless
        ? []
        : [`2: ${later.of.text} was dispatched although ${earlier.of.text} ${state}`];
    }),
  );
}

/** Without what nobody could see by then of runs beside which another of the same nonce was followed: none but the train knows better. */
function unhidden({ universe }: Record, effects: Facts['effects'], { of, at }: OurDispatch): Facts['effects'] {
  const { runs } = universe.github.repository(of.component.repository);
  const isSeen = ({ createdAt, hiddenMs = 0 }: Run) => at >= createdAt + hiddenMs;
  const seen = runs.filter((run) => run.createdAt <= at && isSeen(run));
  const hidden = runs.filter((run) => !isSeen(run) && seen.some(({ nonce }) => nonce === run.nonce));
  const ids = new Set<number | undefined>(hidden.map(({ id }) => id));
  return ids.size === 0 ? effects : effects.filter(({ runId }) => !ids.has(runId));
}

/** Nobody could use what its run had handed on when the later one was sent; people may have run the earlier one again since. */
function handedOnNothing(
  { universe }: Record,
  { effects }: Facts,
  { earlier, later }: { earlier: OurDispatch; later: OurDispatch },
): boolean {
  const { runs } = universe.github.repository(earlier.of.component.repository);
  const made = effects.filter((one) => one.kind === 'run-created' && one.nonce === earlier.nonce);
  const ids = made.map(({ runId }) => runId);
  const own = runs.filter(({ id }) => ids.includes(id));
  return own.some(({ artifacts }) => {
    const last = artifacts.filter(({ createdAt }) => createdAt <= later.at).at(-1);
    return JSON.stringify(last?.files ?? '').includes(MASKED);
  });
}

/** Its rollback was begun between the two: even where that failed, what was released does not count any more. */
function wasUndone({ nonces }: Facts, earlier: OurDispatch, later: OurDispatch): boolean {
  return [...nonces.values()].some(
    ({ component, purpose, intendedAt }) =>
      component === later.of.component && purpose === 'rollback' && intendedAt > earlier.at && intendedAt < later.at,
  );
}

function servedAlready({ universe, scenario }: Record, { dispatches }: Facts): string[] {
  return scenario.plan.components.flatMap((planned) => {
    const { id, version } = planned;
    const first = dispatches.find(({ of }) => of.component.id === id);
    const packages = packagesOf(planned);
    if (packages.length === 0 || !first) return [];
    const isKnown = packages.every((published) => {
      const releases = 'npm' in published ? universe.github.registry.served('npm', published.npm) : [];
      return releases.some(
        (release) => release.version === version && release.servedFrom < first.of.intendedAt - 10 * SETTLED_MS,
      );
    });
    return isKnown ? [`2: ${id} was dispatched although its version was served already`] : [];
  });
}

/** When whoever sent the dispatch had last looked at a run before. */
function lastLook(sent: Record['sent'], { of, at }: OurDispatch, runId: number | undefined): number {
  const sends = ({ method, body }: Sent) => method === 'POST' && body.includes(`"${of.text}"`);
  const send = sent.findLast((one) => one.at <= at && sends(one));
  const path = `/repos/${of.component.repository}/actions/runs/${runId}`;
  const look = sent.findLast(
    (one) => one.method === 'GET' && one.path === path && one.process === send?.process && one.at <= at,
  );
  return look?.at ?? Number.POSITIVE_INFINITY;
}

/** What the runs of a nonce were doing; a re-run that began after the sender had looked is the affair of whoever began it. */
function stateOfRuns(
  effects: readonly EffectRecord[],
  { text, component }: Nonce,
  { later, sent }: { later: OurDispatch; sent: Record['sent'] },
): 'succeeded' | 'was running' | 'settled' {
  const { at } = later;
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
    if (rerun && rerun.at > lastLook(sent, later, id) - REPLICA_LAG_MS) continue;
    const attempts = ofRun.filter(({ kind }) => kind === 'run-created' || kind === 'rerun').length;
    const endings = ofRun.filter(({ kind }) => kind === 'run-ended');
    if (endings.at(-1)?.conclusion === 'success') return 'succeeded';
    if (endings.length < attempts) return 'was running';
  }
  return 'settled';
}
