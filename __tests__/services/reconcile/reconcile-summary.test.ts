import { expect, test } from '@jest/globals';
import { UserError } from '../../../src/platform/errors.ts';
import type { Sources } from '../../../src/services/reconcile/observe.ts';
import { reconcileSummary } from '../../../src/services/reconcile/reconcile-summary.ts';
import { Fleet } from '../fleet.ts';

const NAMES = ['chitty-id', 'chitty-router'];
const broken = (reason: string) => async (): Promise<never> => {
  throw new UserError(reason);
};

async function summaryOf(names: readonly string[], change: (fleet: Fleet) => Partial<Sources> = () => ({})) {
  const fleet = new Fleet(names);
  const pass = await fleet.pass({ sources: change(fleet) });
  fleet.simulated.close();
  return { pass, summary: reconcileSummary(pass) };
}

/** The last table: its head and its only row. */
function figuresIn(summary: string): Record<string, string | undefined> {
  const [head = '', , row = ''] = summary.split('\n\n').at(-1)?.split('\n') ?? [];
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  return Object.fromEntries(
    cells(head)
      .map((name, index) => [name, cells(row)[index]])
      .filter(([name]) => name),
  );
}

test('the figures of a fleet that was read', async () => {
  const { summary } = await summaryOf(NAMES);
  expect(summary).toContain('### ✅ 2 services are healthy and agree with their registry');
  expect(figuresIn(summary)).toEqual({
    Registered: '2',
    'Registrations right': '100 %',
    'Probes healthy': '100 %',
    'Route conflicts': '0',
    'Discovery refreshes': '0',
  });
});

test('one service is spoken of as one', async () => {
  expect((await summaryOf(['chitty-id'])).summary).toContain('The one service is healthy and agrees with its registry');
});

test('a registry that could not be read has no figures, but the reason', async () => {
  const unread = await summaryOf(NAMES, ({ declared }) => ({
    declared: declared.slice(0, 1),
    registry: { list: broken('<b>no</b> | answer\nfrom @acme') } as unknown as Sources['registry'],
  }));
  expect(figuresIn(unread.summary)).toEqual({
    'Probes healthy': '100 %',
    'Route conflicts': '0',
    'Discovery refreshes': '0',
  });
  expect(unread.summary).toContain(
    'No figures of the registry, which could not be read: &lt;b&gt;no&lt;/b&gt; \\| answer from @\u200bacme',
  );
  expect(JSON.parse(JSON.stringify(unread.pass.metrics))).not.toHaveProperty('registered');
});

test('where nobody knows what there was to probe, no probe is called unhealthy', async () => {
  const { summary } = await summaryOf(NAMES, () => ({
    declared: undefined,
    registry: { list: broken('no connection') } as unknown as Sources['registry'],
  }));
  expect(Object.keys(figuresIn(summary))).toEqual(['Route conflicts', 'Discovery refreshes']);
  expect(summary).not.toContain('0 %');
});

test('routes that could not be read are not free of conflicts', async () => {
  const { summary } = await summaryOf(NAMES, () => ({ routes: broken('it answered 500') }));
  expect(figuresIn(summary)).not.toHaveProperty('Route conflicts');
  expect(figuresIn(summary)).toMatchObject({ Registered: '2' });
  expect(summary).toContain('No figures of the routes, which could not be read: it answered 500');
});
