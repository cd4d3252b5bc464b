import type { Answer } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { Repository } from './world.ts';

/** Operations on one repository, by their id in GitHub's description. */
export type RepositoryHandlers = Readonly<Record<string, (repository: Repository, call: ApiCall) => Answer>>;

/** All other operations. */
export type GlobalHandlers = Readonly<Record<string, (call: ApiCall) => Answer>>;
