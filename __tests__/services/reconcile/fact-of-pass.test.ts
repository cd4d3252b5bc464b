import { describe, expect, test } from '@jest/globals';
import { type FactOfPass, factOfPass } from '../../../src/services/reconcile/fact-of-pass.ts';
import type { FindingCause } from '../../../src/services/reconcile/finding-causes.ts';
import type { Finding } from '../../../src/services/reconcile/findings.ts';

const OTHER: Finding = { kind: 'overdue', detail: '' };
const sick = (service: string): Finding => ({ kind: 'unhealthy', service, via: 'direct', url: '', detail: '503' });
const cause = (key: string, ...findings: readonly Finding[]): FindingCause => ({
  ...{ key, title: `Title of ${key}`, findings: findings.length > 0 ? findings : [OTHER] },
});

function told(...causes: readonly FindingCause[]): FactOfPass | undefined {
  return factOfPass({ causes, findings: causes.flatMap(({ findings }) => findings) });
}

describe('what people are told of a pass', () => {
  test('is nothing where all is well, or only routes are in conflict, which are told apart', () => {
    expect(told()).toBeUndefined();
    expect(told(cause('conflict/a+b'))).toBeUndefined();
  });

  test('is the worst of it, with all of it in its text', () => {
    expect(told(cause('missing/registry'), cause('service/web', sick('web')), cause('conflict/a+b'))).toEqual({
      event: 'service-unhealthy',
      text: 'Not healthy: web. Title of missing/registry. The summary of the run says why.',
    });
  });

  test.each([
    ['origin/https%3A%2F%2Fa.test', 'service-unhealthy'],
    ['services', 'service-unhealthy'],
    ['proxy/x', 'service-unhealthy'],
    ['unseen', 'service-unhealthy'],
    ['unreachable/registry', 'discovery-failed'],
    ['discovery', 'discovery-failed'],
    ['empty', 'registration-failed'],
    ['missing/registry', 'registration-failed'],
    ['stale/registry', 'registration-failed'],
    ['unexpected/registry', 'registration-failed'],
    ['duplicate/web', 'registration-failed'],
    ['stale/reality', 'integration-failed'],
    ['stale/proxies', 'integration-failed'],
    ['unexpected/routes', 'integration-failed'],
    ['overdue', 'integration-failed'],
  ])('of the cause %s is %s', (key, event) => {
    expect(told(cause(key))).toEqual({ event, text: `Title of ${key}. The summary of the run says why.` });
  });

  test('names a few of many', () => {
    const many = Array.from({ length: 30 }, (_, index) => cause(`service/s${index}`, sick(`s${index}`)));
    expect(told(...many)?.text).toBe('Not healthy: s0, s1, s2, s3, s4 and 25 more. The summary of the run says why.');
  });
});
