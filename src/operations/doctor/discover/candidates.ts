import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryTree, repositoryTree } from '../../../packages/workspace/source-tree.ts';
import { KnownError, messageOf } from '../../../platform/errors.ts';
import { type ListedRepository, listRepositoriesOf } from '../../../platform/github/owner-repositories.ts';
import { findRepository } from '../../../platform/github/repositories.ts';
import { type GitOptions, tryGit } from '../../../platform/process/git.ts';
import { mapPooled } from '../../../platform/time/pool.ts';
import { readerFor } from '../component-packages.ts';
import type { Pass } from '../pass.ts';
import type { Candidate, LeftOut } from './sighting.ts';

/** What may be looked at, and what is not. */
export interface Candidates {
  /** Each opens when its turn comes; it throws a KnownError where it cannot. */
  readonly found: readonly { readonly repository: string; open(): Promise<Candidate> }[];
  readonly leftOut: readonly LeftOut[];
}

type World = Pick<Pass, 'repositoryFor' | 'signal'>;

/** The repositories of organisations and people that the tokens see, but for forks, archived and empty ones. */
export async function ofOwners(owners: readonly string[], world: World): Promise<Candidates> {
  const lists = await mapPooled(owners, 4, (owner) => ofOwner(owner, world));
  return joined(lists);
}

async function ofOwner(owner: string, world: World): Promise<Candidates> {
  const none = (why: string): Candidates => ({ found: [], leftOut: [{ repository: `${owner}/*`, why }] });
  try {
    const listed = await listRepositoriesOf(world.repositoryFor(`${owner}/any`).client, owner);
    if (!listed) return none('there is no such organisation or person, or the token may not see it');
    if (listed.length === 0) return none('the token sees no repository there');
    const leftOut = listed.flatMap((one) => {
      const why = reasonAgainst(one);
      return why === undefined ? [] : [{ repository: one.name, why }];
    });
    const found = listed.filter((one) => reasonAgainst(one) === undefined);
    return { found: found.map(({ name, defaultBranch }) => remote(name, defaultBranch, world)), leftOut };
  } catch (error) {
    world.signal.throwIfAborted();
    if (!(error instanceof KnownError)) throw error;
    return none(`its repositories could not be listed: ${messageOf(error)}`);
  }
}

function reasonAgainst({ isArchived, isFork, isEmpty }: ListedRepository): string | undefined {
  if (isArchived) return 'it is archived';
  if (isFork) return 'it is a fork';
  return isEmpty ? 'it is empty' : undefined;
}

function remote(repository: string, branch: string, world: World) {
  return {
    repository,
    open: async () => ({ repository, branch, tree: await repositoryTree(readerFor(world), repository, branch) }),
  };
}

/** Repositories by their names; a renamed one under its new name. */
export async function ofNames(names: readonly string[], world: World): Promise<Candidates> {
  const found = await mapPooled([...new Set(names)], 8, async (name): Promise<Candidates> => {
    const against = (why: string): Candidates => ({ found: [], leftOut: [{ repository: name, why }] });
    try {
      const facts = await findRepository(world.repositoryFor(name));
      if (!facts) return against('there is no such repository, or the token may not see it');
      if (facts.isArchived) return against('it is archived');
      return { found: [remote(facts.name, facts.defaultBranch, world)], leftOut: [] };
    } catch (error) {
      world.signal.throwIfAborted();
      if (!(error instanceof KnownError)) throw error;
      return against(`it could not be looked at: ${messageOf(error)}`);
    }
  });
  return joined(found);
}

/** Clones in a folder, one a subfolder; nothing is asked of GitHub. */
export async function ofClones(folder: string, options: Omit<GitOptions, 'cwd'>): Promise<Candidates> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const found = await mapPooled(folders.sort(), 8, async (name): Promise<Candidates> => {
    const cwd = join(folder, name);
    const ask = async (...args: string[]) => {
      const { exitCode, stdout } = await tryGit(args, { ...options, cwd });
      return exitCode === 0 ? stdout.trim() : undefined;
    };
    const top = await ask('rev-parse', '--show-prefix');
    const url = top === '' ? await ask('remote', 'get-url', 'origin') : undefined;
    const repository = /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url ?? '')?.[1];
    if (repository === undefined)
      return { found: [], leftOut: [{ repository: name, why: 'it is no clone with a remote called origin' }] };
    const remoteHead = (await ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'))?.replace(/^origin\//, '');
    const branch = remoteHead ?? (await ask('symbolic-ref', '--short', 'HEAD')) ?? 'main';
    const open = async () => ({ repository, branch, tree: directoryTree(cwd, folder) });
    return { found: [{ repository, open }], leftOut: [] };
  });
  return joined(found);
}

function joined(all: readonly Candidates[]): Candidates {
  const found = [
    ...new Map(all.flatMap((one) => one.found).map((one) => [one.repository.toLowerCase(), one])).values(),
  ];
  return { found, leftOut: all.flatMap((one) => one.leftOut) };
}
