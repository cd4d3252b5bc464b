import type { Clock } from '../../platform/time/clock.ts';
import { CLEARED } from '../../platform/time/timed-signal.ts';

/** Waits until somebody calls what `onWaker` is given, the signal aborts, or that time has come (epoch milliseconds). */
export async function untilWoken(
  { clock, signal, until }: { readonly clock: Clock; readonly signal?: AbortSignal; readonly until: number },
  onWaker: (wake: () => void) => void,
): Promise<void> {
  const timer = new AbortController();
  let wake = () => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  onWaker(wake);
  signal?.addEventListener('abort', wake, { once: true });
  const time = clock.sleep(until - clock.now(), timer.signal).catch(() => {});
  await Promise.race([woken, time]);
  signal?.removeEventListener('abort', wake);
  timer.abort(CLEARED);
}
