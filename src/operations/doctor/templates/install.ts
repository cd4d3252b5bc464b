import { KnownError, messageOf, UserError } from '../../../platform/errors.ts';
import type { CallOptions } from '../../../platform/github/client/client.ts';
import { GitHubError } from '../../../platform/github/client/github-errors.ts';
import { createCommitOnBranch } from '../../../platform/github/commits.ts';
import { compare } from '../../../platform/github/compare-commits.ts';
import { readFile } from '../../../platform/github/contents.ts';
import { ensure } from '../../../platform/github/ensure.ts';
import { findOpenPull, upsertPull } from '../../../platform/github/pulls.ts';
import { createRef, getRef, updateRef } from '../../../platform/github/refs.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import { openRepository, type Repository } from '../../../platform/github/repository.ts';
import { unifiedDiff } from '../../../platform/text/unified-diff.ts';
import { standingOf, type TemplateStanding } from './compare-template.ts';
import type { Placeholders } from './fill-template.ts';
import { pullText } from './install-text.ts';
import type { TemplateSource } from './template-source.ts';
import type { NoTemplate, Wanted } from './wanted-templates.ts';

/** The branch of our pull requests; nobody else writes it. */
const INSTALL_BRANCH = 'release-actions/templates';

interface InstallWorld {
  readonly repositoryFor: (name: string) => Repository;
  readonly templates: TemplateSource;
  /** `owner/name` of release-actions. */
  readonly bundle: string;
  readonly known: Placeholders;
  /** The workflow by which a repository deploys its service already; undefined where it has none. */
  readonly adoptedIn: (repository: string) => Promise<string | undefined>;
  /** Whether what is behind is replaced, too; else only what is missing is added. */
  readonly update: boolean;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

/** A file that is written, or not, and why. */
export interface FileOutcome {
  readonly path: string;
  readonly template: string;
  /** `unfit`: no template is for it. */
  readonly standing: TemplateStanding['is'] | 'unfit';
  /** Why none is. */
  readonly why?: string;
  /** Where the new text goes; undefined where nothing is written. */
  readonly writes: string | undefined;
  readonly diff: string;
}

export interface InstallOutcome {
  readonly repository: string;
  readonly files: readonly FileOutcome[];
  readonly outcome: 'nothing' | 'would-open' | 'opened' | 'updated' | 'declined' | 'failed';
  readonly pull?: { readonly number: number; readonly url: string };
  /** Why it failed, or was declined. */
  readonly why?: string;
}

/** Brings one repository its templates by one pull request. What goes wrong with it is its outcome, and ends no other. */
export async function installIn(
  repository: string,
  wanted: readonly Wanted[],
  world: InstallWorld,
): Promise<InstallOutcome> {
  try {
    return await bring(repository, wanted, world);
  } catch (error) {
    world.signal.throwIfAborted();
    if (!(error instanceof KnownError)) throw error;
    return { repository, files: [], outcome: 'failed', why: messageOf(error) };
  }
}

async function bring(name: string, wanted: readonly Wanted[], world: InstallWorld): Promise<InstallOutcome> {
  const asked = world.repositoryFor(name);
  const options = { signal: world.signal };
  const facts = await readRepository(asked, options);
  if (facts.isArchived) throw new UserError(`${facts.name} is archived: nobody can write there.`);
  const base = facts.defaultBranch;
  // After a renaming, what is written goes to the new name.
  const repository = openRepository(asked.client, facts.name);
  const open = await findOpenPull(repository, { head: INSTALL_BRANCH, base }, options);
  const ref = open ? INSTALL_BRANCH : base;
  const looked = await Promise.all(wanted.map((one) => lookAt(one, { repository, ref, world })));
  const files = looked.map(({ outcome }) => outcome);
  const writes = looked.flatMap(({ outcome: { writes: path }, contents }) =>
    path === undefined || contents === undefined ? [] : [{ path, contents }],
  );
  if (writes.length === 0) return { repository: name, files, outcome: 'nothing', ...(open && { pull: open }) };
  if (world.dryRun) return { repository: name, files, outcome: 'would-open', ...(open && { pull: open }) };
  const head = await branchHead({ repository, base, isOpen: open !== undefined }, options);
  if (head === undefined)
    return {
      ...{ repository: name, files, outcome: 'declined' },
      why: `its pull request was closed, and the branch ${INSTALL_BRANCH} is still there: delete that branch to be asked again.`,
    };
  const { version } = world.templates;
  const { title, body } = pullText(files, { repository: facts.name, version, bundle: world.bundle });
  await commit({ repository, head, message: title, writes }, options);
  const pull = await upsertPull(repository, { head: INSTALL_BRANCH, base, title, body }, options);
  const { number, url, outcome } = pull;
  return { repository: name, files, outcome: outcome === 'created' ? 'opened' : 'updated', pull: { number, url } };
}

interface Place {
  readonly repository: Repository;
  readonly ref: string;
  readonly world: InstallWorld;
}

interface Looked {
  readonly outcome: FileOutcome;
  readonly contents: string | undefined;
}

async function lookAt(wanted: Wanted, { repository, ref, world }: Place): Promise<Looked> {
  const { path } = wanted;
  const at = (file: string) => readFile(repository, { path: file, ref }, { signal: world.signal });
  const present = await at(path);
  const unfit = present === undefined ? await whyUnfit(wanted, at) : undefined;
  const template = 'template' in wanted ? wanted.template : '';
  const nothing = (standing: FileOutcome['standing'], more?: Partial<FileOutcome>): Looked => ({
    outcome: { path, template, standing, writes: undefined, diff: '', ...more },
    contents: undefined,
  });
  if (unfit !== undefined) return nothing('unfit', { why: unfit });
  if (!('template' in wanted)) return nothing('own');
  const adopted = wanted.service && present === undefined ? await world.adoptedIn(repository.name) : undefined;
  if (adopted !== undefined) return nothing('own', { path: adopted });
  const standing = await standingOf(wanted, present, { templates: world.templates, known: world.known });
  const none = nothing(standing.is);
  if (standing.is === 'current' || standing.is === 'own') return none;
  if (standing.is !== 'missing' && !world.update) return none;
  // What a person changed stays as it is; the new one lies beside it, where GitHub runs nothing.
  const writes = standing.is === 'changed' ? `${path}.new` : path;
  const before = standing.is === 'missing' ? '' : standing.present;
  const diff = await unifiedDiff(path, before, standing.fresh);
  if (standing.is === 'changed' && (await at(writes)) === standing.fresh) return none;
  return { outcome: { path, template, standing: standing.is, writes, diff }, contents: standing.fresh };
}

/** Why no template is for a file that is not there; undefined where one is. */
async function whyUnfit(
  wanted: Wanted,
  at: (file: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  if (!('template' in wanted)) return (wanted satisfies NoTemplate).why;
  const { onlyBeside, notBeside } = wanted;
  if (notBeside && (await at(notBeside.path)) !== undefined) return notBeside.why;
  return onlyBeside !== undefined && (await at(onlyBeside)) === undefined ? `it has no ${onlyBeside}` : undefined;
}

/** The head of our branch, made or brought up to date; undefined where somebody closed its pull request. */
async function branchHead(
  { repository, base, isOpen }: { repository: Repository; base: string; isOpen: boolean },
  options: CallOptions,
): Promise<string | undefined> {
  const ref = `heads/${INSTALL_BRANCH}`;
  const [own, tip] = [await getRef(repository, ref, options), await getRef(repository, `heads/${base}`, options)];
  if (tip === undefined) throw new UserError(`${repository} has no branch ${base}: is it empty?`);
  if (own === undefined) {
    const find = () => getRef(repository, ref, options);
    await ensure<unknown>(() => createRef(repository, { ref, sha: tip }, options), find, { attempts: 3 });
    return find();
  }
  if (isOpen) return own;
  const stands = await compare(repository, { base, head: INSTALL_BRANCH }, options);
  if (stands?.status === 'ahead' || stands?.status === 'diverged' || stands === undefined) return undefined;
  return (await updateRef(repository, { ref, sha: tip }, options)) === 'updated' ? tip : undefined;
}

async function commit(
  {
    repository,
    head,
    message,
    writes,
  }: {
    readonly repository: Repository;
    readonly head: string;
    readonly message: string;
    readonly writes: readonly { readonly path: string; readonly contents: string }[];
  },
  options: CallOptions,
): Promise<void> {
  const wanted = { branch: INSTALL_BRANCH, expectedHeadOid: head, message, additions: writes };
  try {
    const written = await createCommitOnBranch(repository, wanted, options);
    if (written === 'lost-race')
      throw new UserError(`Somebody else wrote ${INSTALL_BRANCH} of ${repository} meanwhile: run it again.`);
  } catch (error) {
    const isRefused =
      error instanceof GitHubError && /without .?workflows?.? (permission|scope)/.test(error.said ?? '');
    if (!isRefused) throw error;
    throw new UserError(
      `The token may not write workflow files in ${repository}: give it Workflows: write beside Contents: write and Pull requests: write, in a token of its own that no train uses.`,
      { cause: error },
    );
  }
}
