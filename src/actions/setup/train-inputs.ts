import type { InputsOf } from '../../platform/runner/inputs.ts';
import { flag, list, map, oneOf, optional, text, wholeNumber } from '../../platform/runner/inputs.ts';
import { ALL_COMPONENTS, PREVIOUS, type TrainRequest } from '../../train/plan/request.ts';
import { RELEASE_TYPES } from '../../train/plan/version-text.ts';
import { connectionInputs } from './connect-github.ts';

/** What both the train and its plan are asked. */
export const trainInputs = {
  ...connectionInputs,
  manifest: optional(text, '.github/release-train.yml'),
  'release-type': optional(oneOf(...RELEASE_TYPES)),
  packages: optional(list, ['all']),
  'include-dependents': optional(flag, false),
  versions: optional(versionMap, {}),
  'prerelease-id': optional(text),
  environment: optional(text),
  strategy: optional(oneOf('sequential', 'parallel', 'canary')),
  'on-failure': optional(oneOf('continue', 'halt')),
  'max-parallel': optional(wholeNumber(1, 10_000)),
  rollback: optional(flag),
  'registry-url': optional(text),
  'index-url': optional(text),
} as const;

type TrainInputs = InputsOf<typeof trainInputs>;

/** Reads the input `versions`: a map, or `previous` for what each selected component was at before. */
function versionMap(value: string): ReturnType<typeof map> {
  return value === PREVIOUS ? { [ALL_COMPONENTS]: PREVIOUS } : map(value);
}

/** The request that the inputs make; absent inputs leave it to the manifest. */
export function requestOf(given: TrainInputs): TrainRequest {
  const { releaseType, prereleaseId, environment, strategy, onFailure, maxParallel } = given;
  return {
    packages: given.packages,
    includeDependents: given.includeDependents,
    versions: given.versions,
    ...(releaseType && { releaseType }),
    ...(prereleaseId && { prereleaseId }),
    ...(environment && { environment }),
    ...(strategy && { strategy }),
    ...(onFailure && { onFailure }),
    ...(maxParallel && { maxParallel }),
    ...(given.rollback !== undefined && { rollback: given.rollback }),
  };
}
