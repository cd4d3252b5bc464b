import type { RoundTrip } from '../../operations/doctor/self-test/round-trip.ts';
import { hopsOf, roundTripsMarkdown } from '../../operations/doctor/self-test/round-trips-text.ts';
import { testComponent } from '../../operations/doctor/self-test/test-component.ts';
import { testSource } from '../../operations/doctor/self-test/test-source.ts';
import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import { writeJson } from '../../platform/files/json-file.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { listed } from '../../platform/text/wording.ts';
import { connectTo } from './connect-github.ts';
import { DEFAULT_MANIFEST, readSoundFiles } from './doctor-files.ts';
import type { DoctorInputs } from './doctor-inputs.ts';
import { openDoctor } from './doctor-world.ts';
import { openNotifyWorld } from './notify-world.ts';
import { tryChannels } from './tell-fact.ts';

/**
 * Really goes every way once, there and back: a dry run of one component, an event to the hub, one TEST message a channel.
 * Throws a UserError where there is nothing to test, and with every way that did not come back, unless problems are only told.
 */
export async function selfTest(given: DoctorInputs, runner: Runner): Promise<void> {
  const { log, outputs } = runner;
  const ways = await waysOf(given, runner);
  if (ways.length === 0)
    throw new UserError('There is nothing to test: name a component, or have a hub file or notifications.');
  const trips: RoundTrip[] = [];
  // One after the other: each is to be seen alone.
  for (const { what, subject, go } of ways) {
    const trip = await go().catch((error: unknown): RoundTrip => {
      runner.signal.throwIfAborted();
      if (!(error instanceof KnownError)) throw error;
      return { what, subject, hops: [], problem: messageOf(error) };
    });
    log.info(
      `${what} ${subject}: ${trip.problem ?? 'there and back'}${trip.hops.length > 0 ? ` (${hopsOf(trip)})` : ''}`,
    );
    trips.push(trip);
  }
  const failed = trips.filter(({ problem }) => problem !== undefined);
  const report = { format: 1, problems: failed.length, trips };
  await outputs.set('report', await writeJson(report, runner, { file: given.report }));
  await outputs.set('problems', failed.length);
  await outputs.summarise(roundTripsMarkdown(trips));
  const faults = failed.map(({ what, subject, problem = '' }) => ({
    message: `Self-test of ${what} ${subject}: ${problem}`,
  }));
  if (faults.length > 0 && given.onProblems === 'fail') throw new UserError(faults);
  for (const { message } of faults) log.warning(message);
}

interface Way {
  readonly what: RoundTrip['what'];
  readonly subject: string;
  go(): Promise<RoundTrip>;
}

async function waysOf(given: DoctorInputs, runner: Runner): Promise<Way[]> {
  const { clock, signal, env, log } = runner;
  const { manifest, hub } = await readSoundFiles(given, runner);
  const component =
    given.component === undefined ? undefined : manifest?.components.find(({ id }) => id === given.component);
  if (given.component !== undefined && !component)
    throw new UserError(
      `Input component: there is no ${JSON.stringify(given.component)}. Known: ${listed(manifest?.components.map(({ id }) => id) ?? [])}.`,
    );
  const repositories = [...(component ? [component] : []), ...(hub?.sources ?? [])].map(({ repository }) => repository);
  const { pass, writerFor } = openDoctor(given, { manifest, hub, repositories }, runner);
  const { runId, runAttempt = '1', repository: home = '' } = runContext(env);
  const id = `doctor-${runId ?? clock.now().toString(36)}.${runAttempt}`;
  return [
    ...(component
      ? [
          {
            ...{ what: 'train' as const, subject: component.id },
            go: () => testComponent(component, pass, { repository: writerFor(component.repository), clock, log, id }),
          },
        ]
      : []),
    ...(hub?.sources ?? []).map((source) => ({
      ...{ what: 'hub' as const, subject: source.repository },
      go: () =>
        testSource({
          ...{ hub: connectTo(home, given, runner), source: writerFor(source.repository), clock, signal },
        }),
    })),
    ...(manifest?.notifications
      ? [{ ...{ what: 'channel' as const, subject: 'all' }, go: () => testChannels(given, runner) }]
      : []),
  ];
}

async function testChannels(given: DoctorInputs, runner: Runner): Promise<RoundTrip> {
  const { manifest = DEFAULT_MANIFEST } = given;
  const nothing = { channels: undefined, rules: undefined, only: undefined, context: undefined };
  const kept = { state: { kind: 'branch' }, stateToken: undefined, stateByApp: false } as const;
  const world = await openNotifyWorld({ ...given, ...nothing, ...kept, manifest }, runner);
  const startedAt = runner.clock.now();
  const outcomes = await tryChannels(world, runner);
  const failed = outcomes.flatMap((one) => ('reason' in one ? [`${one.channel}: ${one.reason}`] : []));
  const hops = [
    { name: `${outcomes.length - failed.length} of ${outcomes.length} delivered`, ms: runner.clock.now() - startedAt },
  ];
  return { what: 'channel', subject: 'all', hops, problem: failed.length > 0 ? failed.join(' ') : undefined };
}
