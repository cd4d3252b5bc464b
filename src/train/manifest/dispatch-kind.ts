import type { RawDefaults } from './raw-manifest.ts';

/** How a component, or the defaults, say that it is started; undefined where they do not. */
export function dispatchKind(from: RawDefaults): 'workflow' | 'event-type' | undefined {
  if (from['event-type'] !== undefined) return 'event-type';
  return from.workflow === undefined ? undefined : 'workflow';
}
