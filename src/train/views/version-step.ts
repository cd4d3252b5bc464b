import type { PlannedComponent } from '../plan/plan.ts';

type Versions = Pick<PlannedComponent, 'version' | 'previousVersion' | 'requestedVersion'>;

/** `1.0.0 → 1.1.0`, in one line, with each version as it is shown there; undefined of a component without a version. */
export function versionStep(
  { version, previousVersion, requestedVersion }: Versions,
  shown: (version: string) => string = (text) => text,
): string | undefined {
  if (version === undefined) return undefined;
  const to = shown(requestedVersion ?? version);
  return previousVersion === undefined ? to : `${shown(previousVersion)} → ${to}`;
}
