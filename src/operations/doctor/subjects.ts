import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Declared } from '../../services/register/definition.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { Hub } from '../hub/hub-file.ts';
import { keyOf, type Subject } from './pass.ts';

/** What a pass is about: what can be looked at decides, unless it is said. */
export const PROFILES = ['train', 'hub', 'changesets', 'service'] as const;
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

/** The sources of a hub, their repositories and owners, and the hub itself. */
export function subjectsOfHub(hub: Hub, home: Repository | undefined): Subject[] {
  const repositories = hub.sources.map(({ repository }) => repository);
  return [
    ...ownersOf(repositories),
    ...repositories.map((name) => ({ of: 'repository' as const, name, within: ownerKey(name) })),
    ...hub.sources.map((source) => ({
      ...{ of: 'source' as const, name: source.repository, source },
      within: keyOf({ of: 'repository', name: source.repository }),
    })),
    ...(home ? [{ of: 'hub' as const, name: home.name, hub, repository: home }] : []),
  ];
}

/** Declared services with the repositories that they are deployed from, as far as those are said, and all of them together. */
export function subjectsOfServices(services: readonly Declared[], file: string): Subject[] {
  const placed = services.flatMap(({ name, repository }) => (repository === undefined ? [] : [{ name, repository }]));
  const repositories = placed.map(({ repository }) => repository);
  return [
    ...ownersOf(repositories),
    ...repositories.map((name) => ({ of: 'repository' as const, name, within: ownerKey(name) })),
    ...placed.map(({ name, repository }) => ({
      ...{ of: 'service' as const, name, repository },
      within: keyOf({ of: 'repository', name: repository }),
    })),
    { of: 'fleet', name: file, services },
  ];
}

/** What several profiles are about, once. */
export function joined(subjects: readonly Subject[]): Subject[] {
  const byKey = new Map<string, Subject>();
  for (const subject of subjects) {
    const known = byKey.get(keyOf(subject));
    const both =
      known?.of === 'owner' && subject.of === 'owner'
        ? { ...known, repositories: [...new Set([...known.repositories, ...subject.repositories])] }
        : (known ?? subject);
    byKey.set(keyOf(subject), both);
  }
  return [...byKey.values()];
}

/** The owners of repositories, each with its own. */
function ownersOf(repositories: readonly string[]): Subject[] {
  const byOwner = new Map<string, { name: string; repositories: string[] }>();
  for (const repository of repositories) {
    const owner = ownerOf(repository);
    const known = byOwner.get(owner.toLowerCase()) ?? { name: owner, repositories: [] };
    known.repositories.push(repository);
    byOwner.set(owner.toLowerCase(), known);
  }
  return [...byOwner.values()].map((one) => ({ of: 'owner' as const, ...one }));
}

function ownerKey(repository: string): string {
  return keyOf({ of: 'owner', name: ownerOf(repository) });
}
