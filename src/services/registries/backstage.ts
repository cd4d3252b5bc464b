import { UserError } from '../../platform/errors.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import { isRecord } from '../../platform/records.ts';
import type { Registered, Service } from '../service.ts';
import { editCatalog, readCatalog, removeFromCatalog, withStatus } from './backstage-file.ts';
import type { GitHubCall } from './github-calls.ts';
import { RegistryProblem } from './registry-answer.ts';
import { fillPath } from './registry-client.ts';
import { duplicate } from './rest.ts';
import type { Receipt, ServiceRegistry } from './service-registry.ts';

export interface CatalogOptions {
  readonly call: GitHubCall;
  /** `owner/name` of the catalog's repository. */
  readonly repository: string;
  /** The entity file; may hold `{name}`. */
  readonly path: string;
  /** Who owns a service that the catalog does not know yet. */
  readonly owner: string;
}

/**
 * A Backstage catalog in git: services are Components in `catalog-info.yaml`, and every change is a pull request, one per
 * service, which a person merges. https://backstage.io/docs/features/software-catalog/descriptor-format
 */
export function backstageRegistry(options: CatalogOptions): ServiceRegistry {
  const git = catalogRepository(options);
  const propose = async (name: string, title: string, edit: (text: string) => Promise<string>): Promise<Receipt> => ({
    pending: await git.propose({ name, title, path: fillPath(options.path, name), edit }),
  });
  return {
    // Git's history tells when and by which run; written into the file they would make every run a change.
    represent: ({ deployment, ...service }) => {
      const { time: _time, run: _run, ...facts } = deployment ?? {};
      return deployment ? { ...service, deployment: facts } : service;
    },
    async read(name) {
      const found = (await readCatalog(await git.read(fillPath(options.path, name)))).filter(
        (one) => one.name === name,
      );
      if (found.length > 1) throw duplicate(name, found.length);
      return found[0];
    },
    upsert: (service: Service) =>
      propose(service.name, `Register ${service.name}`, (text) => editCatalog(text, service, options.owner)),
    setStatus: (change) =>
      propose(change.name, `Set ${change.name} to ${change.status}`, (text) => withStatus(text, change)),
    remove: (name) => propose(name, `Deregister ${name}`, (text) => removeFromCatalog(text, name)),
    async list(): Promise<readonly Registered[]> {
      if (options.path.includes('{name}')) {
        throw new UserError(`The catalog has a file per service (${options.path}); it cannot be listed.`);
      }
      return readCatalog(await git.read(options.path));
    },
    discover: () => noDiscovery(),
    refresh: () => noDiscovery(),
  };
}

async function noDiscovery(): Promise<never> {
  throw new UserError('A Backstage catalog has no discovery document; use operation register, status or deregister.');
}

interface Proposal {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly edit: (text: string) => Promise<string>;
}

interface BranchFile {
  readonly text: string;
  readonly sha: string | undefined;
}

function catalogRepository({ call, repository }: CatalogOptions) {
  const base = `/repos/${repository}`;
  const escaped = (path: string) => path.split('/').map(encodeURIComponent).join('/');

  const file = async (path: string, branch: string): Promise<BranchFile> => {
    const found = await call('GET', `${base}/contents/${escaped(path)}?ref=${encodeURIComponent(branch)}`);
    if (!isRecord(found) || typeof found.content !== 'string') return { text: '', sha: undefined };
    return { text: Buffer.from(found.content, 'base64').toString('utf8'), sha: String(found.sha) };
  };
  const defaultBranch = async (): Promise<string> => {
    const found = await call('GET', base);
    if (isRecord(found) && typeof found.default_branch === 'string') return found.default_branch;
    throw new UserError(`The catalog's repository ${repository} is not there, or the token may not read it.`);
  };
  const head = async (branch: string): Promise<string | undefined> => {
    const found = await call('GET', `${base}/git/ref/heads/${escaped(branch)}`);
    return isRecord(found) && isRecord(found.object) ? String(found.object.sha) : undefined;
  };
  const openPull = async (branch: string): Promise<string | undefined> => {
    const query = `state=open&head=${encodeURIComponent(`${ownerOf(repository)}:${branch}`)}`;
    const found = await call('GET', `${base}/pulls?${query}`);
    const [first] = Array.isArray(found) ? found : [];
    return isRecord(first) ? urlOf(first) : undefined;
  };
  /** Our branch as a pull request left it, or at the default branch where none is open. */
  const prepare = async (branch: string, from: string, pull: string | undefined): Promise<void> => {
    const existing = await head(branch);
    if (existing !== undefined && pull !== undefined) return;
    const sha = await head(from);
    if (sha === undefined) throw new UserError(`The catalog's repository ${repository} has no commit on ${from}.`);
    if (existing === undefined) await call('POST', `${base}/git/refs`, { ref: `refs/heads/${branch}`, sha });
    else await call('PATCH', `${base}/git/refs/heads/${escaped(branch)}`, { sha, force: true });
  };

  return {
    read: async (path: string) => (await file(path, await defaultBranch())).text,

    /** The URL of the pull request that makes this change; one that is open already is brought up to date. */
    async propose({ name, title, path, edit }: Proposal): Promise<string> {
      const branch = `release-actions/service-${name}`;
      const from = await defaultBranch();
      const pull = await openPull(branch);
      await prepare(branch, from, pull);
      const before = await file(path, branch);
      const after = await edit(before.text);
      if (after !== before.text) {
        const content = Buffer.from(after).toString('base64');
        const known = before.sha === undefined ? {} : { sha: before.sha };
        await call('PUT', `${base}/contents/${escaped(path)}`, { message: title, content, branch, ...known });
        if ((await file(path, branch)).text !== after) {
          throw new RegistryProblem(
            'conflict',
            `${path} on ${branch} is not what was written: another run changed it. Run again.`,
          );
        }
      }
      if (pull !== undefined) return pull;
      const body = `${title}, as proposed by \`register-service\`. It is in force when this is merged.`;
      const created = await call('POST', `${base}/pulls`, { title, body, head: branch, base: from });
      return isRecord(created) ? urlOf(created) : `${repository}, branch ${branch}`;
    },
  };
}

function urlOf(pull: Record<string, unknown>): string {
  return typeof pull.html_url === 'string' ? pull.html_url : `pull request #${String(pull.number)}`;
}
