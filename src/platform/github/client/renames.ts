import type { Log } from '../../runner/log.ts';
import type { Outgoing } from './call.ts';

/** Tells once of each repository that GitHub answers for under another name. */
export class Renames {
  readonly #log: Log | undefined;
  readonly #told = new Set<string>();

  constructor(log: Log | undefined) {
    this.#log = log;
  }

  tell(from: Outgoing, to: Outgoing): void {
    const repository = /\/repos\/([^/]+\/[^/?]+)/.exec(new URL(from.url).pathname)?.[1];
    if (repository === undefined || this.#told.has(repository)) return;
    this.#told.add(repository);
    this.#log?.warning(
      `${repository} was renamed or moved: GitHub answers from ${new URL(to.url).pathname}. Use its new name; the old one may be given to another repository.`,
    );
  }
}
