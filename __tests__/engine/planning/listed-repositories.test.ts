import { describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import type { FaultSchedule } from '../../../simulator/faults.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { type AskedChild, checkChildren } from '../../../src/engine/planning/check-children.ts';
import { defaultBranches } from '../../../src/engine/planning/default-branches.ts';
import { repositoriesByOwner } from '../../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';

const PUSHES = `name: Release
run-name: Release [\${{ inputs.nonce }}]
on: { workflow_dispatch: { inputs: { version: {}, nonce: {} } } }
jobs: { record: { steps: [{ uses: org/release-actions/actions/record-release@v1, with: { branch: main } }] } }
`;

/** Children with a ref, each of which pushes its release: of none of them the plan knows the repository. */
function createWorld(count: number, faults?: FaultSchedule) {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, ...(faults && { faults }) });
  const inputs = { version: '1.1.0', nonce: '{nonce}' };
  const children = Array.from({ length: count }, (_, index): AskedChild & { needs: string[] } => {
    const id = `c${index}`;
    return { id, repository: `acme/${id}`, dispatch: { workflow: 'release.yml' }, ref: 'main', needs: [], inputs };
  });
  addEcosystem(github, children);
  for (const { repository } of children) github.commit(repository, 'main', { '.github/workflows/release.yml': PUSHES });
  github.addToken('token', { owners: ['acme'] });
  const { transport } = github;
  const repositoryFor = repositoriesByOwner({ apiUrl: github.url, clock, transport, token: staticToken('token') });
  const world = { repositoryFor, signal: new AbortController().signal };
  const asked = (path: RegExp) => github.requests.filter((one) => path.test(one.path)).length;
  return { clock, github, children, world, asked };
}

const ONE = /^\/repos\/acme\/[^/]+$/;
const LIST = /^\/orgs\/acme\/repos/;

describe('repositories that nobody has asked for yet', () => {
  test('are looked up in the list of their owner: an archived one is a fault though its child has a ref and pushes', async () => {
    const { clock, github, children, world, asked } = createWorld(40);
    github.changeSettings('acme/c7', { archived: true });
    const { faults, warnings } = await clock.run(
      checkChildren(children, { ...world, home: 'acme/releases', starts: true, rollback: false }),
    );
    expect(faults.map(({ message }) => message)).toEqual([
      'Component c7: acme/c7 is archived: nothing can be started in it.',
    ]);
    expect(warnings).toEqual([]);
    expect([asked(LIST), asked(ONE)]).toEqual([1, 0]);
  });

  test('are asked for one by one where they are few, or the list does not have them', async () => {
    const few = createWorld(9);
    const found = await few.clock.run(defaultBranches(withoutRefs(few.children), few.world));
    expect([found.repositories.size, few.asked(LIST), few.asked(ONE)]).toEqual([9, 0, 9]);
    // What was renamed is listed by its new name.
    const renamed = createWorld(12);
    renamed.github.changeSettings('acme/c3', { formerNames: ['acme/old'] });
    const asOnceNamed = renamed.children.map((child, index) =>
      index === 3 ? { ...child, repository: 'acme/old' } : child,
    );
    const { repositories, faults } = await renamed.clock.run(defaultBranches(withoutRefs(asOnceNamed), renamed.world));
    expect(faults).toEqual([]);
    expect(repositories.get('acme/old')).toMatchObject({ name: 'acme/c3', defaultBranch: 'main' });
    // The old name leads to the new one.
    expect([renamed.asked(LIST), renamed.asked(ONE)]).toEqual([1, 2]);
  });

  test('of an owner of many cost a page for every ten of them at most', async () => {
    const { clock, github, children, world, asked } = createWorld(25);
    for (let index = 0; index < 400; index += 1) github.addRepository({ owner: 'acme', name: `z${index}` });
    await clock.run(
      defaultBranches(
        [...withoutRefs(children), { ...withoutRefs(children)[0], id: 'x', repository: 'acme/unknown' }],
        world,
      ),
    );
    expect([asked(LIST), asked(ONE)]).toEqual([2, 1]);
  });

  test('of a person are listed, too, and where no list is to be had nothing is lost', async () => {
    const person = createWorld(12, answering(404));
    await person.clock.run(defaultBranches(withoutRefs(person.children), person.world));
    expect([person.asked(/^\/users\/acme\/repos/), person.asked(ONE)]).toEqual([1, 0]);
    const refused = createWorld(12, answering(500));
    const { faults } = await refused.clock.run(defaultBranches(withoutRefs(refused.children), refused.world));
    expect([faults, refused.asked(ONE)]).toEqual([[], 12]);
  });
});

const answering =
  (status: number): FaultSchedule =>
  ({ path }) =>
    LIST.test(path) ? { kind: 'status', status, when: 'before' } : undefined;

function withoutRefs(children: readonly AskedChild[]) {
  return children.map(({ ref: _, ...child }) => ({ ...child, needs: [] }));
}
