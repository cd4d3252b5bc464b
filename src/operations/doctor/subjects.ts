import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { keyOf, type Subject } from './pass.ts';

/** What a pass is about: what can be looked at decides, unless it is said. */
export const PROFILES = ['train', 'hub'] as const;
export type Profile = (typeof PROFILES)[number];

/** The owners, repositories and components of a manifest. */
export function subjectsOfTrain(manifest: Manifest): Subject[] {
  const repositories = new Map(
    manifest.components.map(({ id, repository }) => [repository.toLowerCase(), { id, name: repository }]),
  );
  return [
    ...ownersOf([...repositories.values()].map(({ name }) => name)),
    ...[...repositories.values()].map(({ id, name }) => ({
      ...{ of: 'repository' as const, name, within: ownerKey(name) },
      at: ['components', id, 'repository'],
    })),
    ...manifest.components.map((component) => ({
      ...{ of: 'component' as const, name: component.id, component },
      within: keyOf({ of: 'repository', name: component.repository }),
    })),
    { of: 'train', name: manifest.name, manifest },
  ];
}

/** The owners of repositories, each with its own. */
export function ownersOf(repositories: readonly string[]): Subject[] {
  const byOwner = new Map<string, { name: string; repositories: string[] }>();
  for (const repository of repositories) {
    const owner = ownerOf(repository);
    const known = byOwner.get(owner.toLowerCase()) ?? { name: owner, repositories: [] };
    known.repositories.push(repository);
    byOwner.set(owner.toLowerCase(), known);
  }
  return [...byOwner.values()].map((one) => ({ of: 'owner' as const, ...one }));
}

export function ownerKey(repository: string): string {
  return keyOf({ of: 'owner', name: ownerOf(repository) });
}
