import type { Finding } from './findings.ts';

const CONFLICTS = {
  same: 'match the same requests',
  ambiguous: 'match some of the same requests, and neither is the more specific',
  shadowed: 'lie within each other, so that the order of the gateway decides',
  reported: 'conflict, says the registry',
} as const;

/** A finding for people: what it is about, and what is wrong with it. */
export function describeFinding(finding: Finding): { subject: string; problem: string } {
  switch (finding.kind) {
    case 'unreachable':
      return { subject: finding.source, problem: `cannot be read: ${finding.detail}` };
    case 'empty':
      return {
        subject: finding.source,
        problem: 'holds no service at all; has it lost its data, or is the URL another one?',
      };
    case 'unhealthy': {
      const place = finding.via === 'proxy' ? `through the proxy ${finding.url}` : finding.url;
      return { subject: finding.service, problem: `is not healthy${place ? ` (${place})` : ''}: ${finding.detail}` };
    }
    case 'missing':
      return { subject: finding.service, problem: `is missing from the ${finding.from}` };
    case 'stale': {
      const where = finding.at === 'reality' ? 'what runs' : `the ${finding.at}`;
      const { field, expected, found, truth } = finding;
      return {
        subject: finding.service,
        problem: `${where} has ${field} ${found}, expected ${expected} (${TRUTHS[truth]})`,
      };
    }
    case 'unexpected':
      return {
        subject: finding.service,
        problem: `is in the ${finding.at}, but ${finding.at === 'registry' ? 'not declared' : 'not registered'}`,
      };
    case 'duplicate':
      return {
        subject: finding.service,
        problem: `is ${finding.count} times in the ${finding.at}; a name must be unique`,
      };
    case 'conflict':
      return {
        subject: finding.path,
        problem: `routes of ${finding.services.join(' and ')} ${CONFLICTS[finding.reason]}`,
      };
    case 'overdue':
      return { subject: 'reconcile-services', problem: finding.detail };
  }
}

const TRUTHS = { reality: 'what runs', declared: 'as declared', registry: 'as registered' } as const;
