import type { Log } from '../../src/platform/runner/log.ts';

/** The log of an orchestrator whom nobody reads. */
export const silent: Log = {
  info: () => {},
  debug: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
  group: async (_, body) => body(),
};
