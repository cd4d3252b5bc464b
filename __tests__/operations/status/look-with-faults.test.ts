import { beforeAll, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import type { Fault, FaultCall } from '../../../simulator/faults.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { resolveRead } from '../../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../../src/engine/planning/read-manifest.ts';
import { branchStore } from '../../../src/engine/stores/branch-store.ts';
import { boardText, keepBoard } from '../../../src/operations/status/board.ts';
import { lookAtRelease } from '../../../src/operations/status/look-at-release.ts';
import type { Status } from '../../../src/operations/status/status.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import type { Manifest } from '../../../src/train/manifest/manifest.ts';
import { slow } from '../../support/slow.ts';

const HOME = 'acme/releases';
const START = Date.UTC(2026, 10, 20, 9);
const TEXT = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
  plugin: { repository: acme/plugin, needs: [core] }
`;
const documents = {
  'open.json': JSON.stringify([
    { trainId: 'run-1', name: 'shop', status: 'running', startedAt: START, repositories: ['acme/core'] },
  ]),
  'last-good.json': JSON.stringify({ production: { core: { version: '1.0.0', trainId: 'run-0', at: START } } }),
  'problems.json': JSON.stringify({
    'shop/release': { openedAt: START, facts: ['f'], severity: 'error', text: 'It failed.', escalations: 0 },
  }),
  'locks.json': JSON.stringify({ production: { by: 'alice', reason: 'a move', at: START } }),
  'history/trains/2026-11.json': JSON.stringify({}),
};

let manifest: Manifest;
beforeAll(async () => {
  const read = resolveRead(await readManifest(TEXT, 'train.yml'));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  manifest = read.manifest;
});

/** A look at two components, a state branch and the board, while calls fail as the schedule says. */
async function looked(faults: (call: FaultCall) => Fault | undefined = () => undefined) {
  const clock = new VirtualClock(START);
  const github = createGitHub({ clock, faults });
  const inputs = { version: '', nonce: '' };
  addEcosystem(github, [
    { id: 'core', repository: 'acme/core', needs: [], inputs },
    { id: 'plugin', repository: 'acme/plugin', needs: ['core'], inputs },
  ]);
  github.commit('acme/core', 'main', { 'more.js': '1' });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.repository(HOME).git.refs.set('refs/heads/release-actions/state', github.commit(HOME, 'main', documents));
  github.addToken('secret', { owners: ['acme'] });
  const common = { apiUrl: github.url, clock, transport: github.transport, random: () => 0.5 };
  const client = createClient({ ...common, token: staticToken('secret') });
  const { signal } = new AbortController();
  const repositoryFor = (name: string) => openRepository(client, name);
  const home = repositoryFor(HOME);
  const story = async () => {
    const status = await lookAtRelease({
      ...{ manifests: [manifest], repositoryFor, signal, registry: { versions: async () => undefined } },
      ...{ store: branchStore({ repository: home, clock }), now: START, window: 86_400_000, targets: {} },
      ...{ services: undefined, repository: HOME, runUrl: undefined },
      watch: async () => ({ everyMs: 900_000, findings: [] }),
    });
    const board = await keepBoard({ repository: home, signal }, boardText(status), false).catch(
      (error: unknown) => error as Error,
    );
    return { status, board };
  };
  const { status, board } = await clock.run(story(), { limit: 86_400_000 });
  const operations = github.requests.map(({ operation, path }) => `${operation} ${path.replace(/\?.*/, '')}`);
  const issues = github.effects.filter(({ kind }) => kind === 'issue');
  return { status, board, operations, issues, violations: github.violations, tookMs: clock.now() - START };
}

const keyOf = ({ operation, path }: FaultCall) => `${operation} ${path.replace(/\?.*/, '')}`;
/** What of a status could differ because something could not be seen. */
const partsOf = (status: Status) => {
  const { components, unknown: _, ok: __, ...rest } = status;
  return { ...rest, ...Object.fromEntries(components.map((row) => [row.id, row])) };
};

describe('a look while GitHub fails', () => {
  slow.each([
    ['502 before', { kind: 'status', status: 502, when: 'before' }],
    ['502 after the effect', { kind: 'status', status: 502, when: 'after' }],
    ['a reset', { kind: 'reset', when: 'after' }],
    ['403 with Retry-After', { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 20 }],
  ] as const)('once, with %s, at any call: it sees the same, and keeps one board', async (_, fault) => {
    const calm = await looked();
    expect(calm.violations).toEqual([]);
    expect(calm.status.components.map(({ state }) => state)).toEqual(['unreleased', 'current']);
    expect(calm.status.unknown).toEqual([]);
    expect(calm.board).toMatchObject({ action: 'opened' });
    for (const [index, operation] of calm.operations.entries()) {
      const { status, board, issues } = await looked(({ n }) => (n === index + 1 ? fault : undefined));
      expect({ operation, status }).toEqual({ operation, status: calm.status });
      expect({ operation, board, issues: issues.length }).toMatchObject({ operation, board: { number: 1 }, issues: 1 });
    }
  });

  test('for good, at one address: only what it is about is unknown, and nothing throws', async () => {
    const calm = await looked();
    const reached = { unknown: 0, board: 0 };
    for (const operation of new Set(calm.operations)) {
      const fault = { kind: 'status', status: 502, when: 'before' } as const;
      const { status, board, tookMs } = await looked((call) => (keyOf(call) === operation ? fault : undefined));
      const differing = Object.entries(partsOf(status)).filter(
        ([name, part]) =>
          JSON.stringify(part) !== JSON.stringify((partsOf(calm.status) as Record<string, unknown>)[name]),
      );
      const isSaid = status.unknown.length > 0 || status.components.some(({ state }) => state === 'unknown');
      if (differing.length > 0) {
        expect({ operation, isSaid, ok: status.ok }).toEqual({ operation, isSaid: true, ok: false });
        reached.unknown += 1;
      } else reached.board += 1;
      if (operation.startsWith('issues/')) expect(board).toBeInstanceOf(Error);
      else expect(board).toMatchObject({ number: 1 });
      expect(tookMs).toBeLessThan(5 * 60_000);
    }
    expect(reached.unknown).toBeGreaterThan(5);
  });
});
