import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import { KnownError, messageOf } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { commitsAhead } from '../../platform/github/compare-commits.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { type RepositoryHead, readHeads } from '../../platform/github/repository-heads.ts';
import { recentRuns } from '../../platform/github/runs.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import { packagesOf } from '../../train/manifest/packages.ts';
import { type ComponentRow, latestTag, rowOf, type SeenComponent } from './component-row.ts';
import { knownOf, type Seen, seen } from './seen.ts';

export interface ComponentLooks {
  readonly repositoryFor: (name: string) => Repository;
  readonly registry: Pick<PackageRegistry, 'versions'>;
  readonly signal: AbortSignal;
}

const AT_ONCE = 8;

/**
 * Where every component stands. Heads, tags and files are asked for twenty repositories at once; the rest is at most two
 * conditional requests a component, eight components at a time, and its registries. What cannot be asked is said in its row.
 */
export async function lookAtComponents(
  components: readonly Component[],
  looks: ComponentLooks,
): Promise<ComponentRow[]> {
  const heads = await readAllHeads(components, looks);
  const keyOf = ({ repository }: Component) => repository.toLowerCase();
  const byRepository = Map.groupBy(components, keyOf);
  return mapPooled(components, AT_ONCE, async (component) => {
    looks.signal.throwIfAborted();
    const head = heads.get(component) ?? { unknown: 'It was not asked for.' };
    const sharesRepository = byRepository.get(keyOf(component))?.length !== 1;
    return rowOf(await lookAt({ component, head, sharesRepository }, looks));
  });
}

/** One question a client, whose twenty repositories go together. */
async function readAllHeads(
  components: readonly Component[],
  { repositoryFor, signal }: ComponentLooks,
): Promise<Map<Component, Seen<RepositoryHead>>> {
  const heads = new Map<Component, Seen<RepositoryHead>>();
  const byClient = Map.groupBy(components, ({ repository }) => repositoryFor(repository).client);
  const asked = [...byClient].map(async ([client, own]) => {
    const answers = await headsOf(client, own, signal);
    for (const [place, component] of own.entries())
      heads.set(component, answers[place] ?? { unknown: 'It was not answered.' });
  });
  await Promise.all(asked);
  return heads;
}

async function headsOf(
  client: GitHubClient,
  components: readonly Component[],
  signal: AbortSignal,
): Promise<Seen<RepositoryHead>[]> {
  const questions = components.map(({ repository, ref, directory }) => {
    const path = directory === undefined ? 'package.json' : `${directory}/package.json`;
    return { repository, ref, path };
  });
  try {
    const answers = await readHeads(client, questions, { signal, timeoutMs: 60_000 });
    return answers.map((answer) => ('refused' in answer ? { unknown: answer.refused } : { value: answer }));
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return components.map(() => ({ unknown: messageOf(error) }));
  }
}

async function lookAt(
  {
    component,
    head,
    sharesRepository,
  }: Pick<SeenComponent, 'component' | 'sharesRepository'> & { head: Seen<RepositoryHead> },
  { repositoryFor, registry, signal }: ComponentLooks,
): Promise<SeenComponent> {
  const repository = repositoryFor(component.repository);
  const base = { component, head, sharesRepository };
  const served = packagesOf(component).length > 0 ? { served: await seen(() => servedOf(component, registry)) } : {};
  const place = knownOf(head);
  if (!place) return { ...base, ...served };
  const ahead = await aheadOf(base, repository, signal);
  const runs = await seen(() => runsOf(component, place, { repository, signal }));
  return { ...base, ...served, ...(ahead && { ahead }), runs };
}

/** Of several packages that are released together: what all of them serve. */
async function servedOf(
  component: Component,
  registry: ComponentLooks['registry'],
): Promise<readonly string[] | undefined> {
  const answers = await Promise.all(packagesOf(component).map((one) => registry.versions(one)));
  const known = answers.flatMap((answer) => (answer ? [answer.versions] : []));
  if (known.length === 0) return undefined;
  if (known.length < answers.length) return [];
  return known.reduce((common, versions) => common.filter((version) => versions.includes(version)));
}

async function aheadOf(
  base: Pick<SeenComponent, 'component' | 'sharesRepository'> & { readonly head: Seen<RepositoryHead> },
  repository: Repository,
  signal: AbortSignal,
): Promise<Seen<number> | undefined> {
  const latest = latestTag(base);
  const head = knownOf(base.head)?.head;
  if (!latest || head === undefined) return undefined;
  // The tag is on the head itself: that needs no request.
  if (latest.commit === head) return { value: 0 };
  const answer = await seen(() => commitsAhead(repository, { base: latest.commit ?? latest.tag, head }, { signal }));
  if ('unknown' in answer) return { unknown: `How many commits are not released is not known: ${answer.unknown}` };
  if (answer.value !== undefined) return { value: answer.value };
  return { unknown: `${latest.tag} and the branch have no history in common.` };
}

async function runsOf(
  { dispatch, ref }: Component,
  { defaultBranch }: RepositoryHead,
  { repository, signal }: { readonly repository: Repository; readonly signal: AbortSignal },
) {
  const branch = ref ?? defaultBranch;
  const filter =
    'workflow' in dispatch ? { workflow: dispatch.workflow, branch } : { event: 'repository_dispatch', branch };
  const missing =
    'workflow' in dispatch
      ? `There is no workflow ${dispatch.workflow}, or the token may not see it (Actions: read).`
      : '';
  return recentRuns(repository, filter, {
    signal,
    ...(missing && { explain: { 404: missing } }),
  });
}
