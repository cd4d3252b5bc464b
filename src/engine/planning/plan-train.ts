import { createHash } from 'node:crypto';
import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import { UserError } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { readFile } from '../../platform/github/contents.ts';
import { getRef } from '../../platform/github/refs.ts';
import { latestRelease } from '../../platform/github/releases.ts';
import { missingTokens } from '../../train/manifest/check-manifest.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import { fillIn } from '../../train/manifest/interpolate.ts';
import { mapTexts } from '../../train/manifest/texts.ts';
import { makePlan, type PlanRequest } from '../../train/plan/make-plan.ts';
import { canonical, type Plan } from '../../train/plan/plan.ts';
import { selectComponents } from '../../train/plan/selection.ts';
import { symbolicVersions } from '../../train/plan/version-text.ts';
import { versionsNeeded } from '../../train/plan/versioned.ts';
import type { LastGood } from '../stores/train-store.ts';
import { lookUpCurrentVersions } from './current-versions.ts';
import { withPrevious } from './previous-versions.ts';
import { type ReadManifest, readManifestFile } from './read-manifest.ts';

/** What is asked of a train; the rest is in its manifest. */
export type TrainRequest = Omit<PlanRequest, 'currentVersions' | 'resolved' | 'deployedVersions'>;

/** A manifest that may be planned from: read, without faults, with every token that it names. */
export interface OpenedManifest extends ReadManifest {
  /** Owners of the repositories that the request is about. */
  readonly owners: readonly string[];
}

export interface PlannedTrain {
  readonly plan: Plan;
  readonly hash: string;
  /** Ids that the request does not select. */
  readonly leftOut: readonly string[];
  readonly warnings: readonly { readonly message: string }[];
}

/**
 * SHA-256 of the plan's canonical JSON, in hex: the same plan has the same hash on every machine. How a version was asked for
 * (`develop-latest`) is not part of it: the commit that it stood for is.
 */
export function planHash(plan: Plan): string {
  const components = plan.components.map(({ requestedVersion: _, ...component }) => component);
  return createHash('sha256')
    .update(canonical({ ...plan, components }))
    .digest('hex');
}

/**
 * Reads the manifest and checks all that can be checked without a request. `hasToken` says whether there is a token for an
 * owner whose environment variable the manifest names. Throws a UserError with every fault.
 */
export async function openManifest(
  file: { readonly path: string; readonly shownAs: string },
  request: TrainRequest,
  hasToken: (owner: string, variable: string) => boolean,
): Promise<OpenedManifest> {
  const read = await readManifestFile(file.path, file.shownAs);
  const { manifest, located } = read;
  const selection = selectComponents(manifest, request);
  const ids = new Set('ids' in selection ? selection.ids : []);
  const repositories = manifest.components.filter(({ id }) => ids.has(id)).map(({ repository }) => repository);
  const faults = [
    ...('faults' in selection ? selection.faults : []),
    ...missingTokens(manifest.tokens, repositories, hasToken),
  ];
  if (faults.length > 0) throw new UserError(located(faults));
  return { ...read, owners: [...new Set(repositories.map((repository) => repository.split('/', 1)[0] ?? ''))] };
}

/** Finds every component's real current version and makes the plan. Reads only. Throws a UserError with every fault. */
export async function planTrain(
  { manifest, located, warnings }: OpenedManifest,
  request: TrainRequest,
  world: {
    readonly clientFor: (repository: string) => GitHubClient;
    readonly registry: PackageRegistry;
    readonly lastGood: LastGood;
    readonly signal: AbortSignal;
  },
): Promise<PlannedTrain> {
  const { clientFor, registry, lastGood, signal } = world;
  const selection = selectComponents(manifest, request);
  const needed = versionsNeeded(manifest, 'ids' in selection ? selection.ids : []);
  const current = await lookUpCurrentVersions(
    needed,
    {
      registryVersion: (published) => registry.latest(published),
      latestTag: async (repository) => (await latestRelease(clientFor(repository), repository, { signal }))?.tag,
      packageJson: async (repository, ref) => {
        const text = await readFile(clientFor(repository), repository, { path: 'package.json', ref }, { signal });
        return text === undefined ? undefined : JSON.parse(text);
      },
    },
    { signal },
  );
  if (current.faults.length > 0) throw new UserError(located(current.faults));
  const good = lastGood[request.environment ?? 'release'] ?? {};
  const selected = 'ids' in selection ? selection.ids : [];
  const previous = withPrevious(request.versions ?? {}, { selected, good, environment: request.environment });
  if ('faults' in previous) throw new UserError(located(previous.faults));
  const result = makePlan(manifest, {
    ...request,
    versions: previous.versions,
    currentVersions: current.versions,
    deployedVersions: new Map(Object.entries(good).map(([id, { version }]) => [id, version])),
    resolved: await resolveSymbolic(manifest, { ...request, versions: previous.versions }, world),
  });
  if ('faults' in result) throw new UserError(located(result.faults));
  const { plan, leftOut } = result;
  const unreadable = await healthFaults(plan);
  if (unreadable.length > 0) throw new UserError(located(unreadable));
  return { plan, leftOut, warnings: [...warnings, ...result.warnings], hash: planHash(plan) };
}

/** Health checks that could not be read at the gate, when it is too late: a condition that does not parse, a suite without a capture. */
async function healthFaults({ components }: Plan): Promise<TrainFault[]> {
  const checked = components.filter(({ health }) => health.length > 0);
  if (checked.length === 0) return [];
  const { parseChecks } = await import('../../services/health/parse-checks.ts');
  const faults = checked.map(async ({ id, health }): Promise<TrainFault[]> => {
    const sample = mapTexts(health, (text) => fillIn(text, { nonce: 'nonce', train: 'train' }));
    const parsed = await parseChecks(sample);
    if (!('faults' in parsed)) return [];
    return parsed.faults.map(({ message }) => ({
      at: ['components', id, 'health'],
      message: `Component ${id}: ${message}`,
    }));
  });
  return (await Promise.all(faults)).flat();
}

/** `develop-latest` becomes the commit that the branch points to now (`latest`: the component's ref), before anything starts. */
async function resolveSymbolic(
  { components }: ReadManifest['manifest'],
  { versions = {} }: TrainRequest,
  { clientFor, signal }: { clientFor: (repository: string) => GitHubClient; signal: AbortSignal },
): Promise<Record<string, string>> {
  const byId = new Map(components.map((component) => [component.id, component]));
  const resolved = [...symbolicVersions(versions)].map(async ([id, { branch }]): Promise<[string, string][]> => {
    const component = byId.get(id);
    if (!component) return [];
    const { repository, ref } = component;
    const commit = await getRef(clientFor(repository), repository, `heads/${branch ?? ref}`, { signal });
    return commit === undefined ? [] : [[id, commit]];
  });
  return Object.fromEntries((await Promise.all(resolved)).flat());
}
