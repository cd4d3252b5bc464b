import { type Bounds, type TimedSignal, timedSignal } from '../../platform/time/timed-signal.ts';
import { RegistryProblem } from '../registries/registry-answer.ts';

/** A signal that also aborts when the input `timeout` is over, with a problem that names what took so long. */
export function timeLimit(what: string, bounds: Bounds): TimedSignal {
  const seconds = bounds.ms / 1_000;
  return timedSignal(
    bounds,
    () => new RegistryProblem('unreachable', `${what} took longer than ${seconds} s (the input timeout).`),
  );
}
