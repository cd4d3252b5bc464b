import type { Manifest } from '../src/train/manifest/manifest.ts';
import { makePlan } from '../src/train/plan/make-plan.ts';
import type { Plan } from '../src/train/plan/plan.ts';
import type { TrainRequest } from '../src/train/plan/request.ts';
import { selectComponents } from '../src/train/plan/selection.ts';

/** The plan of a request where every component's current version is known. Throws where there is none. */
export function planOf(manifest: Manifest, request: TrainRequest, versionOf: (id: string) => string): Plan {
  const selection = selectComponents(manifest, request);
  const current = ({ id }: { id: string }) => [id, { versions: [versionOf(id)], source: 'a script' }] as const;
  const made =
    'faults' in selection
      ? selection
      : makePlan(selection, { currentVersions: new Map(manifest.components.map(current)) });
  if ('faults' in made) throw new Error(made.faults.map(({ message }) => message).join('\n'));
  return made.plan;
}
