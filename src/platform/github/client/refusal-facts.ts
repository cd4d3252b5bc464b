import type { Reply } from '../../net/transport.ts';

/** What a cause is told by. */
export interface RefusalFacts {
  readonly route: string;
  readonly said: string;
  readonly headers: Reply['headers'];
  readonly html: boolean;
}

/** A cause that status, route, message or headers show; the first that fits is given. */
export interface RefusalCause {
  readonly status: readonly number[];
  readonly route?: RegExp;
  readonly said?: RegExp;
  readonly when?: (facts: RefusalFacts) => boolean;
  readonly say: string | ((facts: RefusalFacts) => string);
}
