import type { WorkingCopy } from './working-copy.ts';

/** What is shown of a train elsewhere: it is derived from what is saved, and neither delays, changes nor fails a train. */
export interface Projection {
  /** Starts what is due and not going on yet. */
  pursue(copy: WorkingCopy): void;
  /** When there will be something to do; undefined where there is nothing, or what goes on will say so. */
  nextAt(copy: WorkingCopy): number | undefined;
  /** Does all that can be done until a deadline (epoch milliseconds), at the end of a step. */
  finish(copy: WorkingCopy, deadline: number): Promise<void>;
  stop(): void;
}

/** Who hears of what a projection does. */
export interface ProjectionReports {
  /** Hears of what could not be done. */
  readonly onTrouble?: ((message: string) => void) | undefined;
  /** Some piece of it ended. */
  readonly onEnd?: (() => void) | undefined;
}
