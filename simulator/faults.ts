import { createRandom } from './random.ts';

/** What goes wrong with one call. `before`: nothing has happened yet; `after`: it has, but the answer does not say so. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | {
      readonly kind: 'rate-limited';
      readonly status: 403 | 429;
      readonly hint: 'retry-after' | 'reset' | 'none';
      /** How long the limit lasts. */
      readonly seconds: number;
    }
  | { readonly kind: 'hang'; readonly when?: 'before' | 'after' }
  /** The answer comes in small pieces, this long in all. */
  | { readonly kind: 'drip'; readonly ms: number }
  /** The whole answer comes late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** It comes to GitHub this much later; the sender never hears of it. */
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'unauthorized' }
  /** A dispatch makes two runs. */
  | { readonly kind: 'duplicate' }
  /** A dispatch is accepted and no run appears. */
  | { readonly kind: 'drop' }
  /** A dispatch is accepted, and nobody can see its run for so long. */
  | { readonly kind: 'hidden'; readonly ms: number }
  /** A list as it was this long ago. */
  | { readonly kind: 'stale'; readonly ms: number };

export type FaultKind = Fault['kind'];

export interface FaultCall {
  /** 1-based, over all calls. */
  readonly n: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly random: () => number;
}

export type FaultSchedule = (call: FaultCall) => Fault | undefined;

/** The `nth` (1-based) call of an operation fails; one schedule serves one simulated GitHub. */
export function faultOnce(operation: string, fault: Fault, nth = 1): FaultSchedule {
  let seen = 0;
  return (call) => (call.operation === operation && ++seen === nth ? fault : undefined);
}

/** Every call fails with probability `rate`, in one of the ways that `kinds` names and that make sense for it. */
export function randomFaults(rate: number, kinds: readonly FaultKind[] = everyKind): FaultSchedule {
  return (call) => {
    if (call.random() >= rate) return undefined;
    const random = createRandom(Math.floor(call.random() * 2 ** 32));
    const possible = kinds.filter((kind) => makesSense(kind, call));
    const [first, ...rest] = possible;
    return first === undefined ? undefined : drawFault(random.pick([first, ...rest]), random);
  };
}

const everyKind: readonly FaultKind[] = [
  ...([
    'status',
    'reset',
    'rate-limited',
    'hang',
    'drip',
    'slow',
    'unauthorized',
    'duplicate',
    'drop',
    'stale',
  ] as const),
];

const dispatches = new Set(['actions/create-workflow-dispatch', 'repos/create-dispatch-event']);

function makesSense(kind: FaultKind, call: FaultCall): boolean {
  if (kind === 'duplicate' || kind === 'drop' || kind === 'hidden') return dispatches.has(call.operation);
  // A storage knows no tokens, and nothing of GitHub's limits.
  if (kind === 'rate-limited' || kind === 'unauthorized') return call.operation !== 'blob';
  if (kind === 'stale') return call.method === 'GET' && call.operation.startsWith('actions/list-workflow-runs');
  return true;
}

function drawFault(kind: FaultKind, random: ReturnType<typeof createRandom>): Fault {
  const when = random.pick(['before', 'after'] as const);
  switch (kind) {
    case 'status':
      return { kind, status: random.pick([500, 502, 503, 504] as const), when };
    case 'reset':
    case 'hang':
      return { kind, when };
    case 'rate-limited':
      return {
        kind,
        status: random.pick([403, 429] as const),
        hint: random.pick(['retry-after', 'reset', 'none'] as const),
        seconds: random.between(1, 120),
      };
    case 'drip':
    case 'slow':
    case 'late':
    case 'hidden':
      return { kind, ms: random.between(1_000, 20_000) };
    case 'stale':
      return { kind, ms: random.between(1_000, 60_000) };
    default:
      return { kind };
  }
}
