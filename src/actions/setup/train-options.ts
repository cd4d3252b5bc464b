import { UserError } from '../../platform/errors.ts';
import { duration, flag, type InputsOf, list, oneOf, optional, text } from '../../platform/runner/inputs.ts';
import { networkInputs } from './network-inputs.ts';
import { notificationInputs } from './notification-inputs.ts';
import { stateInputs, verifyStateWriter } from './state-input.ts';
import { trainInputs } from './train-inputs.ts';

/** What the train is asked beyond its plan. */
export const trainOptions = {
  ...trainInputs,
  'dry-run': optional(flag, false),
  mode: optional(oneOf('wait', 'advance', 'cancel', 'lock', 'unlock'), 'wait'),
  'train-id': optional(trainIdInput),
  resume: optional(flag, true),
  'dispatch-again': optional(list, []),
  timeout: optional(duration, 330 * 60_000),
  ...stateInputs,
  'plan-hash': optional(planHash),
  'require-plan-hash': optional(flag, false),
  'ecosystem-tag': optional(text),
  reason: optional(text),
  until: optional(text),
  'override-lock': optional(text),
  ...networkInputs,
  ...notificationInputs,
} as const;

export type TrainOptions = InputsOf<typeof trainOptions>;

/** All trains that are not over; only `advance` goes through several. */
export const ALL_OPEN = '*';

/** The modes that may start a train. */
const STARTS: readonly string[] = ['wait', 'advance'];

type OptionRule = (given: TrainOptions) => string | undefined;

/** What contradicts one another. Each alone: one that asks for an input that could not be read says nothing. */
const RULES: readonly OptionRule[] = [
  ({ trainId, mode }) =>
    trainId === ALL_OPEN && mode !== 'advance'
      ? 'Input train-id: * stands for all open trains, which only mode advance goes through.'
      : undefined,
  ({ trainId, planHash: approvedHash }) =>
    trainId === ALL_OPEN && approvedHash !== undefined
      ? 'Input plan-hash is the hash of one plan: give the train-id of its train, and not *.'
      : undefined,
  ({ requirePlanHash, planHash: approvedHash, mode, dryRun }) =>
    requirePlanHash && approvedHash === undefined && STARTS.includes(mode) && !dryRun
      ? 'Input plan-hash is empty, and require-plan-hash is true: nobody has seen the plan that would be carried out. Nothing was started. ' +
        'Give the output plan-hash of plan-release. Where that was empty, too: its job did not run, or GitHub dropped the output because it holds a masked value.'
      : undefined,
  ({ mode, reason }) =>
    mode === 'lock' && reason === undefined
      ? 'Input reason is missing: mode: lock tells everybody who is refused why.'
      : undefined,
  ({ mode, trainId, dryRun }) =>
    mode === 'cancel' && (trainId === undefined || dryRun)
      ? 'Input mode: cancel wants the train-id of the train to cancel, and no dry-run.'
      : undefined,
];

/** Each throws a UserError where the inputs contradict one another. */
export const optionChecks = [
  verifyStateWriter,
  ...RULES.map((rule) => (given: TrainOptions) => {
    const fault = rule(given);
    if (fault !== undefined) throw new UserError(fault);
  }),
];

/** Whether only what is open goes on or ends: no plan is made, and nobody need say what would be in one. */
export function startsNothing({ mode, trainId, resume }: Pick<TrainOptions, 'mode' | 'trainId' | 'resume'>): boolean {
  return !STARTS.includes(mode) || trainId === ALL_OPEN || !resume;
}

export function trainIdInput(value: string): string {
  if (value === ALL_OPEN || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) return value;
  throw new Error('expected up to 64 letters, digits, dots, hyphens and underscores');
}

/** Reads the output `plan-hash` of plan-release. */
export function planHash(value: string): string {
  if (/^[0-9a-f]{64}$/.test(value)) return value;
  throw new Error('expected the output plan-hash of plan-release, 64 hexadecimal digits');
}
