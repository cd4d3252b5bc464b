import type { EffectRecord } from '../types.ts';

interface Graph {
  readonly id: string;
  /** `owner/name`; of this component alone. */
  readonly repository: string;
  readonly needs: readonly string[];
}

/** What is wrong with a train in which nothing but its orchestrator failed: by GitHub's own log, not by what was told. */
export function releasedOnce(components: readonly Graph[], effects: readonly EffectRecord[]): string[] {
  const of = (repository: string, kind: EffectRecord['kind']) =>
    effects.flatMap((effect, order) => (effect.kind === kind && effect.repository === repository ? [order] : []));
  const byId = new Map(components.map((component) => [component.id, component]));
  return components.flatMap(({ id, repository, needs }) => {
    const [first = Number.POSITIVE_INFINITY] = of(repository, 'dispatch');
    const counts = (['dispatch', 'run-created', 'run-ended'] as const).map((kind) => of(repository, kind).length);
    const published = effects.filter((effect) => effect.repository === repository && effect.kind === 'publish');
    const failed = effects.find(
      (effect) => effect.repository === repository && effect.kind === 'run-ended' && effect.conclusion !== 'success',
    );
    const early = needs.filter((need) => {
      const [end = Number.POSITIVE_INFINITY] = of(byId.get(need)?.repository ?? '', 'run-ended');
      return end > first;
    });
    return [
      ...(counts.every((count) => count === 1)
        ? []
        : [`${id}: ${counts.join(', ')} dispatches, runs and ends, not one of each`]),
      ...(published.length > 1 ? [`${id} was published ${published.length} times`] : []),
      ...(failed ? [`${id} concluded ${failed.conclusion}`] : []),
      ...early.map((need) => `${id} was dispatched before ${need} had ended`),
    ];
  });
}
