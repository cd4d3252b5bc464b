import type { Access } from './access.ts';
import type { World } from './world.ts';

/** A request that has been understood: routed, authorised, parsed. */
export interface ApiCall {
  readonly world: World;
  readonly access: Access;
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly apiVersion: string;
  readonly accept: string;
  /** Lists show the world as it was then. */
  readonly asOf: number | undefined;
  /** A dispatch makes this many runs; 1 but for faults. */
  readonly copies: number;
  /** For how many milliseconds nobody can see them; 0 but for faults. */
  readonly hiddenMs: number;
  /** GitHub Enterprise Server before 3.21. */
  readonly old: boolean;
}
