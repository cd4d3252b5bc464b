import type { Services } from './engine/services.ts';
import type { Stage } from './engine/stage.ts';
import type { World } from './engine/world.ts';

/** What a scenario has to work with. */
export interface Ground {
  /** A world of its own. */
  readonly world: World;
  readonly stage: Stage;
  readonly services: Services;
  /** A folder of its own. */
  readonly folder: string;
}

/** `python`: an index of its own, with build tools. `auditors`: Go and Python, to fetch zizmor, actionlint and shellcheck. */
export type Need = 'python' | 'auditors';

export interface Scenario {
  /** What is proven, as a sentence. */
  readonly title: string;
  readonly needs?: readonly Need[];
  /** Throws where it is not so. */
  readonly run: (ground: Ground) => Promise<void>;
}

/** A story that is told in `scenarios/<name>.ts`. */
export function scenario(title: string, run: Scenario['run'], needs: Scenario['needs'] = []): Scenario {
  return { title, run, needs };
}
