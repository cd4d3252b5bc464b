import { listed } from '../../platform/text/wording.ts';
import { type FindingCause, SOURCES } from './finding-causes.ts';
import type { Finding } from './findings.ts';

const CONFLICTS = {
  same: 'match the same requests',
  ambiguous: 'match some of the same requests, and neither is the more specific',
  shadowed: 'lie within each other, so that the order of the gateway decides',
  reported: 'conflict, says the registry',
  'not-understood': 'a conflict in a form that is not understood',
} as const;

/** What a finding is about, and what is wrong with it. */
interface FindingText {
  readonly subject: string;
  readonly problem: string;
}

/** From this many on, services that nobody looked at are told together. */
const MANY_UNSEEN = 4;

/** Findings for people, one each; many services that nobody looked at are one, and come first. */
export function describeFindings(findings: readonly Finding[]): FindingText[] {
  const unseen = [...new Set(findings.flatMap((one) => (one.kind === 'unseen' ? [one.service] : [])))];
  if (unseen.length < MANY_UNSEEN) return findings.map(describeFinding);
  const together = {
    subject: `${unseen.length} services`,
    problem: `were not looked at: inconclusive, no time was left (${listed(unseen, 'and', 5)})`,
  };
  return [together, ...findings.filter(({ kind }) => kind !== 'unseen').map(describeFinding)];
}

/** A finding for people. */
function describeFinding(finding: Finding): FindingText {
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
    case 'unseen':
      return {
        subject: finding.service,
        problem: `was not looked at${finding.via === 'proxy' ? ' through its proxy' : ''}: inconclusive, no time was left`,
      };
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
        problem: `is in the ${finding.at} ${finding.count} times; a name must be unique`,
      };
    case 'conflict': {
      const { path, services, reason } = finding;
      const claimants = services.length === 0 ? '' : `routes of ${services.join(' and ')} `;
      return { subject: path, problem: `${claimants}${CONFLICTS[reason]}` };
    }
    case 'overdue':
      return { subject: 'reconcile-services', problem: finding.detail };
  }
}

const TRUTHS = { reality: 'what runs', declared: 'as declared', registry: 'as registered' } as const;

/** An annotation is one line: the summary and the issue have the rest. */
const MOST_SENTENCES = 10;

/** A cause in one line: what was seen, and what to do about it. */
export function describeCause(cause: FindingCause): string {
  const { title, findings } = cause;
  const sentences = describeFindings(findings).map(sentenceOf);
  const more = sentences.length - MOST_SENTENCES;
  const seen = sentences.slice(0, MOST_SENTENCES).join('; ') + (more > 0 ? `; and ${more} more` : '');
  const saysTitle = sentences.length === 1 || sentences.every((one) => one.startsWith(title));
  const text = saysTitle ? seen : `${title}: ${seen}`;
  return `${text}${/[.?]$/.test(text) ? '' : '.'} ${whatToDo(cause)}`;
}

/** What to do about a cause: what its first finding asks for, for the others came of the same. */
export function whatToDo({ findings: [first], repair }: FindingCause): string {
  return first ? remedyOf(first).replace(BY_REPAIR, ELSE_REPAIR[repair ?? 'not-tried']) : '';
}

/** Ends what a pass could do itself; anyone who runs with that policy already has to be told something else. */
const BY_REPAIR = ', or run with policy: repair.';
const ELSE_REPAIR = {
  'not-tried': BY_REPAIR,
  deferred: ', or wait for the next pass: this one had reached max-repairs, or its time was over.',
  'without-effect': '; the repair of this pass did not help, or was not one that it may make.',
} as const;

function sentenceOf({ subject, problem }: FindingText): string {
  return `${SOURCES.some((one) => one === subject) ? `The ${subject}` : subject} ${problem}`;
}

function remedyOf(finding: Finding): string {
  switch (finding.kind) {
    case 'unreachable':
      return 'Nothing was concluded from it: fix this first.';
    case 'empty':
      return 'Check registry-url; if the registry has lost its data, register the services again, or run with policy: repair.';
    case 'unhealthy':
      return finding.via === 'proxy'
        ? 'Check that the proxy forwards to where the service is.'
        : 'Check that it runs and read its log; if it has moved, register it where it is.';
    case 'unseen':
      return 'Raise the input timeout: nothing is known of what was not looked at.';
    case 'missing':
      return finding.from === 'registry' ? 'Register it, or run with policy: repair.' : REFRESH;
    case 'stale':
      return STALE_REMEDIES[finding.at];
    case 'unexpected':
      return UNEXPECTED_REMEDIES[finding.at];
    case 'duplicate':
      return 'Remove all records of that name but one.';
    case 'conflict':
      if (finding.reason === 'not-understood')
        return 'Look at what the registry reports under routes-url or conflicts-url.';
      return 'Give the path to one of them; with policy: repair, name its owner in route-owners.';
    case 'overdue':
      return 'Look at the workflow in the Actions tab: enable its schedule again, or find out why its runs do not start.';
  }
}

const REFRESH = 'Refresh discovery, or run with policy: repair.';
const STALE_REMEDIES = {
  registry: 'Register it again, or run with policy: repair.',
  discovery: REFRESH,
  proxies: 'Correct the target of the proxy, or register the service where it is.',
  reality: 'Deploy the declared version, or correct the declaration.',
} as const;
const UNEXPECTED_REMEDIES = {
  registry: 'Declare it in services-file, or deregister it.',
  discovery: REFRESH,
  routes: 'Register the service, or remove its routes.',
  proxies: 'Register the service, or remove its proxy.',
} as const;
