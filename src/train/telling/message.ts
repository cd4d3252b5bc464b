import { type Fact, SEVERITIES, type Severity } from './fact.ts';
import type { Overview } from './overview.ts';

/** What a channel is given to tell. All texts are plain: the channel escapes them. */
export interface Message {
  /** What all messages about one matter have in common: the train, or the problem. */
  readonly topic: string;
  readonly title: string;
  readonly severity: Severity;
  /** At least one; the oldest first. */
  readonly facts: readonly Fact[];
  /** How the train stands at this moment, where it is about one. */
  readonly overview?: Overview;
  /** What this channel answered to the message about the same topic before. */
  readonly ref?: string;
  /** Where a person says that somebody looks after it: the issue of its problem. */
  readonly acknowledgeUrl?: string;
}

/** The worst of the facts. */
export function worstOf(facts: readonly Fact[]): Severity {
  return facts.reduce<Severity>(
    (worst, { severity }) => (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(worst) ? severity : worst),
    'info',
  );
}
