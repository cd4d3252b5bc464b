import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { keptUp, runDemo, slowStory, story } from './run-demo.ts';

const MANIFEST = `
name: small
defaults:
  workflow: release.yml
  ref: main
  timeout: 5m
  inputs: { version: "{version}", dependency_versions: "{dependency-versions}", nonce: "{nonce}" }
tokens: { acme: ACME_TOKEN }
components:
  domain: { repository: acme/domain, package: { npm: "@acme/domain" } }
  store: { repository: acme/store, package: { npm: "@acme/store" }, needs: [domain] }
  shop: { repository: acme/shop, package: { npm: "@acme/shop" }, needs: [store] }
`;

const EXAMPLE = 'examples/eda-ecosystem/release-train.yml';

/** The stories are told at the same time: each waits for seconds to pass. */
async function demo(...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'release-actions-'));
  try {
    const manifest = join(folder, 'release-train.yml');
    await writeFile(manifest, MANIFEST);
    return await runDemo('--manifest', manifest, ...args);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

story(
  'all is released, each once and after what it needs',
  () => demo(),
  ({ text }) => {
    expect(text).toContain('released:   3\n');
    expect(text).toContain('dispatches: 3 to 3 repositories, at most 1 to one');
    expect(text).toContain('order:      nothing was published before what it needs');
    expect(text).toContain('kept on branch release-actions/state of your-org/releases');
    expect(text).toMatch(/state: {6}\d{1,2} commits on the branch release-actions\/state/);
    expect(text).toMatch(/^Status page: file:\/\/\/.+\/index\.html$/m);
  },
);

slowStory(
  '--fail: what needs the failed one is not released',
  () => demo('--fail', 'store'),
  ({ text }) => {
    expect(text).toContain('released:   1, not released: store, shop');
    expect(text).toContain('dispatches: 2 to 2 repositories, at most 1 to one');
  },
);

slowStory(
  '--kill: the same job resumes the train where it was, and dispatches nothing twice',
  () => demo('--kill'),
  ({ text }) => {
    expect(text).toContain('was killed (SIGKILL)');
    expect(text).toContain('released:   3\n');
    expect(text).toContain('dispatches: 3 to 3 repositories, at most 1 to one');
  },
);

slowStory(
  '--fail and --again: a second attempt releases what was left, and the page shows both the pictures and the runs',
  () => demo('--fail', 'store', '--again'),
  ({ text, page }) => {
    expect(text).toContain('The cause is fixed. The same job is run again.');
    expect(text).toContain('dispatches: 4 to 3 repositories, at most 2 to one');
    expect(page).toContain('<h2>✅ Release of small succeeded: 3 of 3 released</h2>');
    expect(page).toContain('<pre class="mermaid">');
    // Elsewhere than on the root it would leave the page white in the dark.
    expect(page).toMatch(/:root\{color-scheme:light dark/);
    expect(page).toMatch(/href="run-\d+\.html"/);
    expect(page).not.toContain('http://127.0.0.1');
  },
);

slowStory(
  '--advance: each step does what can be done, and the next one goes on',
  () => demo('--advance', '--max-parallel', '1'),
  ({ text }) => {
    expect(text).toContain('was running and resumes where it stopped');
    expect(text).toContain('dispatches: 3 to 3 repositories, at most 1 to one');
  },
);

slowStory(
  '--packages: a part is released, and what it needs counts as there',
  () => demo('--packages', 'store', '--dependents'),
  ({ text }) => {
    expect(text).toContain('released:   2, not released: domain');
    expect(text).toContain('order:      nothing was published before what it needs');
  },
);

slowStory(
  '--no-token: the owner without a token is named before and after',
  () => demo('--no-token', 'acme'),
  ({ text }) => {
    expect(text).toContain('Tokens:      acme (secret ACME_TOKEN, MISSING)');
    expect(text).toMatch(/error: .*ACME_TOKEN, which is to hold the token for acme, is not set/);
  },
);

slowStory(
  '--keep: the embedded GitHub stays up with pages of runs and of the state, until it is ended',
  () => keptUp(['--manifest', EXAMPLE, '--packages', 'eda-domain', '--keep']),
  ({ seen }) => {
    expect(seen.run).toContain('<h2>Attempt 1: success</h2>');
    expect(seen.state).toContain('state.json');
  },
);

test('a mistake on the command line is told in two lines, and nothing is started', async () => {
  expect(await demo('--fail', 'nobody')).toEqual({
    exitCode: 2,
    text: expect.stringMatching(
      /^Rehearsal of .*\n--fail nobody: the manifest has no such component\.\nIt has domain, store and shop\.\n$/,
    ),
    page: '',
  });
  expect(await demo('--story', 'sevices')).toMatchObject({
    exitCode: 2,
    text: expect.stringMatching(
      /^--story sevices: expected one of train, deployment or services; did you mean "services"\?\n.* --help says what there is\.\n$/,
    ),
  });
  const { text } = await demo('--again');
  expect(text).toContain('--again: nothing fails without --fail COMPONENT.');
});
