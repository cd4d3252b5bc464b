import { createHash } from 'node:crypto';
import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import { UserError } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { getRef } from '../../platform/github/refs.ts';
import type { RepositoryFacts } from '../../platform/github/repositories.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import { fillIn } from '../../train/manifest/interpolate.ts';
import { mapTexts } from '../../train/manifest/texts.ts';
import { makePlan, unreadVersions } from '../../train/plan/make-plan.ts';
import { canonical, type Plan } from '../../train/plan/plan.ts';
import type { Selection } from '../../train/plan/selection.ts';
import { symbolicVersions } from '../../train/plan/version-text.ts';
import { versionsNeeded } from '../../train/plan/versioned.ts';
import type { LastGood } from '../stores/train-store.ts';
import { checkChildren } from './check-children.ts';
import { lookUpCurrentVersions } from './current-versions.ts';
import { defaultBranches, withRefs } from './default-branches.ts';
import type { OpenedManifest } from './open-manifest.ts';
import { withPrevious } from './previous-versions.ts';
import { versionSources } from './version-sources.ts';

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

/** Finds every component's real current version and makes the plan. Reads only. Throws a UserError with every fault. */
export async function planTrain(
  { selection: opened, located, warnings }: OpenedManifest,
  world: {
    readonly clientFor: (repository: string) => GitHubClient;
    readonly registry: PackageRegistry;
    readonly lastGood: LastGood;
    readonly signal: AbortSignal;
  },
): Promise<PlannedTrain> {
  const { clientFor, registry, lastGood, signal } = world;
  const [currentVersions, { repositories, faults: unseen }] = await Promise.all([
    lookUpCurrentVersions(versionsNeeded(opened), versionSources(clientFor, registry, signal), { signal }),
    defaultBranches(opened.components, world),
  ]);
  const good = lastGood[opened.environment?.id ?? 'release'] ?? {};
  const previous = withPrevious(opened, good);
  const without = [...unseen, ...('faults' in previous ? previous.faults : [])];
  if ('faults' in previous || without.length > 0)
    throw new UserError(located([...without, ...unreadVersions(currentVersions)]));
  const selection = withBranches(previous, repositories);
  const result = makePlan(selection, {
    currentVersions,
    deployedVersions: new Map(Object.entries(good).map(([id, { version }]) => [id, version])),
    resolved: await resolveSymbolic(selection, world),
  });
  const children = await checkChildren('faults' in result ? selection.components : result.plan.components, {
    clientFor,
    rollback: 'plan' in result && result.plan.rollback,
    signal,
    facts: repositories,
  });
  const faults = [...('faults' in result ? result.faults : await healthFaults(result.plan)), ...children.faults];
  if ('faults' in result || faults.length > 0) throw new UserError(located(faults));
  const { plan, leftOut } = result;
  const told = [...warnings, ...result.warnings, ...children.warnings];
  return { plan, leftOut, warnings: told, hash: planHash(plan) };
}

function withBranches(selection: Selection, repositories: ReadonlyMap<string, RepositoryFacts>): Selection {
  const manifest = withRefs(selection.manifest, repositories);
  const selected = new Set(selection.components.map(({ id }) => id));
  return { ...selection, manifest, components: manifest.components.filter(({ id }) => selected.has(id)) };
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
  { manifest: { components }, request: { versions = {} } }: Selection,
  { clientFor, signal }: { clientFor: (repository: string) => GitHubClient; signal: AbortSignal },
): Promise<Record<string, string>> {
  const byId = new Map(components.map((component) => [component.id, component]));
  const resolved = [...symbolicVersions(versions)].map(async ([id, { branch }]): Promise<[string, string][]> => {
    const component = byId.get(id);
    if (!component) return [];
    const { repository, ref = '' } = component;
    const wanted = (branch ?? ref).replace(/^refs\/heads\//, '');
    const commit = await getRef(clientFor(repository), repository, `heads/${wanted}`, { signal });
    return commit === undefined ? [] : [[id, commit]];
  });
  return Object.fromEntries((await Promise.all(resolved)).flat());
}
