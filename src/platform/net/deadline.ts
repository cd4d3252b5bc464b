import { RequestError } from './request-error.ts';

interface Deadline {
  readonly signal: AbortSignal;
  /** Rejects as soon as the deadline has passed, for work that does not listen to the signal. */
  race<T>(work: Promise<T>): Promise<T>;
}

/**
 * Runs work that must end within `timeoutMs`; whatever it left open is aborted when it ends. Throws a RequestError of
 * `timeout` or `cancelled` where the work has no better word for it.
 * The time is the real one: sockets and name servers know no other.
 */
export async function withDeadline<T>(
  { timeoutMs, target, signal }: { timeoutMs: number; target: string; signal?: AbortSignal | undefined },
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const cancel = () => controller.abort(new RequestError('cancelled', `${target}: the request was cancelled`));
  const expire = () => {
    controller.abort(new RequestError('timeout', `${target}: no complete answer within ${Math.round(timeoutMs)} ms`));
  };
  const timer = setTimeout(expire, timeoutMs);
  signal?.addEventListener('abort', cancel, { once: true });
  const aborted = rejection(controller.signal);
  // One turn later, so that the work can say what it was waiting for.
  const overdue = aborted.catch((reason) => new Promise<never>((_, reject) => setImmediate(reject, reason)));
  overdue.catch(() => undefined);
  if (signal?.aborted) cancel();
  const deadline: Deadline = {
    signal: controller.signal,
    race: (part) => Promise.race([aborted, part]),
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
