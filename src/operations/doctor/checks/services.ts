import { readWorkflowFile } from '../../../engine/planning/workflow-file.ts';
import { KnownError, UserError } from '../../../platform/errors.ts';
import { readFile } from '../../../platform/github/contents.ts';
import { listWorkflows } from '../../../platform/github/runs.ts';
import { listed } from '../../../platform/text/wording.ts';
import type { CheckOf, Pass } from '../pass.ts';

/** The reusable workflow as other repositories call it. */
const CALL = /^[^/\s]+\/[^/\s]+\/\.github\/workflows\/deploy-service\.ya?ml@\S+$/;
/** More of a repository's workflows are not read. */
const MOST_READ = 30;

/** The workflow of a repository that deploys by ours. */
interface Adoption {
  readonly path: string;
  readonly uses: string;
}

/** Which active workflow calls deploy-service; undefined where none does. Throws a UserError where that cannot be said. */
export function adoptionIn(name: string, pass: Pick<Pass, 'once' | 'repositoryFor'>): Promise<Adoption | undefined> {
  return pass.once(`deploy-service ${name.toLowerCase()}`, async () => {
    const repository = pass.repositoryFor(name);
    const active = (await listWorkflows(repository))
      .filter(({ path, state }) => state === 'active' && path.startsWith('.github/workflows/'))
      .toSorted((a, b) => Number(/deploy|service/.test(b.path)) - Number(/deploy|service/.test(a.path)));
    const unread = active.slice(MOST_READ).map(({ path }) => path);
    for (const { path } of active.slice(0, MOST_READ)) {
      const file = await readWorkflowFile((await readFile(repository, { path })) ?? '');
      const uses = 'fault' in file ? undefined : file.uses.find((one) => CALL.test(one));
      if (uses !== undefined) return { path, uses };
      if ('fault' in file) unread.push(path);
    }
    if (unread.length === 0) return undefined;
    throw new UserError(
      `Whether ${repository} calls deploy-service.yml is not known: ${unread.length} of its workflows were not read (${unread[0]}${unread.length > 1 ? ', …' : ''}).`,
    );
  });
}

const adopts: CheckOf<'service'> = {
  ...{ check: 'service-adopts', area: 'services', of: 'service' },
  async run({ repository }, pass) {
    const found = await adoptionIn(repository, pass);
    const expected = 'a workflow that calls deploy-service.yml of release-actions';
    if (found)
      return [
        {
          ...{ severity: 'info', expected, fix: 'Nothing is to be done.' },
          seen: `${found.path} in ${repository} calls ${found.uses}.`,
        },
      ];
    return [
      {
        ...{ severity: 'warning', expected },
        seen: `No active workflow of ${repository} calls deploy-service.yml: what it deploys is neither registered nor proven to answer.`,
        fix: 'Copy workflows-templates/deploy-service.yml of release-actions to .github/workflows/ there, and fill in what is its own.',
        link: `${pass.serverUrl}/${repository}/actions`,
      },
    ];
  },
};

const repositoryOf: CheckOf<'fleet'> = {
  ...{ check: 'service-repository', area: 'services', of: 'fleet' },
  run({ name: file, services }) {
    const names = services.flatMap(({ name, repository }) => (repository === undefined ? [name] : []));
    if (names.length === 0) return [];
    return [
      {
        severity: 'warning',
        seen: `${file} does not say which repository ${listed(names)} ${names.length === 1 ? 'is' : 'are'} deployed from: how, nobody can look at.`,
        expected: 'a repository for each service',
        fix: 'Write beside each name:',
        paste: 'repository: owner/name',
        ...(!file.includes(', ') && { place: { file } }),
      },
    ];
  },
};

/** How far the fleet has come, in one line. What could not be looked at is told by its service, and counts as neither. */
const adopted: CheckOf<'fleet'> = {
  ...{ check: 'services-adopted', area: 'services', of: 'fleet' },
  async run({ services }, pass) {
    const all = new Map(
      services.flatMap(({ repository }) => (repository === undefined ? [] : [[repository.toLowerCase(), repository]])),
    );
    if (all.size === 0) return [];
    const found = await Promise.all(
      [...all.values()].map(async (repository) => {
        try {
          return (await adoptionIn(repository, pass)) !== undefined;
        } catch (error) {
          pass.signal.throwIfAborted();
          if (!(error instanceof KnownError)) throw error;
          return 'unknown';
        }
      }),
    );
    const uses = found.filter((one) => one === true).length;
    const unknown = found.filter((one) => one === 'unknown').length;
    const isAll = uses === all.size;
    return [
      {
        severity: 'info',
        seen: `${uses} of ${all.size} services' repositories use deploy-service${unknown > 0 ? `; of ${unknown} it is not known` : ''}.`,
        expected: 'all of them',
        fix: isAll ? 'Nothing is to be done.' : 'See what is said of each service.',
      },
    ];
  },
};

export const serviceChecks = [adopts, repositoryOf, adopted] as const;
