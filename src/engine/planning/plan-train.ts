import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import { UserError } from '../../platform/errors.ts';
import { sha256Of } from '../../platform/files/file-digest.ts';
import { getRef } from '../../platform/github/refs.ts';
import type { RepositoryFacts } from '../../platform/github/repositories.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import { fillIn, isOutputName, namesIn } from '../../train/manifest/interpolate.ts';
import { checkedOutputs } from '../../train/manifest/output-values.ts';
import { mapTexts, textsIn } from '../../train/manifest/texts.ts';
import { makePlan, unreadVersions } from '../../train/plan/make-plan.ts';
import { canonical, type HandedOutputs, type Plan } from '../../train/plan/plan.ts';
import type { Selection } from '../../train/plan/selection.ts';
import { symbolicVersions } from '../../train/plan/version-text.ts';
import { versionsNeeded } from '../../train/plan/versioned.ts';
import type { EarlierVersions } from '../../train/plan/versions.ts';
import type { GoodVersion, LastGood } from '../stores/train-store.ts';
import { type AskedChild, checkChildren } from './check-children.ts';
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
  return sha256Of(canonical({ ...plan, components }));
}

/** Finds every component's real current version and makes the plan. Reads only. Throws a UserError with every fault. */
export async function planTrain(
  { selection: opened, located, warnings }: OpenedManifest,
  world: {
    readonly repositoryFor: (name: string) => Repository;
    /** The repository of the job. */
    readonly home: string;
    /** Whether this step will start what it plans, with its own tokens. */
    readonly starts: boolean;
    readonly registry: PackageRegistry;
    readonly lastGood: LastGood;
    readonly signal: AbortSignal;
  },
): Promise<PlannedTrain> {
  const { repositoryFor, home, starts, registry, lastGood, signal } = world;
  const [currentVersions, { repositories, faults: unseen }] = await Promise.all([
    lookUpCurrentVersions(versionsNeeded(opened), versionSources(repositoryFor, registry, signal), { signal }),
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
    deployedOutputs: handedOn(good),
    earlierVersions: new Map(Object.entries(good).map(([id, one]) => [id, earlierOf(one)])),
    resolved: await resolveSymbolic(selection, world),
  });
  const forms = new Map(selection.components.map(({ id, tag }) => [id, tag && { tag }]));
  const planned = 'faults' in result ? selection.components : result.plan.components;
  const asked = planned.map((component): AskedChild => ({ ...component, ...forms.get(component.id) }));
  const children = await checkChildren(asked, {
    repositoryFor,
    home,
    starts,
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

/** Where a deployment goes back to, and what it leaves then. */
function earlierOf({ version, before = [], tried }: GoodVersion): EarlierVersions {
  const earlier = before.map((one) => one.version);
  return tried === undefined ? { leaves: version, earlier } : { leaves: tried.version, earlier: [version, ...earlier] };
}

/** What every component handed on when it was last good. Others can write where that stands: what cannot be is unknown. */
function handedOn(good: Readonly<Record<string, GoodVersion>>): Map<string, HandedOutputs> {
  const found = Object.entries(good).map(([id, { outputs }]) => [id, checkedOutputs(outputs).outputs] as const);
  return new Map(found.filter((one): one is [string, HandedOutputs] => one[1] !== undefined));
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
    const tries = await Promise.all(SAMPLES.map((sample) => parseChecks(sampled(health, sample))));
    const faulty = tries.filter((parsed) => 'faults' in parsed);
    if (faulty.length < tries.length) return [];
    return (faulty[0]?.faults ?? []).map(({ message }) => ({
      at: ['components', id, 'health'],
      message: `Component ${id}: ${message}`,
    }));
  });
  return (await Promise.all(faults)).flat();
}

/** An output may be a whole address or a part of one: a check is faulty where it is with both. */
const SAMPLES = ['https://sample.invalid', '1'];

function sampled(health: unknown, sample: string): unknown {
  const names = [...textsIn(health)].flatMap(({ text }) => namesIn(text).filter(isOutputName));
  const values = { nonce: 'nonce', train: 'train', ...Object.fromEntries(names.map((name) => [name, sample])) };
  return mapTexts(health, (text) => fillIn(text, values));
}

/** `develop-latest` becomes the commit that the branch points to now (`latest`: the component's ref), before anything starts. */
async function resolveSymbolic(
  { manifest: { components }, request: { versions = {} } }: Selection,
  { repositoryFor, signal }: { repositoryFor: (name: string) => Repository; signal: AbortSignal },
): Promise<Record<string, string>> {
  const byId = new Map(components.map((component) => [component.id, component]));
  const resolved = [...symbolicVersions(versions)].map(async ([id, { branch }]): Promise<[string, string][]> => {
    const component = byId.get(id);
    if (!component) return [];
    const { repository, ref = '' } = component;
    const wanted = (branch ?? ref).replace(/^refs\/heads\//, '');
    const commit = await getRef(repositoryFor(repository), `heads/${wanted}`, { signal });
    return commit === undefined ? [] : [[id, commit]];
  });
  return Object.fromEntries((await Promise.all(resolved)).flat());
}
