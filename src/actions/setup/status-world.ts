import { access } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { resolveManifestFile } from '../../engine/planning/open-manifest.ts';
import { trainRegistry } from '../../engine/planning/train-registry.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import { readTargets } from '../../operations/status/targets.ts';
import { cliRegistry, type PackageRegistry } from '../../packages/registries/package-registry.ts';
import { UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import { openRememberedAnswers, type RememberedAnswers } from '../../platform/github/client/remembered-answers.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository } from '../../platform/runner/context.ts';
import { duration, flag, type InputsOf, lines, map, oneOf, optional, text } from '../../platform/runner/inputs.ts';
import { DAY_MS, parseDays } from '../../platform/time/duration.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { connect, connectionInputs } from './connect-github.ts';
import { networkInputs } from './network-inputs.ts';
import { homeBeside } from './own-repository.ts';
import { openStore, stateInputs } from './state-input.ts';
import { trainIdInput } from './train-options.ts';

export const statusInputs = {
  ...connectionInputs,
  ...networkInputs,
  manifest: optional(lines),
  state: stateInputs.state,
  issue: optional(flag, true),
  page: optional(text),
  cache: optional(text),
  'page-names': optional(oneOf('full', 'ids'), 'full'),
  'train-id': optional(trainIdInput),
  environment: optional(text),
  'check-health': optional(flag, false),
  reconciliation: optional(text),
  since: optional(days, 90 * DAY_MS),
  targets: optional(async (value: string) => readTargets(await map(value)), {}),
  every: optional(duration, 15 * 60_000),
  'longest-gap': optional(duration, 2 * 3_600_000),
  'registry-url': optional(text),
  'index-url': optional(text),
  'dry-run': optional(flag, false),
} as const;

export type StatusInputs = InputsOf<typeof statusInputs>;

/** Throws a UserError where the inputs contradict one another. */
export function verifyStatusInputs(
  { trainId, environment, checkHealth, page, cache }: StatusInputs,
  workspace: string,
): void {
  const faults: string[] = [];
  if (trainId !== undefined && environment !== undefined)
    faults.push('Inputs train-id and environment are two questions: ask one at a time.');
  if (checkHealth && environment === undefined)
    faults.push('Input check-health asks what is deployed in an environment: give environment, too.');
  if (page !== undefined && (trainId !== undefined || environment !== undefined))
    faults.push(
      'Input page: a page is of everything, not of one train or environment. Leave train-id and environment out.',
    );
  if (page !== undefined && !isBelow(resolve(workspace, page), workspace))
    faults.push(`Input page: ${page} is not a folder below the workspace. Expected a path such as _site.`);
  if (cache !== undefined && !isBelow(resolve(workspace, cache), workspace))
    faults.push(
      `Input cache: ${cache} is not a file below the workspace. Expected a path such as .release-status/answers.gz.`,
    );
  if (trainId === '*') faults.push('Input train-id: * is no train. Give the id of one, or leave it out.');
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
}

/** The workspace itself is no place for a page: its files would be published with it. */
function isBelow(folder: string, workspace: string): boolean {
  const way = relative(workspace, folder);
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
}

export interface StatusWorld {
  readonly manifests: readonly Manifest[];
  readonly repositoryFor: (name: string) => Repository;
  /** This repository: its state branch, its issues, its runs. */
  readonly home: Repository;
  readonly store: StateStore;
  readonly registry: PackageRegistry;
  /** What GitHub told earlier looks. */
  readonly remembered: RememberedAnswers | undefined;
}

/** Reads the manifests and connects all that a look needs; nothing is requested yet. Throws a UserError with every fault. */
export async function openStatusWorld(given: StatusInputs, runner: Runner): Promise<StatusWorld> {
  const { env, workspace, signal } = runner;
  const manifests = await readManifests(await manifestFiles(given, workspace), workspace);
  const tokens = Object.assign({}, ...manifests.map((manifest) => manifest.tokens)) as Manifest['tokens'];
  const asksGitHub = given.trainId === undefined && given.environment === undefined;
  const repositories = asksGitHub ? manifests.flatMap(({ components }) => components.map((one) => one.repository)) : [];
  const own = given.state.kind === 'branch' || given.issue ? [ownRepository(env)] : [];
  // With the job's own token nobody else need reach it.
  const asked = [...repositories, ...(given.token === undefined ? own : [])];
  const remembered =
    given.cache === undefined ? undefined : await openRememberedAnswers(resolve(workspace, given.cache));
  const repositoryFor = connect(given, runner, { tokens, owners: [...new Set(asked.map(ownerOf))], remembered });
  const home = homeBeside(repositoryFor, given, { runner, remembered });
  const { registryUrl, indexUrl, state } = given;
  const withheld = Object.values(tokens);
  const cli = cliRegistry({ registryUrl, indexUrl, cwd: workspace, env, signal, withheld });
  const store = openStore(state, () => home, runner);
  return { manifests, repositoryFor, home, remembered, store, registry: trainRegistry(cli) };
}

const USUAL_MANIFEST = '.github/release-train.yml';

/** Where no manifest is named and none is at the usual place, services may be all that there is. */
async function manifestFiles(
  { manifest, reconciliation }: StatusInputs,
  workspace: string,
): Promise<readonly string[]> {
  if (manifest !== undefined) return manifest;
  const isThere = await access(resolve(workspace, USUAL_MANIFEST)).then(
    () => true,
    () => false,
  );
  return isThere || reconciliation === undefined ? [USUAL_MANIFEST] : [];
}

/** All of them, or the faults of all. */
async function readManifests(files: readonly string[], workspace: string): Promise<Manifest[]> {
  const read = await Promise.allSettled(
    files.map(async (file) => resolveManifestFile(await namedPath(workspace, file), file)),
  );
  const faults = read.flatMap((one) => {
    if (one.status === 'fulfilled') return [];
    if (!(one.reason instanceof UserError)) throw one.reason;
    return one.reason.faults;
  });
  if (faults.length > 0) throw new UserError(faults);
  return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value.manifest] : []));
}

function days(value: string): number {
  const ms = parseDays(value);
  if (ms !== undefined && ms > 0 && ms <= 366 * DAY_MS) return ms;
  throw new Error('expected days such as 90d, at most 366d');
}
