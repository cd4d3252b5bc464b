export const SEVERITIES = ['info', 'warning', 'error', 'critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Every kind of fact that there is, with how bad it is by itself. */
const KINDS = {
  started: 'info',
  completed: 'info',
  'canary-passed': 'info',
  'component-failed': 'error',
  'health-failed': 'error',
  'not-served': 'error',
  failed: 'error',
  'rollback-started': 'warning',
  'rolled-back': 'warning',
  cancelled: 'warning',
  'lock-overridden': 'warning',
  'rollback-failed': 'critical',
  compatibility: 'warning',
  'needs-person': 'warning',
  'registration-failed': 'error',
  'integration-failed': 'error',
  'discovery-failed': 'error',
  'service-unhealthy': 'error',
  'route-conflict': 'warning',
  'event-refused': 'warning',
  'pipeline-failed': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** A word of a user's own may stand for a kind as well: `operation: send` of notify takes any. */
export type FactKind = keyof typeof KINDS | 'escalated' | 'test' | (string & {});

/** Something that happened and that people may want to hear of. */
export interface Fact {
  /** The same fact has the same id, however often it is found, and by anyone. */
  readonly id: string;
  readonly kind: FactKind;
  readonly severity: Severity;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly component?: string;
  readonly environment?: string;
  /** What happened, in plain text: every place that shows it escapes it in its own way. */
  readonly text: string;
  /** What a person does now. */
  readonly next?: string;
  readonly url?: string;
  /** The problem that it opens or feeds. */
  readonly problem?: string;
  /** The problem that it closes. */
  readonly resolves?: string;
}

/** How bad a fact of this kind is; a user's own word is information. */
export function severityOf(kind: FactKind): Severity {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : 'info';
}

/** Whether the first is at least as bad as the second. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** What cannot wait for others to be told with it. */
export function isUrgent({ severity }: Pick<Fact, 'severity'>): boolean {
  return isAtLeast(severity, 'error');
}
