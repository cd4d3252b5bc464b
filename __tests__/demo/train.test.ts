import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runDemo, STORY_LIMIT } from './run-demo.ts';

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

test.concurrent(
  'all is released, each once and after what it needs',
  async () => {
    const { exitCode, text } = await demo();
    expect(text).toContain('released:   3\n');
    expect(text).toContain('dispatches: 3 to 3 repositories, at most 1 to one');
    expect(text).toContain('order:      nothing was published before what it needs');
    expect(exitCode).toBe(0);
  },
  STORY_LIMIT,
);

test.concurrent(
  '--fail: what needs the failed one is not released',
  async () => {
    const { exitCode, text } = await demo('--fail', 'store');
    expect(text).toContain('released:   1, not released: store, shop');
    expect(text).toContain('dispatches: 2 to 2 repositories, at most 1 to one');
    expect(exitCode).toBe(0);
  },
  STORY_LIMIT,
);

test.concurrent(
  '--kill: the same job resumes the train where it was, and dispatches nothing twice',
  async () => {
    const { exitCode, text } = await demo('--kill');
    expect(text).toContain('was killed (SIGKILL)');
    expect(text).toContain('released:   3\n');
    expect(text).toContain('dispatches: 3 to 3 repositories, at most 1 to one');
    expect(exitCode).toBe(0);
  },
  STORY_LIMIT,
);

test('a mistake on the command line is told, and nothing is started', async () => {
  expect(await demo('--fail', 'nobody')).toEqual({
    exitCode: 1,
    text: '--fail: the manifest has no component nobody.\n',
  });
  expect(await demo('--story', 'sevices')).toEqual({
    exitCode: 1,
    text: '--story sevices: expected one of train, deployment, services.\n',
  });
});
