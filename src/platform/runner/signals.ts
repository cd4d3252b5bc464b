/** Why the work was asked to stop: the runner cancels a step by SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills. */
export class Cancelled extends Error {
  override name = 'Cancelled';
  readonly by: NodeJS.Signals;
  constructor(by: NodeJS.Signals) {
    super(`Cancelled: the step received ${by}.`);
    this.by = by;
  }
}

const GRACE_MS = 4_500;

/**
 * A signal that aborts with `Cancelled` at the first SIGINT or SIGTERM. What handles it has a few seconds to leave things tidy;
 * then the process exits whatever it is doing, before the runner kills it.
 */
export function onCancellation(): AbortSignal {
  const controller = new AbortController();
  const cancel = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) return;
    controller.abort(new Cancelled(name));
    setTimeout(() => process.exit(130), GRACE_MS).unref();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return controller.signal;
}
