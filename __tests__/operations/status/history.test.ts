import { describe, expect, test } from '@jest/globals';
import type { TrainRecord } from '../../../src/engine/stores/history.ts';
import { metricsOf } from '../../../src/operations/status/metrics.ts';
import { readPasses } from '../../../src/operations/status/pass-records.ts';
import { readStateDocuments } from '../../../src/operations/status/state-documents.ts';
import { compareTargets, readTargets } from '../../../src/operations/status/targets.ts';
import { readTrains } from '../../../src/operations/status/train-records.ts';
import { endedViews } from '../../../src/operations/status/train-views.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;
const SPAN = { from: NOW - 90 * DAY, to: NOW };
const MINUTE = 60_000;

function record(change: Partial<TrainRecord> = {}): TrainRecord {
  const startedAt = change.startedAt ?? NOW - DAY;
  const at = (minutes: number) => startedAt + minutes * MINUTE;
  return {
    name: 'shop',
    environment: 'production',
    production: true,
    status: 'succeeded',
    startedAt,
    endedAt: at(10),
    resumed: 0,
    components: {
      core: {
        repository: 'acme/core',
        status: 'succeeded',
        attempt: 1,
        dispatchedAt: at(0),
        finishedAt: at(4),
        health: 'passed',
      },
      web: {
        repository: 'acme/web',
        status: 'succeeded',
        attempt: 1,
        dispatchedAt: at(5),
        finishedAt: at(10),
        needs: ['core'],
      },
    },
    ...change,
  };
}

const storeOf = (documents: Readonly<Record<string, string>>) => ({
  read: async (path: string) => documents[path],
});
const november = (records: object) => storeOf({ 'history/trains/2026-11.json': JSON.stringify(records) });
const figure = (trains: Readonly<Record<string, TrainRecord>>, name: string) => {
  const entries = Object.entries(trains).map(([id, train]) => ({ ...train, id }));
  return metricsOf({ trains: entries, passes: [] }, SPAN).find((one) => one.name === name);
};

describe('a history that was cut or edited', () => {
  test.each<[string, string, string]>([
    [
      'cut in the middle',
      '{"a": {"name": "sh',
      'history/trains/2026-11.json on the state branch cannot be read: Unterminated string',
    ],
    ['no map', '[1, 2]', 'history/trains/2026-11.json on the state branch cannot be read: it is not a JSON object'],
    ['null', 'null', 'history/trains/2026-11.json on the state branch cannot be read: it is not a JSON object'],
  ])('%s: what of it is lost is said', async (_, text, fault) => {
    const { entries, faults } = await readTrains(storeOf({ 'history/trains/2026-11.json': text }), SPAN);
    expect({ entries, faults }).toEqual({ entries: [], faults: [expect.stringContaining(fault)] });
  });

  test('trains that can be read are kept, whatever stands beside them', async () => {
    const { components } = record();
    const broken = {
      number: 7,
      nameless: { ...record(), name: undefined },
      'no such status': { ...record(), status: 'glorious' },
      'no time': { ...record(), startedAt: 'yesterday' },
      'no components': { ...record(), components: null },
      'bent component': {
        ...record(),
        components: { ...components, odd: { repository: 'a/b', status: 'succeeded', attempt: '1' } },
      },
      'bent needs': { ...record(), components: { core: { ...components.core, needs: 'web' } } },
      markup: { ...record(), name: '<script>', actor: { login: 'x' } },
    };
    const store = november({ good: record(), ...broken, __proto__: record() });
    const { entries, faults } = await readTrains(store, SPAN);
    expect(entries.map(({ id }) => id)).toEqual(['good']);
    expect(faults).toEqual(['history/trains/2026-11.json: 8 of its 9 trains cannot be read.']);
  });

  test('only the months of the span are asked for, and only trains within it count', async () => {
    const asked: string[] = [];
    const document = {
      old: record({ startedAt: NOW - 40 * DAY }),
      young: record(),
      future: record({ startedAt: NOW + DAY }),
    };
    const store = {
      read: async (path: string) => {
        asked.push(path);
        return path.endsWith('2026-11.json') ? JSON.stringify(document) : undefined;
      },
    };
    const { entries, faults } = await readTrains(store, { from: NOW - 30 * DAY, to: NOW });
    expect(asked).toEqual(['history/trains/2026-10.json', 'history/trains/2026-11.json']);
    expect({ ids: entries.map(({ id }) => id), faults }).toEqual({ ids: ['young'], faults: [] });
  });

  test('needs that go round are no endless way', () => {
    const { components } = record();
    const round = {
      core: { ...components.core, needs: ['web'], waitedMs: 1 },
      web: { ...components.web, waitedMs: 2 },
    };
    const train = record({ components: round as TrainRecord['components'] });
    expect(figure({ train }, 'duration')?.of).toBe(1);
  });

  test('passes: a line that is none is counted, the others count', async () => {
    const pass = { at: NOW - DAY, integrationPassRate: 0.5, discoveryRefreshes: 1 };
    const store = storeOf({ 'history/passes/2026-11.json': JSON.stringify({ a: pass, b: 'x', c: { at: 'now' } }) });
    const { entries, faults } = await readPasses(store, SPAN);
    expect(entries).toMatchObject([{ at: NOW - DAY, integrationPassRate: 0.5 }]);
    expect(faults).toEqual(['history/passes/2026-11.json: 2 of its 3 passes cannot be read.']);
  });
});

test('documents beside the trains that cannot be read are unknown, not empty', async () => {
  const broken: Record<string, string> = { 'problems.json': '{"a": 1}', 'locks.json': '[]' };
  const store = {
    place: 'here',
    writesPerHour: 1,
    load: async () => undefined,
    save: async () => 'saved' as const,
    open: async () => [],
    lastGood: async () => ({}),
    read: async (path: string) => broken[path],
    change: async () => undefined,
  };
  const { problems, locks, open, faults } = await readStateDocuments(store, SPAN);
  expect([problems, locks]).toEqual([
    { unknown: expect.stringContaining('problems.json on the state branch cannot be read') },
    { unknown: expect.stringContaining('locks.json on the state branch cannot be read') },
  ]);
  expect({ open, faults }).toEqual({ open: { value: [] }, faults: [] });
});

describe('clocks that go back', () => {
  test('a train that ended before it began has no duration; the others have', () => {
    const back = record({ endedAt: NOW - 2 * DAY });
    expect(figure({ back }, 'duration')).toEqual({
      name: 'duration',
      unit: 'ms',
      of: 0,
      why: 'No train that was not resumed has ended.',
    });
    expect(figure({ back, good: record() }, 'duration')).toMatchObject({ value: 10 * MINUTE, of: 1 });
    expect(endedViews([{ ...back, id: 'back' }])[0]).not.toHaveProperty('durationMs');
  });

  test('a component that was dispatched before its need had ended has no latency', () => {
    const { components } = record();
    const web = { ...components.web, dispatchedAt: NOW - DAY - 1 };
    expect(
      figure(
        { train: record({ components: { ...components, web } as TrainRecord['components'] }) },
        'coordination-latency',
      ),
    ).toMatchObject({ of: 1 });
  });

  test('a time that no date can hold is drawn all the same', () => {
    expect(endedViews([{ ...record({ startedAt: 9e15, endedAt: 9e15 }), id: 'x' }])[0]?.startedAt).toBe(
      '1970-01-01T00:00:00.000Z',
    );
  });
});

describe('the figures', () => {
  const failed = record({ status: 'failed', startedAt: NOW - 2 * DAY });
  const trains = { failed, won: record(), resumed: record({ resumed: 1 }), cancelled: record({ status: 'cancelled' }) };

  test.each<[string, object]>([
    ['success-rate', { value: 2 / 3, of: 3, part: 2 }],
    ['duration', { value: 10 * MINUTE, of: 2 }],
    ['coordination-latency', { value: MINUTE / 2, of: 6 }],
    ['deploy-time', { value: 4.5 * MINUTE, of: 8 }],
    ['health-pass-rate', { value: 1, of: 4 }],
    ['change-failure-rate', { value: 1 / 3, of: 3, part: 1 }],
    ['recovery-time', { value: DAY, of: 1 }],
    ['lead-time', { of: 0, why: 'No train has recorded which commits it brought.' }],
  ])('%s', (name, expected) => {
    expect(figure(trains, name)).toMatchObject(expected);
  });

  test('the longest tenth, and how old commits were when they arrived', () => {
    const tenth = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => {
        const startedAt = NOW - (index + 1) * DAY;
        return [`t${index}`, record({ startedAt, endedAt: startedAt + (index + 1) * MINUTE })];
      }),
    );
    expect(figure(tenth, 'duration-p90')).toMatchObject({ value: 9 * MINUTE, of: 10 });
    const { components } = record();
    const core = { ...components.core, leadSeconds: [60, 120, 600] } as TrainRecord['components'][string];
    expect(figure({ won: record({ components: { core } }) }, 'lead-time')).toMatchObject({ value: 2 * MINUTE, of: 3 });
    expect(figure({ lost: record({ status: 'failed', components: { core } }) }, 'lead-time')).toMatchObject({ of: 0 });
  });

  test('a failure is recovered from by the next success of the same manifest in the same environment', () => {
    const lost = record({ status: 'rolled-back', startedAt: NOW - 5 * DAY });
    const others = {
      lost,
      elsewhere: record({ startedAt: NOW - 4 * DAY, environment: 'live' }),
      another: record({ startedAt: NOW - 3 * DAY, name: 'blog' }),
    };
    expect(figure(others, 'recovery-time')).toMatchObject({ of: 0 });
    expect(figure({ ...others, won: record({ startedAt: NOW - 2 * DAY }) }, 'recovery-time')).toMatchObject({
      value: 3 * DAY,
      of: 1,
    });
  });

  test('deployments a day, rolled back of what was deployed, failed of what was dispatched', () => {
    const { components } = record();
    const untouched = { core: { ...components.core, dispatchedAt: undefined, status: 'pending' } };
    const undone = { core: { ...components.core, status: 'rolled-back' } };
    const all = {
      won: record({ startedAt: NOW - 10 * DAY }),
      again: record({ startedAt: NOW - 5 * DAY }),
      refused: record({ status: 'failed', components: untouched as unknown as TrainRecord['components'] }),
      undone: record({ status: 'rolled-back', components: undone as TrainRecord['components'] }),
    };
    expect(figure(all, 'deployment-frequency')).toMatchObject({ value: 0.2, of: 2 });
    expect(figure(all, 'rollback-rate')).toMatchObject({ value: 1 / 3, part: 1, of: 3 });
    expect(figure(all, 'change-failure-rate')).toMatchObject({ value: 1 / 3, part: 1, of: 3 });
  });

  test('of passes: means of what was known, the last conflicts, refreshes a day', () => {
    const pass = (days: number, more: object) => ({ at: NOW - days * DAY, discoveryRefreshes: 0, ...more });
    const passes = [
      pass(10, { registrationSuccess: 0.5, integrationPassRate: 0.9, conflicts: 4, discoveryRefreshes: 3 }),
      pass(5, { registrationSuccess: 1, integrationPassRate: 0.5, conflicts: 2, discoveryRefreshes: 2 }),
      pass(1, {}),
    ] as unknown as Parameters<typeof metricsOf>[0]['passes'];
    const found = new Map(metricsOf({ trains: [], passes }, SPAN).map((one) => [one.name, one]));
    expect(found.get('registration-success')).toMatchObject({ value: 0.75, of: 2 });
    expect(found.get('integration-pass-rate')).toMatchObject({ value: 0.7, of: 2 });
    expect(found.get('conflicts')).toMatchObject({ value: 2, of: 3 });
    expect(found.get('refreshes')).toMatchObject({ value: 0.5, of: 3 });
  });

  test('time that people were waited for is none of the duration', () => {
    const { components } = record();
    const waiting = {
      core: { ...components.core, waitedMs: 2 * MINUTE },
      web: { ...components.web, waitedMs: MINUTE },
    };
    const train = record({ components: waiting as TrainRecord['components'] });
    expect(figure({ train }, 'waited-for-people')).toMatchObject({ value: 3 * MINUTE });
    expect(figure({ train }, 'duration')).toMatchObject({ value: 7 * MINUTE });
  });

  test('targets: what is not known is neither met nor missed', () => {
    const targets = readTargets({ 'success-rate': '0.95', duration: '10m', 'lead-time': '1h', conflicts: '0' });
    const entries = Object.entries(trains).map(([id, train]) => ({ ...train, id }));
    const results = compareTargets(targets, metricsOf({ trains: entries, passes: [] }, SPAN));
    expect(results.map(({ name, met }) => [name, met])).toEqual([
      ['success-rate', false],
      ['duration', true],
      ['lead-time', undefined],
      ['conflicts', undefined],
    ]);
  });

  test.each([
    [{ 'succes-rate': '1' }, 'there is no figure "succes-rate"; did you mean "success-rate"?'],
    [{ 'success-rate': '95' }, 'success-rate is a share from 0 to 1, such as 0.95, found "95"'],
    [{ 'success-rate': '' }, 'success-rate is a share from 0 to 1'],
    [{ duration: '5' }, 'duration is a duration: expected 90s, 5m or 2h, found "5"'],
    [{ conflicts: 'none' }, 'conflicts is a number, found "none"'],
  ])('a target that is wrong: %j', (given, message) => {
    expect(() => readTargets(given)).toThrow(message);
  });
});
