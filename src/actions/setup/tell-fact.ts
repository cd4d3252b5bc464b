import type { Channel } from '../../engine/drive/channel.ts';
import { escalationOf, route, type WantedChannels } from '../../operations/notify/choose-channels.ts';
import { isNews, recordProblem, refsOf } from '../../operations/notify/record-problem.ts';
import { type DeliveryOutcome, failuresOf, sendTo } from '../../operations/notify/send.ts';
import { testMessages } from '../../operations/notify/test-messages.ts';
import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import type { Fact } from '../../train/telling/fact.ts';
import type { NotifyWorld } from './notify-world.ts';
import type { StateInput } from './state-input.ts';

interface Given {
  readonly title: string | undefined;
  readonly key: readonly string[] | undefined;
  readonly only: WantedChannels;
  readonly manifest: string;
  readonly channels: unknown;
  readonly once: boolean;
  readonly state: StateInput;
}

interface Around {
  readonly world: NotifyWorld;
  readonly runner: Runner;
}

/** Sends a fact by the rules, and keeps its problem where that is escalated or told in one place. */
export async function tellFact(fact: Fact, given: Given, { world, runner }: Around): Promise<DeliveryOutcome[]> {
  const { notifications, channels, store } = world;
  const { clock, signal, log } = runner;
  const names = route(notifications, given.only, fact);
  const chosen = channels.filter(({ name }) => names.includes(name));
  if (chosen.length === 0)
    log.notice(
      `No rule of ${given.channels ? 'the input rules' : given.manifest} sends ${fact.kind} (${fact.severity}) anywhere: nobody is told.`,
    );
  const key = fact.problem ?? fact.resolves;
  const facts = [fact, ...(given.key ?? []).slice(1).map((other) => ({ ...fact, resolves: other }))];
  const escalate = escalationOf(notifications, fact);
  // Only what escalates, or is told in one place, has to be remembered.
  const isRemembered = given.once && given.state.kind === 'branch' && key !== undefined;
  if (isRemembered && !(await remembered(() => isNews(store, facts), true, runner))) {
    log.info(fact.resolves ? `${key} is no open problem: nobody need be told.` : `${key} was told of this already.`);
    return [];
  }
  const isKept =
    key !== undefined &&
    (isRemembered || notifications.rules.some((rule) => rule.escalate) || chosen.some(({ kind }) => kind === 'slack'));
  const refs = isKept ? await remembered(() => refsOf(store, key), {}, runner) : {};
  const topic = key ?? fact.id;
  const message = {
    topic,
    title: given.title ?? key ?? given.key?.[0] ?? fact.kind,
    severity: fact.severity,
    facts: [fact],
  };
  // Each problem has an issue of its own; everywhere else one message says it.
  const [issues, others] = [chosen.filter(hasIssues), chosen.filter((channel) => !hasIssues(channel))];
  const options = { clock, signal, refs };
  const outcomes = [
    ...(await sendTo(others, message, options)),
    ...(await sendTo(issues, { ...message, facts }, options)),
  ];
  const kept = outcomes.flatMap((one) =>
    'keep' in one && one.keep !== undefined ? [[one.channel, one.keep] as const] : [],
  );
  // What nobody heard is told again.
  const isHeard = outcomes.length > failuresOf(outcomes).length;
  if (isKept && (isHeard || !isRemembered)) {
    const concerns = facts.map((one) => ({ fact: one, recurs: isRemembered, ...(escalate && { escalate }) }));
    const record = { key, concerns, refs: Object.fromEntries(kept), now: clock.now() };
    await remembered(() => recordProblem(store, record), undefined, runner);
  }
  return outcomes;
}

function hasIssues({ kind }: Channel): boolean {
  return kind === 'issue';
}

/** What cannot be remembered keeps nobody from being told. */
async function remembered<T>(work: () => Promise<T>, otherwise: T, { log, signal }: Runner): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted || !(error instanceof KnownError)) throw error;
    log.warning(`The problem could not be kept, so it is neither escalated nor told in one place: ${messageOf(error)}`);
    return otherwise;
  }
}

/** Tries every channel in use. */
export async function tryChannels(
  { channels }: NotifyWorld,
  { clock, signal, env }: Runner,
): Promise<DeliveryOutcome[]> {
  const { runId = clock.now(), runAttempt = 1, actor = 'somebody', repository = 'this repository' } = runContext(env);
  const id = `${runId}/${runAttempt}`;
  const by = `${actor} in ${repository}`;
  const outcomes = channels.map(async (channel) => {
    const all: DeliveryOutcome[] = [];
    for (const message of testMessages(channel, { id, now: clock.now(), by })) {
      all.push(...(await sendTo([channel], message, { clock, signal })));
    }
    return failuresOf(all)[0] ?? all[0];
  });
  return (await Promise.all(outcomes)).flatMap((outcome) => outcome ?? []);
}
