import { createRandom } from '../../../simulator/random.ts';
import type { ComponentRecord } from '../../../src/engine/stores/history.ts';
import { COMPONENT_STATES, type RowState } from '../../../src/operations/status/component-row.ts';
import { metricsOf } from '../../../src/operations/status/metrics.ts';
import type { PassFigures } from '../../../src/operations/status/pass-records.ts';
import type { ServicesView, Status, StatusRow, TrainView } from '../../../src/operations/status/status.ts';
import { compareTargets } from '../../../src/operations/status/targets.ts';
import type { EndedTrain } from '../../../src/operations/status/train-records.ts';
import { endedViews, iso } from '../../../src/operations/status/train-views.ts';
import { weeksOf } from '../../../src/operations/status/trends.ts';

export const NOW = Date.UTC(2026, 10, 26, 9, 7);
const DAY = 86_400_000;
const NAMES = [
  ...['domain', 'infrastructure', 'ui', 'storage', 'messaging', 'auth', 'gateway', 'web', 'android', 'ios', 'billing'],
  ...['search', 'reports', 'cli', 'docs', 'admin'],
];

export interface SampleOptions {
  readonly components: number;
  readonly trains: number;
  readonly seed?: number;
  /** What a component's name is; for names that are markup. */
  readonly nameOf?: (index: number) => string;
  readonly calm?: boolean;
}

/** A status as a real look makes it, of as many components and trains as wanted. */
export function sampleStatus({
  components: count,
  trains: trainCount,
  seed = 1,
  nameOf = usualName,
  calm,
}: SampleOptions): Status {
  const random = createRandom(seed);
  const rows = rowsOf(count, { random, nameOf, calm: calm ?? false });
  const trains = Array.from({ length: trainCount }, (_, index) =>
    trainOf(rows, {
      random,
      id: `run-${4_700 + index}`,
      startedAt: Math.round(NOW - ((trainCount - index) / trainCount) * 89 * DAY),
    }),
  );
  const passes: PassFigures[] = Array.from({ length: 60 }, (_, index) => ({
    at: NOW - (60 - index) * 1.5 * DAY,
    registered: 8,
    registrationSuccess: 1,
    conflicts: 1,
    integrationPassRate: 0.9 + 0.1 * random.next(),
    discoveryRefreshes: 1,
  }));
  const span = { from: NOW - 90 * DAY, to: NOW };
  const metrics = metricsOf({ trains, passes }, span);
  const versions = (drop: number) =>
    Object.fromEntries(
      rows
        .slice(0, count - drop)
        .map(({ key, tagged = '1.0.0' }, index) => [
          key,
          { version: index % 7 === 3 && drop > 0 ? '1.0.0' : tagged, at: iso(NOW - index * DAY), trainId: 'run-4700' },
        ]),
    );
  const ok = rows.every(({ state }) => state === 'current' || state === 'unreleased');
  return {
    format: 1,
    name: 'eda-ecosystem',
    generatedAt: iso(NOW),
    repository: 'acme/releases',
    ok,
    components: rows,
    environments: [
      { id: 'production', production: true, components: versions(0) },
      {
        id: 'staging',
        production: false,
        components: versions(1),
        ...(!calm && { lock: 'staging is locked by alice' }),
      },
    ],
    trains: { open: calm ? [] : [openTrain(rows)], ended: endedViews(trains), count: trainCount },
    problems: calm ? [] : [PROBLEM],
    locks: calm
      ? []
      : [{ name: 'staging', text: 'staging is locked by alice since 2026-11-26T08:00Z: database migration.' }],
    since: iso(span.from),
    metrics,
    targets: compareTargets({ 'success-rate': 0.95, 'deploy-time': 300_000 }, metrics),
    weeks: weeksOf({ trains, passes }, span),
    services: SERVICES,
    watch: { before: iso(NOW - 47 * 60_000), lateMs: 32 * 60_000, everyMs: 15 * 60_000, findings: [] },
    warnings: [],
    unknown: [],
  };
}

type Random = ReturnType<typeof createRandom>;

const PROBLEM = {
  key: 'eda-ecosystem/production',
  severity: 'critical',
  openedAt: iso(NOW - 50 * 60_000),
  text: 'The deployment of eda-ecosystem to production failed. gateway: its run ended failure.',
  url: 'https://github.com/acme/releases/actions/runs/4711',
};

const SERVICES: ServicesView = {
  at: iso(NOW - 3_600_000),
  services: ['auth', 'billing', 'gateway', 'reports', 'search', 'users'].map((name, index) => ({
    name,
    registered: index !== 3,
    version: `1.${index}.0`,
    direct: index === 4 ? 'unhealthy' : 'healthy',
    proxied: index === 4 ? 'inconclusive' : 'healthy',
  })),
  routes: [
    ...['/auth/*', '/login', '/logout', '/oauth/callback'].map((path) => ({ path, service: 'auth' })),
    ...['/billing/*', '/invoices/:id'].map((path) => ({ path, service: 'billing' })),
    ...['/search', '/suggest'].map((path) => ({ path, service: 'search' })),
    ...['/users/*', '/users/:id/avatar', '/reports/*'].map((path) => ({ path, service: 'users' })),
    ...['/reports/*', '/reports/:id.pdf'].map((path) => ({ path, service: 'reports' })),
    { path: '/', service: 'gateway' },
  ],
  conflicts: [{ path: '/reports/*', services: ['reports', 'users'], reason: 'same' }],
  findings: ['search is not healthy', 'reports is not registered'],
};

function usualName(index: number): string {
  const name = NAMES[index % NAMES.length] ?? 'part';
  return index < NAMES.length ? name : `${name}-${Math.floor(index / NAMES.length)}`;
}

interface Row {
  readonly random: Random;
  readonly nameOf: (index: number) => string;
  readonly calm: boolean;
}

function rowsOf(count: number, options: Row): StatusRow[] {
  return Array.from({ length: count }, (_, index) => rowAt(index, options));
}

function stateAt(index: number, { random, calm }: Row): RowState {
  const chance = random.next();
  if (calm) return chance < 0.8 ? 'current' : 'unreleased';
  if (index === 1) return 'failing';
  if (chance < 0.9) return chance < 0.72 ? 'current' : 'unreleased';
  return COMPONENT_STATES[Math.floor(random.next() * 4)] ?? 'current';
}

const REASONS: Partial<Record<RowState, string>> = {
  drift: '1.4.0 is tagged, but the registry is at 1.0.0.',
  unknown: 'Could not resolve to a Repository.',
};

function rowAt(index: number, options: Row): StatusRow {
  const { random, nameOf } = options;
  const state = stateAt(index, options);
  const needs = Array.from({ length: Math.min(index, random.between(1, 3)) }, () =>
    Math.floor(random.next() ** 1.5 * index),
  );
  const key = nameOf(index);
  const version = `1.${random.between(0, 11)}.${random.between(0, 4)}`;
  const url = `https://github.com/acme/part-${index}`;
  const isReleased = state !== 'unknown' && state !== 'never-released';
  const registry = state === 'drift' ? '1.0.0' : version;
  return {
    ...{ key, id: key, manifest: 'eda-ecosystem', repository: `acme/${key}`, url, ref: 'main', state },
    needs: index % 5 === 0 ? [] : [...new Set(needs)].map(nameOf),
    why: [REASONS[state] ?? []].flat(),
    ...(isReleased && { registry, tag: `v${version}`, tagged: version, branch: version }),
    ...(state !== 'unknown' && { unreleased: state === 'unreleased' ? random.between(1, 40) : 0 }),
    compareUrl: `${url}/compare/v${version}...main`,
    lastRun: {
      url: `${url}/actions/runs/1`,
      status: state === 'failing' ? 'failure' : 'success',
      at: iso(NOW - random.next() * 9 * DAY),
    },
  };
}

interface Start {
  readonly random: Random;
  readonly id: string;
  readonly startedAt: number;
}

function endOf(chance: number): EndedTrain['status'] {
  if (chance < 0.84) return 'succeeded';
  if (chance < 0.92) return 'failed';
  return chance < 0.97 ? 'rolled-back' : 'cancelled';
}

function trainOf(rows: readonly StatusRow[], { random, id, startedAt }: Start): EndedTrain {
  const status = endOf(random.next());
  const ends = new Map<string, number>();
  const broken = status === 'succeeded' ? -1 : Math.floor(rows.length / 2);
  const components = rows.map(({ key, needs }, index): [string, ComponentRecord] => {
    const from =
      Math.max(startedAt, ...needs.map((need) => ends.get(need) ?? startedAt)) + random.between(2_000, 6_000);
    const concludedAt = from + random.between(30_000, 270_000);
    const finishedAt = concludedAt + random.between(0, 90_000);
    ends.set(key, finishedAt);
    const good = status === 'rolled-back' ? 'rolled-back' : 'succeeded';
    const outcome =
      index === broken
        ? ({ status: 'failed', cause: 'run', health: 'failed' } as const)
        : ({ status: good, health: 'passed' } as const);
    const runUrl = `https://github.com/acme/x/actions/runs/${random.between(1, 999_999)}`;
    const versions = { version: `1.${index % 9}.1`, previousVersion: `1.${index % 9}.0` };
    const times = { attempt: 1, dispatchedAt: from, concludedAt, finishedAt };
    return [
      key,
      { repository: `acme/${key}`, ...outcome, ...versions, runUrl, ...times, ...(needs.length > 0 && { needs }) },
    ];
  });
  const isProduction = random.next() < 0.6;
  return {
    ...{ id, name: 'eda-ecosystem', status, startedAt, resumed: 0 },
    environment: isProduction ? 'production' : 'staging',
    ...(isProduction && { production: true as const }),
    ...{ actor: random.next() < 0.5 ? 'alice' : 'bob', event: 'workflow_dispatch' },
    runUrl: `https://github.com/acme/releases/actions/runs/${id}`,
    endedAt: Math.max(startedAt + 1_000, ...ends.values()),
    components: Object.fromEntries(components),
  };
}

function openTrain(rows: readonly StatusRow[]): TrainView {
  const components = rows.slice(0, 24).map(({ key }, index) => ({
    id: key,
    status: index < 2 ? 'succeeded' : index === 2 ? 'running' : 'pending',
    version: '1.9.0',
    ...(index < 3 && { dispatchedMs: index * 60_000 }),
    ...(index < 2 && { concludedMs: index * 60_000 + 80_000, finishedMs: index * 60_000 + 110_000 }),
  }));
  return {
    ...{ id: 'run-4799', name: 'eda-ecosystem', environment: 'production', status: 'running', actor: 'alice' },
    ...{
      startedAt: iso(NOW - 4 * 60_000),
      endedAt: iso(NOW),
      resumed: 0,
      total: components.length,
      released: 2,
      components,
    },
  };
}
