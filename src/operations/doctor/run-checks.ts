import { KnownError, messageOf } from '../../platform/errors.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { DoctorFinding, Trouble, TroublePlace } from './finding.ts';
import { type DoctorCheck, keyOf, type Pass, type Subject } from './pass.ts';

const AT_ONCE = 8;

/** Who is looked at before whom. */
const ORDER: readonly Subject['of'][] = [
  'workspace',
  'owner',
  'repository',
  'home',
  'hub',
  'source',
  'component',
  'train',
  'service',
  'fleet',
];

interface Looking {
  readonly checks: readonly DoctorCheck[];
  readonly subjects: readonly Subject[];
  /** Where something stands in the manifest. */
  readonly locate: (at: NonNullable<Trouble['at']>) => TroublePlace;
  /** Told after each subject. */
  readonly onLooked?: (subject: Subject, done: number, all: number) => void;
}

/** Runs every check on every subject it is for. What goes wrong with one ends no other: it is a finding of its own. */
export async function runChecks({ checks, subjects, locate, onLooked }: Looking, pass: Pass): Promise<DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  const closed = new Set<string>();
  let done = 0;
  for (const kind of ORDER) {
    const ofKind = subjects.filter(({ of }) => of === kind);
    const own = checks.filter(({ of }) => of === kind);
    await mapPooled(ofKind, AT_ONCE, async (subject) => {
      const isWithinClosed = 'within' in subject && closed.has(subject.within);
      const looked = isWithinClosed ? { isShut: true, findings: [] } : await lookAt(subject, own, { pass, locate });
      if (looked.isShut) closed.add(keyOf(subject));
      findings.push(...looked.findings);
      done += 1;
      onLooked?.(subject, done, subjects.length);
    });
  }
  return together(findings);
}

/** Asks the checks of one subject; `isShut`: nothing more can be learnt of it, or of what is within it. */
async function lookAt(
  subject: Subject,
  checks: readonly DoctorCheck[],
  { pass, locate }: { readonly pass: Pass; readonly locate: Looking['locate'] },
): Promise<{ readonly findings: readonly DoctorFinding[]; readonly isShut: boolean }> {
  const findings: DoctorFinding[] = [];
  for (const check of checks) {
    const { troubles, unseen } = await ask(check, subject, pass);
    findings.push(...troubles.map(({ at, ...one }) => told(check, subject, one, at && locate(at))));
    if (unseen) findings.push(notSeen(check, subject, unseen));
    const isShut = check.gate === true && (unseen !== undefined || troubles.some(isError));
    // A client that is told to wait is not asked further.
    if (isShut || unseen?.kind === 'paused') return { findings, isShut: true };
  }
  return { findings, isShut: false };
}

function told(
  check: DoctorCheck,
  { name }: Subject,
  trouble: Omit<Trouble, 'at'>,
  place: TroublePlace | undefined,
): DoctorFinding {
  return { check: check.check, area: check.area, subject: name, ...(place && { place }), ...trouble };
}

function isError({ severity }: Trouble): boolean {
  return severity === 'error';
}

interface Answered {
  readonly troubles: readonly Trouble[];
  /** Why the check could not look. */
  readonly unseen?: KnownError;
}

async function ask(check: DoctorCheck, subject: Subject, pass: Pass): Promise<Answered> {
  try {
    // A check is only ever given subjects of its kind.
    return { troubles: await check.run(subject as never, pass) };
  } catch (error) {
    pass.signal.throwIfAborted();
    if (!(error instanceof KnownError)) throw error;
    return { troubles: [], unseen: error };
  }
}

/** What nobody could look at is not fine, and no fault of what was to be looked at. */
function notSeen({ area }: DoctorCheck, { name }: Subject, error: KnownError): DoctorFinding {
  return {
    ...{ check: 'looked-at', area, subject: name, severity: 'warning', expected: 'an answer' },
    seen: `It could not be looked at as a whole: ${messageOf(error)}`,
    fix:
      error.kind === 'fault'
        ? 'Correct what the message names, or look by hand.'
        : 'Run the doctor again; if it stays, look by hand.',
  };
}

/** What was seen in the same words at many is one finding of all of them: a registry that is down is one trouble. */
function together(findings: readonly DoctorFinding[]): DoctorFinding[] {
  const kept = new Map<string, DoctorFinding & { readonly subjects: string[] }>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.check, finding.severity, finding.seen, finding.fix, finding.paste]);
    const known = kept.get(key);
    if (known) known.subjects.push(finding.subject);
    else kept.set(key, { ...finding, subjects: [finding.subject] });
  }
  return [...kept.values()].map(({ subjects, ...finding }) => ({ ...finding, subject: subjectsOf(subjects) }));
}

function subjectsOf(subjects: readonly string[]): string {
  const names = [...new Set(subjects)];
  return names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}
