import { kindOf } from '../../../platform/errors.ts';
import { GitHubError } from '../../../platform/github/client/github-errors.ts';
import type { Repository } from '../../../platform/github/repository.ts';
import { ownerOf } from '../../../platform/github/repository-name.ts';
import { dispatchFindings } from '../component-facts.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';

/** A request that GitHub must refuse as impossible, and refuses earlier to anyone who may not make it. */
interface Probe {
  readonly route: `POST /repos/{owner}/{repo}${string}`;
  readonly params: Readonly<Record<string, unknown>>;
  /** What it takes. */
  readonly permission: string;
}

/** No branch can have such a name: https://git-scm.com/docs/git-check-ref-format */
const NO_REF = 'refs/heads/release-actions..doctor';
/** GitHub takes a hundred characters. */
const NO_EVENT = 'release-actions-doctor-'.padEnd(101, '-');
const NO_COMMIT = '0'.repeat(40);

function dispatchProbe(workflow: string): Probe {
  return {
    route: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    params: { workflow_id: workflow, ref: NO_REF },
    permission: 'Actions: write',
  };
}

const eventProbe: Probe = {
  route: 'POST /repos/{owner}/{repo}/dispatches',
  params: { event_type: NO_EVENT },
  permission: 'Contents: write',
};

export const statusProbe: Probe = {
  route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
  params: { sha: NO_COMMIT, state: 'pending', context: 'release-actions/doctor' },
  permission: 'Commit statuses: write',
};

/**
 * Whether a token may do something, learnt by a request that can have no effect. That GitHub looks at the right before it looks at
 * the rest is seen, and nowhere documented: so a refusal says "seems".
 */
async function mayDo(repository: Repository, { route, params }: Probe): Promise<true | GitHubError> {
  try {
    // It may be repeated, as it changes nothing, and for the same reason keeps no distance from other writes.
    await repository.writeIdempotent(route, { ...params }, { urgent: true });
    return true;
  } catch (error) {
    if (!(error instanceof GitHubError) || kindOf(error) !== 'fault') throw error;
    return error.status === 422 || error.status === 400 ? true : error;
  }
}

/** GitHub takes 500 writes an hour; a token has the same rights on all that it reaches. */
const MOST_PROBED = 60;

/** Whether a repository is among those of its owner that are tried. */
function isProbed(repository: string, { manifest, hub }: Pass): boolean {
  const owner = ownerOf(repository).toLowerCase();
  const own = [...(manifest?.components ?? []), ...(hub?.sources ?? [])].map((one) => one.repository.toLowerCase());
  const tried = [...new Set(own.filter((one) => one.startsWith(`${owner}/`)))].slice(0, MOST_PROBED);
  return tried.length < MOST_PROBED || tried.includes(repository.toLowerCase());
}

/** The trouble with a token that may not; nothing for one that may. */
export async function probe(
  repository: string,
  wanted: Probe & { readonly purpose: string },
  pass: Pass,
): Promise<readonly Trouble[]> {
  if (!pass.probes || !isProbed(repository, pass)) return [];
  const outcome = await pass.once(`probe ${wanted.route} ${repository.toLowerCase()}`, () =>
    mayDo(pass.repositoryFor(repository), wanted),
  );
  if (outcome === true) return [];
  return [
    {
      severity: 'error',
      seen: `The token seems not to be allowed to ${wanted.purpose} in ${repository}: GitHub answered ${outcome.status}${outcome.said ? ` (${outcome.said})` : ''}.`,
      expected: `${wanted.permission} on ${repository}`,
      fix: `Give the token ${wanted.permission} on ${repository}.`,
      link: `${pass.serverUrl}/settings/personal-access-tokens`,
    },
  ];
}

const mayDispatch: CheckOf<'component'> = {
  ...{ check: 'token-dispatches', area: 'token', of: 'component' },
  async run({ component }, pass) {
    const { dispatch, repository } = component;
    const purpose = 'start a run';
    // A workflow that is not there is a 404 to everybody.
    const found = await dispatchFindings(component, 'release', pass);
    if (found?.problems.some(({ kind }) => kind === 'no-workflow')) return [];
    return 'workflow' in dispatch
      ? probe(repository, { ...dispatchProbe(dispatch.workflow), purpose }, pass)
      : probe(repository, { ...eventProbe, purpose }, pass);
  },
};

/** That only some were tried is no secret. */
export const triedSome: CheckOf<'owner'> = {
  ...{ check: 'token-tried', area: 'token', of: 'owner' },
  run({ name, repositories }, { probes }) {
    if (!probes || repositories.length <= MOST_PROBED) return [];
    return [
      {
        severity: 'info',
        seen: `What the token for ${name} may do was tried in ${MOST_PROBED} of its ${repositories.length} repositories.`,
        expected: 'a token that reaches them all: it has the same rights in each',
        fix: 'See that all of them are among the repositories of the token or the App.',
      },
    ];
  },
};

export const tokenChecks = [mayDispatch] as const;
