import semver from 'semver';
import { dispatchAndWait } from '../../../engine/runs/dispatch-and-wait.ts';
import type { DispatchOutcome } from '../../../engine/runs/dispatch-outcome.ts';
import type { Repository } from '../../../platform/github/repository.ts';
import type { Log } from '../../../platform/runner/log.ts';
import type { Clock } from '../../../platform/time/clock.ts';
import { fillIn, namesIn } from '../../../train/manifest/interpolate.ts';
import type { Component } from '../../../train/manifest/manifest.ts';
import { nameOf, packagesOf } from '../../../train/manifest/packages.ts';
import { refOf, releaseWorkflow } from '../component-facts.ts';
import type { Pass } from '../pass.ts';
import { hopsFrom, type RoundTrip } from './round-trip.ts';

const PATIENCE_MS = 20 * 60_000;
/** What our template, and many others, call it. */
const DRY_RUN = ['dry_run', 'dry-run', 'dryrun'];

interface TestTools {
  readonly repository: Repository;
  readonly clock: Clock;
  readonly log: Log;
  /** A word that distinguishes this test from others. */
  readonly id: string;
}

/**
 * Dispatches a component as a train would, as a dry run, and follows it to its end. Nothing is started where its workflow
 * declares no dry run: it would be a release.
 */
export async function testComponent(component: Component, pass: Pass, tools: TestTools): Promise<RoundTrip> {
  const { id, dispatch } = component;
  const trip = { what: 'train' as const, subject: id };
  const workflow = await releaseWorkflow(component, pass);
  const flag = workflow && DRY_RUN.find((name) => Object.hasOwn(workflow.file.inputs, name));
  if (!workflow || flag === undefined || !('workflow' in dispatch))
    return {
      ...trip,
      hops: [],
      problem: `${workflow?.path ?? 'Its workflow'} declares no input dry_run: nothing was started, as it would be a release. Our template has it.`,
    };
  const { clock, log, repository, id: nonce } = tools;
  const { hops, reached } = hopsFrom(() => clock.now());
  const inputs = { ...(await inputsOf(component, nonce, pass)), [flag]: 'true' };
  const outcome: DispatchOutcome = { startedAt: clock.now(), failedJobs: [] };
  let isFound = false;
  const noticing: Log = {
    ...log,
    info: (text) => {
      if (!isFound && outcome.run !== undefined) {
        isFound = true;
        reached('run found');
      }
      log.info(text);
    },
  };
  const target = { workflow: dispatch.workflow, ref: await refOf(component, pass), inputs };
  const asked = {
    ...{
      repository,
      target,
      nonce: namesSent(component).has('nonce') ? nonce : undefined,
      wait: true,
      timeoutMs: PATIENCE_MS,
    },
    ...{ onTimeout: 'cancel' as const, approvalTimeoutMs: PATIENCE_MS, retryFailedJobs: 0 },
    ...{ acceptConclusions: [], outputsArtifact: undefined },
  };
  await dispatchAndWait(asked, { clock, log: noticing, signal: pass.signal, outcome });
  const { run, problem } = outcome;
  if (run) reached(`run ended (${run.conclusion ?? run.status})`);
  return { ...trip, hops, problem };
}

function namesSent({ inputs }: Component): Set<string> {
  return new Set(Object.values(inputs).flatMap(namesIn));
}

/** What a train would send for the next patch, with nothing released beside it. */
async function inputsOf(component: Component, nonce: string, pass: Pass): Promise<Record<string, string>> {
  const [published] = packagesOf(component);
  const latest = published && (await pass.registry.versions(published))?.tags.latest;
  const version = semver.inc(latest ?? '0.0.0', 'patch') ?? '0.0.1';
  const known: Record<string, string> = {
    ...{ version, nonce, train: nonce, component: component.id, environment: '', 'release-type': 'patch' },
    ...{ 'previous-version': latest ?? '', 'dependency-versions': '{}' },
  };
  if (published) known.package = nameOf(published);
  const filled = Object.entries(component.inputs).map(([name, text]) => {
    const values = Object.fromEntries(namesIn(text).map((one) => [one, known[one] ?? '']));
    return [name, fillIn(text, values)];
  });
  return Object.fromEntries(filled);
}
