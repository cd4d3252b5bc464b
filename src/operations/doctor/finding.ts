/** What a check is about; also the order in which findings of one severity are shown. */
const AREAS = [
  'manifest',
  'token',
  'repository',
  'workflow',
  'npm',
  'pypi',
  'drift',
  'templates',
  'environments',
  'hub',
  'changesets',
  'services',
  'notifications',
  'state',
  'schedules',
  'page',
] as const;
export type Area = (typeof AREAS)[number];

/** `error`: a train (or event) would fail or do the wrong thing. `warning`: it may. `info`: worth knowing, counts as no problem. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type TroubleSeverity = (typeof SEVERITIES)[number];

/** What a check saw, and what to do. Texts are plain: anyone who shows them escapes them. */
export interface Trouble {
  readonly severity: TroubleSeverity;
  readonly seen: string;
  readonly expected: string;
  /** A sentence. */
  readonly fix: string;
  /** A command to run, or lines to put into the file that `fix` names. */
  readonly paste?: string;
  /** The page where it is done. */
  readonly link?: string;
  /** Keys that lead to what is at fault in the manifest. */
  readonly at?: readonly (string | number)[];
  /** Where the file and line are known already. */
  readonly place?: TroublePlace;
}

export interface TroublePlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A trouble with what found it, and of whom. */
export interface DoctorFinding extends Omit<Trouble, 'at'> {
  readonly check: string;
  readonly area: Area;
  /** The component, repository, owner or file that it is about. */
  readonly subject: string;
}

/** Errors first, then by area, in the order in which they were found. */
export function inOrder(findings: readonly DoctorFinding[]): DoctorFinding[] {
  const rank = ({ severity, area }: DoctorFinding) => SEVERITIES.indexOf(severity) * AREAS.length + AREAS.indexOf(area);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** What counts: anyone who is told "0 problems" may start. */
export function problemsOf(findings: readonly DoctorFinding[]): DoctorFinding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

/** The finding as one sentence after the other, for the log. */
export function sentencesOf({ subject, seen, fix, paste, link }: DoctorFinding): string {
  const told = seen.startsWith(subject) ? seen : `${subject}: ${seen}`;
  const isShort = paste !== undefined && !paste.includes('\n') && !fix.includes(paste);
  return [told, isShort ? `${fix.replace(/[.:]$/, ':')} ${paste}` : fix, ...(link === undefined ? [] : [link])].join(
    ' ',
  );
}
