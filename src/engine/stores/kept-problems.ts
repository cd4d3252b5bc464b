import { areTexts, isRecord } from '../../platform/records.ts';
import { isInstant } from '../../platform/time/instant.ts';
import { SEVERITIES } from '../../train/telling/fact.ts';
import type { EscalationRule, Problem, Problems } from '../../train/telling/problems.ts';
import { readDocument } from './json-document.ts';

export const PROBLEMS = 'problems.json';

/** The problems as they were kept. Throws a UserError where they cannot be read. */
export function readProblems(text: string | undefined): Problems {
  return readDocument(text, PROBLEMS, isProblem);
}

function isProblem(value: unknown): value is Problem {
  if (!isRecord(value)) return false;
  const {
    openedAt,
    facts,
    severity,
    text,
    rule,
    acknowledged,
    escalations,
    escalatedAt,
    resolvedAt,
    refs = {},
  } = value;
  return (
    isInstant(openedAt) &&
    [escalatedAt, resolvedAt].every((at) => at === undefined || isInstant(at)) &&
    areTexts(facts) &&
    SEVERITIES.some((one) => one === severity) &&
    typeof text === 'string' &&
    Number.isSafeInteger(escalations) &&
    (rule === undefined || isRule(rule)) &&
    (acknowledged === undefined || (isRecord(acknowledged) && typeof acknowledged.by === 'string')) &&
    isRecord(refs) &&
    areTexts(Object.values(refs))
  );
}

function isRule(value: unknown): value is EscalationRule {
  if (!isRecord(value)) return false;
  const { after, to, every, times } = value;
  return isInstant(after) && areTexts(to) && (every === undefined || isInstant(every)) && Number.isSafeInteger(times);
}
