import { expect, test } from '@jest/globals';
import { createGitHub } from '../../../simulator/github.ts';
import type { RepositoryDefinition } from '../../../simulator/types.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { publishEcosystemRelease } from '../../../src/engine/reports/ecosystem-release.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { slow } from '../../support/slow.ts';
import { begin, flown, planned, planOf } from '../../train/machine/machine.ts';

interface Settings extends Pick<RepositoryDefinition, 'rulesets'> {
  readonly contents?: 'read' | 'write';
  /** What was pushed to main after the commit of the train. */
  readonly later?: Readonly<Record<string, string>>;
}

const FILES = { 'README.md': '', '.github/workflows/release-train.yml': 'on: workflow_dispatch\n' };

/** The release of a train that has brought so many components. */
async function released(size: number, { contents = 'write', later, ...more }: Settings = {}) {
  const clock = new VirtualClock();
  const github = createGitHub({ clock });
  github.addRepository({ owner: 'acme', name: 'releases', files: FILES, ...more });
  github.addToken('secret', { repositories: ['acme/releases'], permissions: { contents }, kind: 'github-token' });
  const common = { apiUrl: github.url, clock, transport: github.transport };
  const client = createClient({ ...common, token: staticToken('secret') });
  const plan = planOf(
    Array.from({ length: size }, (_, index) =>
      planned(`component-${index}`, [], {
        version: '2.0.0',
        previousVersion: '1.0.0',
        package: { npm: `@acme/component-${index}` },
      }),
    ),
  );
  const [first = ''] = plan.components.map(({ id }) => id);
  const one = flown(plan, begin(plan), first, { at: 1, conclusion: 'success' }).components[first];
  if (!one) throw new Error('Nothing was released.');
  const components = Object.fromEntries(
    plan.components.map(({ id }) => [id, { ...one, status: 'succeeded' as const }]),
  );
  const train = { plan, state: { ...begin(plan), status: 'succeeded' as const, components } };
  const sha = github.repository('acme/releases').git.refs.get('refs/heads/main');
  if (later) github.commit('acme/releases', 'main', later);
  const repository = openRepository(client, 'acme/releases');
  const wanted = { repository, tag: 'ecosystem-v2.0.0', sha, server: 'https://github.test' };
  const outcome = await clock.run(publishEcosystemRelease(train, wanted), { limit: 3_600_000 });
  const {
    releases: [release],
    git,
  } = github.repository('acme/releases');
  const tagged = git.refs.get('refs/tags/ecosystem-v2.0.0') === sha;
  return { outcome, release, tagged, violations: github.violations };
}

slow('a thousand components are released, too, with as many of the notes as GitHub takes', async () => {
  const { outcome, release, violations } = await released(1_000);
  expect(outcome).toEqual({ url: expect.stringContaining('/releases/') });
  expect(release?.body).toContain('@acme/component-0');
  expect(release?.body).toMatch(/_The notes were cut here: GitHub takes at most 125,000 characters\._$/);
  expect(violations).toEqual([]);
});

test('what GitHub refuses is no failure of the train: the notes are there to be used by hand', async () => {
  const { outcome } = await released(2, { contents: 'read' });
  expect(outcome).toEqual({
    refused: expect.stringContaining('403'),
    notes: expect.stringContaining('@acme/component-1'),
  });
});

test('a ruleset of tags that refuses it is named, with the way past it', async () => {
  const { outcome } = await released(1, { rulesets: [{ id: 7, tag: 'ecosystem-*', rules: ['creation'] }] });
  expect(outcome).toMatchObject({
    refused: expect.stringMatching(
      /does not let this token do it \(Cannot create ref due to creations being restricted\): .*bypass list of that ruleset/,
    ),
  });
});

test('the token of a job may release a commit that other files followed, and not one that other workflows followed', async () => {
  const made = { outcome: { url: expect.stringContaining('/releases/') }, tagged: true };
  expect(await released(1)).toMatchObject(made);
  expect(await released(1, { later: { 'a.txt': 'x' } })).toMatchObject(made);
  const { outcome, tagged } = await released(1, { later: { '.github/workflows/other.yml': 'on: push\n' } });
  expect(tagged).toBe(false);
  expect(outcome).toMatchObject({
    refused: expect.stringMatching(/a GITHUB_TOKEN can never have\. .*push the tag by git/),
    notes: expect.stringContaining('@acme/component-0'),
  });
});
