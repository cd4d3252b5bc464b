import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub } from '../../simulator/github.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { type AskedChild, checkChildren } from '../../src/engine/planning/check-children.ts';
import { defaultBranches } from '../../src/engine/planning/default-branches.ts';
import { repositoriesByOwner } from '../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import type { Row } from './row.ts';

const COMPONENTS = 100;
const ANSWER_MS = 100;
const PUSHES = `name: Release
run-name: Release [\${{ inputs.nonce }}]
on: { workflow_dispatch: { inputs: { version: {}, nonce: {} } } }
jobs: { record: { steps: [{ uses: org/release-actions/actions/record-release@v1, with: { branch: main } }] } }
`;

/**
 * Every child of a train looked at before it starts, and once more, where a request takes a tenth of a second. The plan may have
 * asked for their repositories before, as it does where the manifest names no ref.
 */
export async function checks(): Promise<Row[]> {
  return [
    ...(await look({ pushing: 0.5, namesRefs: false, most: 3 })),
    ...(await look({ pushing: 0.5, namesRefs: true, most: 3.1 })),
    // Workflow, file, rulesets and branch: no one of them can be had from another, nor for several repositories at once.
    ...(await look({ pushing: 1, namesRefs: true, most: 4.1 })),
  ];
}

interface Train {
  /** The share of children that push a release commit and its tag, so that the rules of both are asked for. */
  readonly pushing: number;
  readonly namesRefs: boolean;
  /** Requests a component. */
  readonly most: number;
}

async function look({ pushing, namesRefs, most }: Train): Promise<Row[]> {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, check: 'none', latency: { minMs: ANSWER_MS, maxMs: ANSWER_MS } });
  const inputs = { version: '1.1.0', nonce: '{nonce}' };
  const children = Array.from({ length: COMPONENTS }, (_, index): AskedChild & { needs: string[] } => {
    const id = `c${index}`;
    return { id, repository: `acme/${id}`, dispatch: { workflow: 'release.yml' }, ref: 'main', needs: [], inputs };
  });
  addEcosystem(github, children);
  for (const { repository } of children.slice(0, pushing * COMPONENTS)) {
    github.commit(repository, 'main', { '.github/workflows/release.yml': PUSHES });
  }
  github.addToken('token', { owners: ['acme'] });
  const { transport } = github;
  const repositoryFor = repositoriesByOwner({ apiUrl: github.url, clock, transport, token: staticToken('token') });
  const { signal } = new AbortController();
  const open = children.map(({ ref: _, ...child }) => child);
  const { repositories: facts } = await clock.run(defaultBranches(namesRefs ? [] : open, { repositoryFor, signal }));
  const check = () =>
    checkChildren(children, { repositoryFor, home: 'acme/releases', starts: true, rollback: false, signal, facts });
  const [known, begun] = [github.requests.length, clock.now()];
  const { faults, warnings } = await clock.run(check());
  const [requests, ms] = [github.requests.length - known, clock.now() - begun];
  await clock.run(check());
  const again = github.requests.slice(known + requests).filter(({ charged }) => charged).length;
  const isRight = faults.length === 0 && warnings.length === 0;
  return [
    {
      what: `a train of ${COMPONENTS} looks at its children (${pushing * COMPONENTS} push${namesRefs ? ', with ref' : ''}), a request in ${ANSWER_MS} ms: requests a component`,
      measured: `${(requests / COMPONENTS).toFixed(2)} in ${(ms / 1_000).toFixed(1)} s`,
      bound: `≤ ${most} in 30 s`,
      kept: isRight && requests <= most * COMPONENTS && ms <= 30_000,
    },
    {
      what: 'the same again, where nothing has changed: charged requests',
      measured: `${again}`,
      bound: '0',
      kept: again === 0,
    },
  ];
}
