import type { Status } from '../status.ts';

/** Names of fields that say where something is, or who somebody is. */
const ADDRESSES: ReadonlySet<string> = new Set([
  'url',
  'runUrl',
  'compareUrl',
  'repository',
  'actor',
  'acknowledgedBy',
  'ref',
]);
/** Texts that others wrote, and that may name anything. */
const REASONS: ReadonlySet<string> = new Set(['reason', 'why', 'detail']);

/** The status without repositories, addresses, people, and the texts in which they may stand. Services are told as they are. */
export function withoutAddresses({ services, metrics, ...status }: Status): Status {
  const { repository: _repository, runUrl: _runUrl, ...rest } = without(status) as typeof status;
  return {
    ...rest,
    components: rest.components.map((row) => ({ ...row, repository: '', why: [] })),
    environments: rest.environments.map(({ lock, ...one }) => ({
      ...one,
      ...(lock !== undefined && { lock: 'locked' }),
    })),
    problems: rest.problems.map((problem) => ({ ...problem, text: '' })),
    locks: rest.locks.map(({ name }) => ({ name, text: `${name} is locked.` })),
    warnings:
      rest.warnings.length === 0 ? [] : ['An artifact of a good version ends soon; the log of the run says which.'],
    unknown: rest.unknown.length === 0 ? [] : ['Something could not be read; the log of the run says what.'],
    metrics,
    ...(services && { services }),
  };
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !ADDRESSES.has(name) && !REASONS.has(name));
  return Object.fromEntries(kept.map(([name, item]) => [name, without(item)]));
}
