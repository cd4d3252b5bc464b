import { expect, test } from '@jest/globals';
import { discover, parseDiscoveryCondition } from '../../../src/services/register/discover.ts';
import { RegistryProblem } from '../../../src/services/registries/registry-answer.ts';
import type { ServiceRegistry } from '../../../src/services/registries/service-registry.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { NOW, signal } from '../world.ts';

/** Discovers in a registry that answers these documents one after another, the last again and again. */
async function discovered(
  documents: readonly unknown[],
  wanted: { version?: string; waitMs?: number; condition?: string; name?: string } = {},
) {
  let reads = 0;
  const registry = {
    discover: async () => {
      const document = documents[Math.min(reads++, documents.length - 1)];
      if (document instanceof Error) throw document;
      return document;
    },
    read: async () => undefined,
  } as unknown as ServiceRegistry;
  const clock = jumpingClock(NOW);
  const { name = 'id', version, waitMs } = wanted;
  const condition = await parseDiscoveryCondition(wanted.condition);
  const { outcome, document } = await discover(
    { name, version, waitMs, condition, refresh: false },
    { registry, clock, signal, dryRun: false },
  );
  return { outcome, document, reads, waited: clock.now() - NOW };
}

const at = (version?: string) => ({ services: [{ name: 'id', ...(version ? { version } : {}) }] });

test.each([
  ['in its version', at('2'), '2', 'unchanged'],
  ['in another version', at('1'), '2', 'failed'],
  ['in a document without versions', at(), '2', 'unchanged'],
  ['of a version that nobody knows', at('1'), undefined, 'unchanged'],
  ['not at all', { services: [{ name: 'other', version: '2' }] }, '2', 'failed'],
  ['in the form of Consul', { id: ['issue'] }, '2', 'unchanged'],
])('a service that discovery names %s', async (_, document, version, result) => {
  const found = await discovered([document], { waitMs: 10_000, ...(version ? { version } : {}) });
  expect(found).toMatchObject({ outcome: { result }, document });
});

test('it is waited for, and what was last seen is told', async () => {
  const seen = await discovered([{ services: [] }, at('1'), at('2')], { waitMs: 60_000, version: '2' });
  expect(seen).toMatchObject({ outcome: { result: 'unchanged' }, reads: 3 });
  const late = await discovered([{ services: [] }, at('1')], { waitMs: 60_000, version: '2' });
  expect(late.outcome).toMatchObject({
    result: 'failed',
    reason: 'After 1 m the discovery document names id in version 1, expected 2.',
  });
  expect(late.waited).toBeLessThanOrEqual(60_000);
});

test('without a time to wait it is read once, and what it lacks is a note', async () => {
  const { outcome, reads } = await discovered([{ services: [] }]);
  expect(reads).toBe(1);
  expect(outcome).toMatchObject({
    result: 'unchanged',
    notes: expect.arrayContaining(['The discovery document does not name id.']),
  });
});

test('a registry that is away for a moment is asked again, one that refuses is not', async () => {
  const away = new RegistryProblem('server', 'it answered 502');
  expect(await discovered([away, at('2')], { waitMs: 60_000 })).toMatchObject({
    outcome: { result: 'unchanged' },
    reads: 2,
  });
  const refused = new RegistryProblem('refused', 'it answered 403');
  expect(await discovered([refused, at('2')], { waitMs: 60_000 })).toMatchObject({
    outcome: { result: 'failed' },
    reads: 1,
  });
});

test('a condition of one’s own may be about any document', async () => {
  const condition = '"id" in body.names';
  expect(await discovered([{ names: ['id'] }], { condition, waitMs: 9_000 })).toMatchObject({
    outcome: { result: 'unchanged' },
  });
  const { outcome } = await discovered([{ names: [] }], { condition, waitMs: 9_000 });
  expect(outcome).toMatchObject({
    result: 'failed',
    reason: expect.stringContaining('discovery-condition does not hold'),
  });
  await expect(parseDiscoveryCondition('body.')).rejects.toThrow(/Input discovery-condition: it does not parse/);
});
