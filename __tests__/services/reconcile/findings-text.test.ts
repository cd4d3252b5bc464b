import { expect, test } from '@jest/globals';
import type { Finding } from '../../../src/services/reconcile/findings.ts';
import { describeCause } from '../../../src/services/reconcile/findings-text.ts';

const line = (title: string, ...findings: Finding[]) => describeCause({ key: 'k', title, findings });
const health = { kind: 'unhealthy', via: 'direct', url: 'http://a/health' } as const;

test.each<[Finding, RegExp]>([
  [{ ...health, service: 'a', detail: 'it answered 503' }, /^a is not healthy .*503\. Check that it runs/],
  [{ ...health, service: 'a', via: 'proxy', detail: 'x' }, /through the proxy .* Check that the proxy forwards/],
  [
    { kind: 'unreachable', source: 'registry', detail: 'it answered 401.' },
    /^The registry cannot be read: it answered 401\. Nothing was concluded/,
  ],
  [{ kind: 'empty', source: 'registry' }, /Check registry-url; .*policy: repair\.$/],
  [{ kind: 'missing', service: 'a', from: 'registry' }, /\. Register it, or run with policy: repair\.$/],
  [{ kind: 'missing', service: 'a', from: 'discovery' }, /\. Refresh discovery, or run with policy: repair\.$/],
  [
    { kind: 'unexpected', service: 'a', at: 'registry' },
    /not declared\. Declare it in services-file, or deregister it/,
  ],
  [{ kind: 'duplicate', service: 'a', at: 'registry', count: 2 }, /\. Remove all records of that name but one\.$/],
  [{ kind: 'conflict', path: '/x', services: ['a', 'b'], reason: 'same' }, /name its owner in route-owners\.$/],
])('%j is told once, with what to do', (finding, expected) => {
  expect(line('The title', finding)).toMatch(expected);
  expect(line('The title', finding)).not.toContain('The title');
});

test('several findings share a line, its title and what to do; a hundred do not fill it', () => {
  const findings = Array.from({ length: 100 }, (_, index) => ({ ...health, service: `s${index}`, detail: 'refused' }));
  const told = line('No service is healthy', ...findings);
  expect(told).toMatch(/^No service is healthy: s0 is not healthy .*; and 90 more\. Check that it runs[^.]*\.$/);
});

test('what fails directly and through the proxy is one thing to do', () => {
  const direct = { ...health, service: 'a', detail: 'refused' };
  const told = line('a is not healthy', direct, { ...direct, via: 'proxy', url: 'http://proxy/a' });
  expect(told).toMatch(
    /^a is not healthy \(http:.*refused; a is not healthy \(through the proxy .*refused\. Check that it runs/,
  );
  expect(told).not.toContain('forwards');
});

test.each([
  [undefined, /Register it, or run with policy: repair\.$/],
  ['deferred', /Register it, or wait for the next pass: this one had reached max-repairs, or its time was over\.$/],
  ['without-effect', /Register it; the repair of this pass did not help, or was not one that it may make\.$/],
] as const)('what a person does after a repair that is %s', (repair, text) => {
  const findings: Finding[] = [{ kind: 'missing', service: 'a', from: 'registry' }];
  expect(describeCause({ key: 'k', title: 'a', findings, ...(repair && { repair }) })).toMatch(text);
});
