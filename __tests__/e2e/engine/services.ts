import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { type PythonIndex, startPythonIndex } from '../../support/python-index.ts';

/** Servers that all scenarios share: they are slow to start, and each scenario has package names of its own. */
export interface Services {
  npm(): Promise<NpmRegistry>;
  python(): Promise<PythonIndex>;
  close(): Promise<void>;
}

/** Starts each server when it is asked for first. */
export function createServices(): Services {
  const started: Promise<{ close(): Promise<void> }>[] = [];
  const once = <T extends { close(): Promise<void> }>(start: () => Promise<T>): (() => Promise<T>) => {
    let running: Promise<T> | undefined;
    return () => {
      if (running === undefined) {
        running = start();
        started.push(running);
      }
      return running;
    };
  };
  return {
    npm: once(startNpmRegistry),
    python: once(startPythonIndex),
    async close() {
      const settled = await Promise.allSettled(started);
      await Promise.all(settled.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };
}
