import type { Usage } from '../../platform/github/client/sender.ts';
import { type DoctorFinding, inOrder, problemsOf, SEVERITIES, type TroubleSeverity } from './finding.ts';

/** What a pass found, for people and for programs. */
export interface Examination {
  readonly format: 1;
  readonly profiles: readonly string[];
  readonly looked: {
    readonly owners: number;
    readonly repositories: number;
    readonly components: number;
    readonly requests: number;
    readonly seconds: number;
  };
  /** Errors and warnings. */
  readonly problems: number;
  readonly findings: readonly DoctorFinding[];
}

export function examination(
  findings: readonly DoctorFinding[],
  { profiles, ...looked }: { readonly profiles: readonly string[] } & Examination['looked'],
): Examination {
  return { format: 1, profiles, looked, problems: problemsOf(findings).length, findings: inOrder(findings) };
}

function countOf({ findings }: Pick<Examination, 'findings'>, severity: TroubleSeverity): number {
  return findings.filter((one) => one.severity === severity).length;
}

const NOUNS: Readonly<Record<TroubleSeverity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['hint', 'hints'],
};

/** `3 errors, 1 warning` */
export function counted(findings: readonly DoctorFinding[]): string {
  const parts = SEVERITIES.map((severity) => {
    const count = countOf({ findings }, severity);
    return count === 0 ? '' : `${count} ${NOUNS[severity][count === 1 ? 0 : 1]}`;
  });
  return parts.filter((part) => part !== '').join(', ');
}

/** What all clients of a pass have asked. */
export function requestsOf(usages: readonly Readonly<Usage>[]): number {
  return usages.reduce((sum, { requests }) => sum + requests, 0);
}
