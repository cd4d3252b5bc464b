import { PROFILES } from '../../operations/doctor/subjects.ts';
import { flag, type InputsOf, list, oneOf, optional, text } from '../../platform/runner/inputs.ts';
import { connectionInputs } from './connect-github.ts';
import { notificationInputs } from './notification-inputs.ts';

export const doctorInputs = {
  ...connectionInputs,
  operation: optional(oneOf('check'), 'check'),
  manifest: optional(text),
  profile: optional(profiles),
  'on-problems': optional(oneOf('fail', 'warn'), 'fail'),
  report: optional(text, '.release-actions/doctor.json'),
  comment: optional(flag, false),
  'channel-secrets': notificationInputs['channel-secrets'],
  'registry-url': optional(text),
  'index-url': optional(text),
  'dry-run': optional(flag, false),
} as const;

export type DoctorInputs = InputsOf<typeof doctorInputs>;

async function profiles(value: string) {
  const parse = oneOf(...PROFILES);
  return Promise.all((await list(value)).map((one) => parse(one)));
}
