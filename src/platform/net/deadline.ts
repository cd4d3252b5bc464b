import { RequestError, requestErrorOf } from './request-error.ts';

export interface Deadline {
  readonly signal: AbortSignal;
  /** Rejects as soon as the deadline has passed, for work that does not listen to the signal. */
  race<T>(work: Promise<T>): Promise<T>;
  /** What to throw for an error of the work: the deadline's reason where that is what broke it. */
  explain(error: unknown, target: string): RequestError;
}

/**
 * Runs work that must end within `ms` milliseconds; whatever it left open is aborted when it ends. Throws a RequestError of
 * `timeout` or `cancelled` where the work has no better word for it.
 * The time is the real one: sockets and name servers know no other.
 */
export async function withDeadline<T>(
  { ms, target, signal }: { ms: number; target: string; signal?: AbortSignal | undefined },
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const cancel = () => controller.abort(new RequestError('cancelled', `${target}: the request was cancelled`));
  const expire = () => {
    controller.abort(new RequestError('timeout', `${target}: no complete answer within ${Math.round(ms)} ms`));
  };
  const timer = setTimeout(expire, ms);
  signal?.addEventListener('abort', cancel, { once: true });
  const aborted = rejection(controller.signal);
  // One turn later, so that the work can say what it was waiting for.
  const overdue = aborted.catch((reason) => new Promise<never>((_, reject) => setImmediate(reject, reason)));
  overdue.catch(() => undefined);
  if (signal?.aborted) cancel();
  const deadline: Deadline = {
    signal: controller.signal,
    race: (part) => Promise.race([aborted, part]),
    explain: (error, place) => {
      if (error instanceof RequestError || !controller.signal.aborted) return requestErrorOf(error, place);
      return controller.signal.reason as RequestError;
    },
  };
  try {
    return await Promise.race([overdue, work(deadline)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    controller.abort(new RequestError('cancelled', `${target}: the request is over`));
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
