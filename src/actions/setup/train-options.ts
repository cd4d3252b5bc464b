import { UserError } from '../../platform/errors.ts';
import { duration, flag, type InputsOf, list, oneOf, optional, text } from '../../platform/runner/inputs.ts';
import { networkInputs } from './network-inputs.ts';
import { notificationInputs } from './notification-inputs.ts';
import { trainInputs } from './train-inputs.ts';
import { stateInput } from './train-world.ts';

/** What the train is asked beyond its plan. */
export const trainOptions = {
  ...trainInputs,
  'dry-run': optional(flag, false),
  mode: optional(oneOf('wait', 'advance', 'cancel'), 'wait'),
  'train-id': optional(trainIdInput),
  resume: optional(flag, true),
  'dispatch-again': optional(list, []),
  timeout: optional(duration, 330 * 60_000),
  state: optional(stateInput, { kind: 'branch' } as const),
  'plan-hash': optional(text),
  'ecosystem-tag': optional(text),
  ...networkInputs,
  ...notificationInputs,
} as const;

export type TrainOptions = InputsOf<typeof trainOptions>;

/** All trains that are not over; only `advance` goes through several. */
export const ALL_OPEN = '*';

/** Throws a UserError where the inputs contradict one another. */
export function verifyTrainId({ trainId, mode, dryRun }: Pick<TrainOptions, 'trainId' | 'mode' | 'dryRun'>): void {
  if (trainId === ALL_OPEN && mode !== 'advance') {
    throw new UserError('Input train-id: * stands for all open trains, which only mode advance goes through.');
  }
  if (mode === 'cancel' && (trainId === undefined || dryRun)) {
    throw new UserError('Input mode: cancel wants the train-id of the train to cancel, and no dry-run.');
  }
}

function trainIdInput(value: string): string {
  if (value === ALL_OPEN || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) return value;
  throw new Error('expected up to 64 letters, digits, dots, hyphens and underscores');
}
