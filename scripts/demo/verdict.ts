import type { GitStore } from '../../simulator/core/git-store.ts';
import { STATE_BRANCH } from '../../src/engine/stores/state-branch.ts';
import { packagesOf } from '../../src/train/manifest/packages.ts';
import type { DemoWorld } from './world.ts';

/** What the embedded GitHub itself saw, whatever the orchestrator says. */
export interface Verdict {
  readonly released: readonly { readonly id: string; readonly version: string }[];
  readonly unreleased: readonly string[];
  /** Dispatches by repository. */
  readonly dispatches: ReadonlyMap<string, number>;
  /** Commits of the branch that keeps the train: each a transition, or several of one tick. */
  readonly kept: number;
  readonly problems: readonly string[];
}

/** Judges by the embedded GitHub's own log: each released once, none before what it needs, none dispatched more often than tried. */
export function verdict({ github, components, home }: DemoWorld, { tries = 1, isPart = false } = {}): Verdict {
  const { effects } = github;
  const published = new Map<string, { at: number; version: string; order: number }[]>();
  for (const [order, effect] of effects.entries()) {
    if (effect.kind !== 'publish' || effect.runId === undefined || effect.package === undefined) continue;
    const earlier = published.get(effect.package) ?? [];
    published.set(effect.package, [...earlier, { at: effect.at, version: effect.version ?? '', order }]);
  }
  const keyOf = (component: (typeof components)[number]) => {
    const [first] = packagesOf(component);
    return first
      ? Object.entries(first)
          .map(([kind, name]) => `${kind}:${name}`)
          .join()
      : '';
  };
  const byId = new Map(components.map((component) => [component.id, published.get(keyOf(component)) ?? []]));
  const dispatches = new Map<string, number>();
  for (const { kind, repository } of effects) {
    if (kind === 'dispatch') dispatches.set(repository, (dispatches.get(repository) ?? 0) + 1);
  }
  const members = new Map<string, number>();
  for (const { repository } of components) members.set(repository, (members.get(repository) ?? 0) + 1);
  const problems = components.flatMap(({ id, needs, repository }) => {
    const own = byId.get(id) ?? [];
    const late = needs.filter(
      // What a part of the components needs of the others is there already.
      (need) => own[0] && (byId.get(need)?.[0]?.order ?? (isPart ? 0 : Number.POSITIVE_INFINITY)) > own[0].order,
    );
    return [
      ...(own.length > 1 ? [`${id} was published ${own.length} times.`] : []),
      ...late.map((need) => `${id} was published before ${need}, which it needs.`),
      ...((dispatches.get(repository) ?? 0) > tries * (members.get(repository) ?? 1)
        ? [`${repository} was dispatched ${dispatches.get(repository)} times.`]
        : []),
    ];
  });
  return {
    released: components.flatMap(({ id }) => (byId.get(id) ?? []).map(({ version }) => ({ id, version }))),
    unreleased: components.map(({ id }) => id).filter((id) => byId.get(id)?.length === 0),
    dispatches,
    kept: commitsOf(github.repository(home).git),
    problems,
  };
}

function commitsOf(git: GitStore): number {
  let commits = 0;
  for (let sha = git.refs.get(`refs/heads/${STATE_BRANCH}`); sha !== undefined; sha = git.commit(sha)?.parents[0])
    commits += 1;
  return commits;
}

/** Prints what the embedded GitHub's log shows. */
export function tell({ released, unreleased, dispatches, kept, problems }: Verdict): void {
  const most = Math.max(0, ...dispatches.values());
  console.log("\nBy the embedded GitHub's own log:");
  console.log(
    `  released:   ${released.length}${unreleased.length > 0 ? `, not released: ${unreleased.join(', ')}` : ''}`,
  );
  console.log(
    `  dispatches: ${[...dispatches.values()].reduce((a, b) => a + b, 0)} to ${dispatches.size} repositories, at most ${most} to one`,
  );
  console.log(`  order:      ${problems.length === 0 ? 'nothing was published before what it needs' : 'VIOLATED'}`);
  if (kept > 0) console.log(`  state:      ${kept} commits on the branch ${STATE_BRANCH}, each a step that is kept`);
  for (const problem of problems) console.log(`  - ${problem}`);
}
