import { UserError } from '../../platform/errors.ts';
import { AmbiguousWrite } from '../../platform/github/client/github-errors.ts';
import { readFileVersion, writeFile } from '../../platform/github/contents.ts';
import { findOpenPull, upsertPull } from '../../platform/github/pulls.ts';
import { createRef, getRef, updateRef } from '../../platform/github/refs.ts';
import { readRepository } from '../../platform/github/repositories.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Registered, Service } from '../service.ts';
import { editCatalog, readCatalog, removeFromCatalog, withStatus } from './backstage-file.ts';
import { RegistryProblem } from './registry-answer.ts';
import { fillPath } from './registry-client.ts';
import { duplicate } from './rest.ts';
import type { Receipt, ServiceRegistry } from './service-registry.ts';

interface CatalogOptions {
  readonly repository: Repository;
  readonly signal: AbortSignal;
  /** Takes secrets out of what is written for everybody to read. */
  readonly redact: (text: string) => string;
  /** The entity file; may hold `{name}`. */
  readonly path: string;
  readonly namespace: string;
  /** Who owns a service that the catalog does not know yet. */
  readonly owner: string;
}

/**
 * A Backstage catalog in git: services are Components in `catalog-info.yaml`, and every change is a pull request, one per
 * service, which a person merges. Throws a UserError for what a catalog cannot do, and a RegistryProblem where another run was
 * faster. https://backstage.io/docs/features/software-catalog/descriptor-format
 */
export function backstageRegistry(options: CatalogOptions): ServiceRegistry {
  const { namespace, owner } = options;
  const services = async (path: string, name?: string) => readCatalog(await readText(options, path), namespace, name);
  const change = async (name: string, title: string, edit: (text: string) => Promise<string>): Promise<Receipt> => ({
    pending: await propose(options, { name, title, path: fillPath(options.path, name), edit }),
  });
  return {
    // Git's history tells when and by which run; written into the file they would make every run a change.
    represent: ({ deployment, ...service }) => {
      const { time: _time, run: _run, ...facts } = deployment ?? {};
      return deployment ? { ...service, deployment: facts } : service;
    },
    async read(name) {
      const found = (await services(fillPath(options.path, name), name)).filter((one) => one.name === name);
      if (found.length > 1) throw duplicate(name, found.length);
      return found[0];
    },
    upsert: (service: Service) =>
      change(service.name, `Register ${service.name}`, (text) => editCatalog(text, service, { namespace, owner })),
    setStatus: (wanted) =>
      change(wanted.name, `Set ${wanted.name} to ${wanted.status}`, (text) => withStatus(text, wanted, namespace)),
    remove: (name) => change(name, `Deregister ${name}`, (text) => removeFromCatalog(text, { name, namespace })),
    async list(): Promise<readonly Registered[]> {
      if (!options.path.includes('{name}')) return services(options.path);
      throw new UserError(`The catalog has a file per service (${options.path}); it cannot be listed.`);
    },
    discover: () => noDiscovery(),
    refresh: () => noDiscovery(),
  };
}

async function noDiscovery(): Promise<never> {
  throw new UserError('A Backstage catalog has no discovery document; use operation register, status or deregister.');
}

async function readText({ repository, signal }: CatalogOptions, path: string): Promise<string> {
  const { defaultBranch: ref } = await readRepository(repository, { signal });
  return (await readFileVersion(repository, { path, ref }, { signal }))?.text ?? '';
}

interface Proposal {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly edit: (text: string) => Promise<string>;
}

/** The URL of the pull request that makes this change; one that is open already is brought up to date. */
async function propose(options: CatalogOptions, { name, title, path, edit }: Proposal): Promise<string> {
  const { repository, signal } = options;
  const head = `release-actions/service-${name}`;
  const { defaultBranch: base } = await readRepository(repository, { signal });
  const pull = await findOpenPull(repository, { head, base }, { signal });
  // What is wrong with the file is found before anything is written.
  const start = await readFileVersion(repository, { path, ref: pull ? head : base }, { signal });
  const wanted = await edit(start?.text ?? '');
  await prepareBranch(options, { head, base, keep: pull !== undefined });
  await commit(options, { branch: head, path, title, wanted, before: start?.text });
  if (pull) return pull.url;
  const body = `${title}, as proposed by \`register-service\`. It is in force when this is merged.`;
  const text = { title: options.redact(title), body: options.redact(body) };
  return (await upsertPull(repository, { head, base, ...text }, { signal })).url;
}

/** Our branch as its open pull request left it, or at the default branch where none is open. */
async function prepareBranch(
  { repository, signal }: CatalogOptions,
  { head, base, keep }: { head: string; base: string; keep: boolean },
): Promise<void> {
  const existing = await getRef(repository, `heads/${head}`, { signal });
  if (existing !== undefined && keep) return;
  const sha = await getRef(repository, `heads/${base}`, { signal });
  if (sha === undefined) throw new UserError(`The catalog's repository ${repository} has no commit on ${base}.`);
  const target = { ref: `heads/${head}`, sha };
  if (existing === undefined) await createRef(repository, target, { signal });
  else if (existing !== sha) await updateRef(repository, { ...target, force: true }, { signal });
}

/** Writes the file where it differs, and believes it only when it reads the same. */
async function commit(
  { repository, signal, redact }: CatalogOptions,
  {
    branch,
    path,
    title,
    wanted,
    before,
  }: { branch: string; path: string; title: string; wanted: string; before: string | undefined },
): Promise<void> {
  const held = await readFileVersion(repository, { path, ref: branch }, { signal });
  const text = redact(wanted);
  if (held?.text === text || (held === undefined && text === '')) return;
  const conflict = () =>
    new RegistryProblem('conflict', `${path} on ${branch} is not what was written: another run changed it. Run again.`);
  if (held?.text !== before) throw conflict();
  const file = { path, branch, text, message: redact(title), sha: held?.sha };
  await writeFile(repository, file, { signal }).catch((error: unknown) => {
    // Whether it was written, the file itself tells.
    if (!(error instanceof AmbiguousWrite)) throw error;
  });
  const after = await readFileVersion(repository, { path, ref: branch }, { signal });
  if (after?.text !== text) throw conflict();
}
