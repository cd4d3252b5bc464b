import type { ComponentFailure } from '../machine/failures.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Which failures GitHub refused in the words of an earlier one, but for the repository and the request: one token that lacks a right
 * fails in every repository, and is fixed once. By component id the first that failed so; runs that failed have causes of their own.
 */
export function sameCauses({ components }: Plan, failures: readonly ComponentFailure[]): ReadonlyMap<string, string> {
  const repositories = new Map(components.map(({ id, repository }) => [id, repository]));
  const first = new Map<string, string>();
  return new Map(
    failures.flatMap(({ id, component: { reason = '', dispatch } }) => {
      if (dispatch?.run !== undefined || reason === '') return [];
      const words = reason.replaceAll(repositories.get(id) ?? '', '').replace(/Request id \S+/, '');
      const same = first.get(words);
      if (same === undefined) first.set(words, id);
      return same === undefined ? [] : [[id, same] as const];
    }),
  );
}
