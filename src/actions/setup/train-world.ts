import { defaultBranches, withRefs } from '../../engine/planning/default-branches.ts';
import { openManifest } from '../../engine/planning/open-manifest.ts';
import { type PlannedTrain, planTrain } from '../../engine/planning/plan-train.ts';
import { trainRegistry } from '../../engine/planning/train-registry.ts';
import type { Saved, StateStore } from '../../engine/stores/train-store.ts';
import { cliRegistry, type PackageRegistry } from '../../packages/registries/package-registry.ts';
import { UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository, runContext } from '../../platform/runner/context.ts';
import type { InputsOf } from '../../platform/runner/inputs.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { Notifications } from '../../train/manifest/notifications.ts';
import type { Plan } from '../../train/plan/plan.ts';
import { connect, tokensAtHand } from './connect-github.ts';
import { homeBeside } from './own-repository.ts';
import { openStore, type StateInput, type StateWriter, stateHome } from './state-input.ts';
import { requestOf, type trainInputs } from './train-inputs.ts';

/** What plans and trains stand on: the manifest's repositories, registries, and where trains are kept. */
export interface TrainWorld {
  readonly repositoryFor: (name: string) => Repository;
  /** The repository that runs the train. */
  readonly home: Repository;
  readonly registry: PackageRegistry;
  readonly manifest: Manifest;
  /** The manifest, with the default branch for every component of a plan that names no ref: what a plan is held against. */
  manifestOf(plan: Plan): Promise<Manifest>;
  readonly store: StateStore;
  /** Ids of the manifest's environments. */
  readonly environments: readonly string[];
  /** Who is told of what, as the manifest says. */
  readonly notifications: Notifications | undefined;
  /** A repository by the client that writes issues in it. */
  readonly issuesIn: (name: string) => Repository;
  /** Makes the plan that the inputs ask for; reads only. */
  plan(): Promise<PlannedTrain>;
}

/** Checks manifest, request and tokens, all before the first request. Throws a UserError with every fault. */
export async function openWorld(
  given: InputsOf<typeof trainInputs> &
    StateWriter & { readonly startsNothing?: boolean; readonly isOnlyShown?: boolean },
  state: StateInput,
  runner: Runner,
): Promise<TrainWorld> {
  const { env, workspace, signal } = runner;
  const request = { ...requestOf(given), ...(given.startsNothing && { startsNothing: true as const }) };
  const path = await namedPath(workspace, given.manifest);
  const opened = await openManifest({ path, shownAs: given.manifest }, request, tokensAtHand(given, env));
  const own = state.kind === 'branch' ? ownRepository(env) : undefined;
  const { manifest } = opened.selection;
  const others = own === undefined || given.token !== undefined ? [] : [ownerOf(own)];
  const owners = [...opened.owners, ...others, ...issueOwners(manifest)];
  const repositoryFor = connect(given, runner, { tokens: manifest.tokens, owners });
  const home = homeBeside(repositoryFor, given, { runner });
  const { registryUrl, indexUrl } = given;
  const registry = trainRegistry(
    cliRegistry({
      registryUrl,
      indexUrl,
      cwd: workspace,
      env,
      signal,
      withheld: Object.values(manifest.tokens),
    }),
  );
  const { stateCommitPrefix: commitPrefix } = manifest;
  const kept = openStore(state, () => stateHome(given, runner) ?? home, { ...runner, commitPrefix });
  const store = withoutSecrets(kept, runner);
  return {
    repositoryFor,
    home,
    registry,
    manifest,
    manifestOf: async (plan) => {
      const ids = new Set(plan.components.map(({ id }) => id));
      const components = manifest.components.filter(({ id }) => ids.has(id));
      const { repositories, faults } = await defaultBranches(components, { repositoryFor, signal });
      if (faults.length > 0) throw new UserError(opened.located(faults));
      return withRefs(manifest, repositories);
    },
    store,
    environments: manifest.environments.map(({ id }) => id),
    notifications: manifest.notifications,
    issuesIn: (name) => (name === runContext(env).repository ? home : repositoryFor(name)),
    plan: async () =>
      planTrain(opened, {
        ...{ repositoryFor, home: home.name, registry, lastGood: await store.lastGood(), signal },
        starts: !given.isOnlyShown,
      }),
  };
}

/** Owners of the repositories in which problems become issues. */
function issueOwners({ notifications, tokens }: Manifest): string[] {
  const channels = notifications?.channels ?? [];
  const owners = channels.filter((one) => one.kind === 'issue').map(({ repository }) => ownerOf(repository));
  // A token that the manifest names is asked for only where it is a component's.
  return owners.filter((owner) => !Object.hasOwn(tokens, owner));
}

/** What is saved stays for good, where everybody reads it: an error that echoes a token is saved without it. */
function withoutSecrets(store: StateStore, { secrets }: Runner): StateStore {
  const clean = (saved: Saved): Saved => ({
    ...saved,
    state: secrets.redactIn(saved.state),
    ...(saved.ledger && { ledger: secrets.redactIn(saved.ledger) }),
  });
  return { ...store, save: (saved, message) => store.save(clean(saved), message) };
}

/**
 * Re-running the job of a train resumes the same train, because a run keeps its id. A run may release and then deploy to
 * several environments: each has its own.
 */
export function defaultTrainId({ env, clock }: Pick<Runner, 'env' | 'clock'>, environment?: string): string {
  const { runId } = runContext(env);
  const run = runId ? `run-${runId}` : `local-${clock.now().toString(36)}`;
  if (environment === undefined) return run;
  return `${run}-${environment.replace(/[^A-Za-z0-9._-]/g, '-')}`.slice(0, 64);
}
