import { describeLock } from '../../engine/stores/locks.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import type { Component, Manifest } from '../../train/manifest/manifest.ts';
import { endingSoon } from '../artifacts/artifacts-ending.ts';
import { needsAttention } from './component-row.ts';
import { environmentViews } from './environments.ts';
import { type ComponentLooks, lookAtComponents } from './look-at-components.ts';
import { metricsOf } from './metrics.ts';
import { knownOf, reasonOf } from './seen.ts';
import { readStateDocuments, type StateDocuments } from './state-documents.ts';
import type { ProblemView, ServicesView, Status, StatusRow, WatchView } from './status.ts';
import { compareTargets, type Targets } from './targets.ts';
import { endedViews, iso, openViews } from './train-views.ts';
import { weeksOf } from './trends.ts';

export interface ReleaseLook extends ComponentLooks {
  readonly manifests: readonly Manifest[];
  readonly store: StateStore;
  readonly now: number;
  /** Milliseconds before now that the figures are of. */
  readonly window: number;
  readonly targets: Targets;
  readonly services: ServicesView | undefined;
  readonly watch: () => Promise<WatchView>;
  readonly repository: string | undefined;
  readonly runUrl: string | undefined;
}

/** Looks at everything once. Nothing of it throws for what is only a part: that part is unknown, and the rest is right. */
export async function lookAtRelease(look: ReleaseLook): Promise<Status> {
  const { manifests, store, now, window } = look;
  const span = { from: now - window, to: now };
  const [rows, documents, watch] = await Promise.all([rowsOf(look), readStateDocuments(store, span), look.watch()]);
  const open = await openViews(store, knownOf(documents.open) ?? []);
  const problems = (knownOf(documents.problems) ?? []).map(problemView);
  const locks = knownOf(documents.locks) ?? [];
  const metrics = metricsOf(documents, span);
  const unknown = unknownOf(documents, open.unknown);
  return {
    format: 1,
    name: manifests.map(({ name }) => name).join(', ') || (look.repository ?? 'services'),
    generatedAt: iso(now),
    ...(look.repository !== undefined && { repository: look.repository }),
    ...(look.runUrl !== undefined && { runUrl: look.runUrl }),
    ok: isOk(rows, problems.length, documents),
    components: rows,
    environments: environmentViews(manifests, knownOf(documents.lastGood) ?? {}, locks),
    trains: { open: open.views, ended: endedViews(documents.trains), count: documents.trains.length },
    problems,
    locks: locks.map((lock) => ({ name: lock.name, text: describeLock(lock.name, lock) })),
    since: iso(span.from),
    metrics,
    targets: compareTargets(look.targets, metrics),
    weeks: weeksOf(documents, span),
    ...(look.services && { services: look.services }),
    watch,
    warnings: endingSoon(knownOf(documents.lastGood) ?? {}, now)
      .filter(({ isOver, isCurrent }) => isCurrent || !isOver)
      .map(({ text }) => text),
    unknown,
  };
}

/** Components of several manifests may have one id: the manifest's name tells them apart. */
async function rowsOf(look: ReleaseLook): Promise<StatusRow[]> {
  const all = look.manifests.flatMap(({ name, components }) => components.map((component) => ({ name, component })));
  const rows = await lookAtComponents(
    all.map(({ component }): Component => component),
    look,
  );
  const isAmbiguous = new Set(rows.map(({ id }) => id)).size < rows.length;
  return rows.map((row, index) => {
    const manifest = all[index]?.name ?? '';
    const keyOf = (id: string) => (isAmbiguous ? `${manifest}/${id}` : id);
    return { ...row, key: keyOf(row.id), manifest };
  });
}

function isOk(rows: readonly StatusRow[], problems: number, { problems: known }: StateDocuments): boolean {
  return problems === 0 && 'value' in known && !rows.some(needsAttention);
}

function unknownOf(documents: StateDocuments, trains: readonly string[]): string[] {
  const { open, lastGood, problems, locks, faults } = documents;
  const parts = [
    ['Open trains', open],
    ['Versions in environments', lastGood],
    ['Problems', problems],
    ['Locks', locks],
  ] as const;
  const reasons = parts.flatMap(([what, one]) => {
    const reason = reasonOf(one);
    return reason === undefined ? [] : [`${what}: ${reason}`];
  });
  return [...reasons, ...trains, ...faults.map((fault) => `History: ${fault}`)];
}

function problemView(problem: {
  readonly key: string;
  readonly severity: string;
  readonly openedAt: number;
  readonly text: string;
  readonly url?: string;
  readonly acknowledged?: { readonly by: string };
}): ProblemView {
  const { key, severity, openedAt, text, url, acknowledged } = problem;
  return {
    key,
    severity,
    openedAt: iso(openedAt),
    text,
    ...(url && { url }),
    ...(acknowledged && { acknowledgedBy: acknowledged.by }),
  };
}
