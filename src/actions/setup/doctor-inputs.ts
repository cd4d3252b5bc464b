import { PROFILES } from '../../operations/doctor/subjects.ts';
import { UserError } from '../../platform/errors.ts';
import { flag, type InputsOf, lines, list, oneOf, optional, repository, text } from '../../platform/runner/inputs.ts';
import { connectionInputs } from './connect-github.ts';
import { networkInputs } from './network-inputs.ts';
import { notificationInputs } from './notification-inputs.ts';

export const doctorInputs = {
  ...connectionInputs,
  operation: optional(oneOf('check', 'discover', 'install', 'self-test'), 'check'),
  manifest: optional(text),
  'hub-file': optional(text),
  'services-file': optional(lines, []),
  profile: optional(profiles),
  'on-problems': optional(oneOf('fail', 'warn'), 'fail'),
  report: optional(text, '.release-actions/doctor.json'),
  comment: optional(flag, false),
  owners: optional(list, []),
  repositories: optional(repositories, []),
  clones: optional(text),
  draft: optional(text, '.release-actions/release-train.yml'),
  component: optional(text),
  ...networkInputs,
  'channel-secrets': notificationInputs['channel-secrets'],
  'registry-url': optional(text),
  'index-url': optional(text),
  update: optional(flag, false),
  'dry-run': optional(flag),
} as const;

export type DoctorInputs = InputsOf<typeof doctorInputs>;

/** Throws a UserError with every text that no owner can be called. */
export function verifyOwners({ owners }: Pick<DoctorInputs, 'owners'>): void {
  const wrong = owners.filter((owner) => !/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/.test(owner));
  if (wrong.length > 0)
    throw new UserError(wrong.map((owner) => ({ message: `Input owners: ${JSON.stringify(owner)} is no owner.` })));
}

async function repositories(value: string) {
  return Promise.all((await list(value)).map((one) => repository(one)));
}

async function profiles(value: string) {
  const parse = oneOf(...PROFILES);
  return Promise.all((await list(value)).map((one) => parse(one)));
}
