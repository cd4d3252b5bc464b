import { messageOf } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { findRepository } from '../../platform/github/repositories.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { Component, Manifest } from '../../train/manifest/manifest.ts';

const PARALLEL = 8;

/** The default branches of the repositories of components that name no ref: repository, in lower case, → branch. */
export async function defaultBranches(
  components: readonly Component[],
  { clientFor, signal }: { clientFor: (repository: string) => GitHubClient; signal: AbortSignal },
): Promise<{ readonly branches: ReadonlyMap<string, string>; readonly faults: readonly TrainFault[] }> {
  const open = new Map(
    components
      .filter(({ ref }) => ref === undefined)
      .map((component) => [component.repository.toLowerCase(), component]),
  );
  const faults: TrainFault[] = [];
  const found = await mapPooled([...open], PARALLEL, async ([key, { id, repository }]) => {
    const fault = (why: string) =>
      faults.push({ at: ['components', id, 'repository'], message: `Component ${id}: ${why}` });
    try {
      const facts = await findRepository(clientFor(repository), repository, { signal });
      if (facts) return [[key, facts.defaultBranch] as const];
      fault(`there is no repository ${repository}, or the token may not see it.`);
    } catch (error) {
      signal.throwIfAborted();
      fault(`the default branch of ${repository} could not be read: ${messageOf(error)}`);
    }
    return [];
  });
  return { branches: new Map(found.flat()), faults };
}

/** The manifest with a ref for every component of these repositories: what is planned runs on a branch that has a name. */
export function withRefs(manifest: Manifest, branches: ReadonlyMap<string, string>): Manifest {
  const components = manifest.components.map((component) => {
    const ref = component.ref ?? branches.get(component.repository.toLowerCase());
    return ref === undefined ? component : { ...component, ref };
  });
  return { ...manifest, components };
}
