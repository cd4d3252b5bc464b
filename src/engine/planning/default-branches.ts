import { messageOf } from '../../platform/errors.ts';
import { findRepository, type RepositoryFacts } from '../../platform/github/repositories.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { Component, Manifest } from '../../train/manifest/manifest.ts';
import { listedRepositories } from './listed-repositories.ts';

const PARALLEL = 8;

/** What GitHub says of the repositories of components that name no ref, and of some others: repository, in lower case, → its facts. */
export async function defaultBranches(
  components: readonly Pick<Component, 'id' | 'repository' | 'ref'>[],
  { repositoryFor, signal }: { repositoryFor: (name: string) => Repository; signal: AbortSignal },
): Promise<{ readonly repositories: ReadonlyMap<string, RepositoryFacts>; readonly faults: readonly TrainFault[] }> {
  const open = new Map(
    components
      .filter(({ ref }) => ref === undefined)
      .map((component) => [component.repository.toLowerCase(), component]),
  );
  const faults: TrainFault[] = [];
  const listed = await listedRepositories(open.keys(), { repositoryFor, signal });
  const unlisted = [...open].filter(([key]) => !listed.has(key));
  const found = await mapPooled(unlisted, PARALLEL, async ([key, { id, repository }]) => {
    const fault = (why: string) =>
      faults.push({ at: ['components', id, 'repository'], message: `Component ${id}: ${why}` });
    try {
      const facts = await findRepository(repositoryFor(repository), { signal });
      if (facts) return [[key, facts] as const];
      fault(`there is no repository ${repository}, or the token may not see it.`);
    } catch (error) {
      signal.throwIfAborted();
      fault(`the default branch of ${repository} could not be read: ${messageOf(error)}`);
    }
    return [];
  });
  return { repositories: new Map([...listed, ...found.flat()]), faults };
}

/** The manifest with a ref for every component of these repositories: what is planned runs on a branch that has a name. */
export function withRefs(manifest: Manifest, repositories: ReadonlyMap<string, RepositoryFacts>): Manifest {
  const components = manifest.components.map((component) => {
    const ref = component.ref ?? repositories.get(component.repository.toLowerCase())?.defaultBranch;
    return ref === undefined ? component : { ...component, ref };
  });
  return { ...manifest, components };
}
