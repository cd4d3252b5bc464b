import { expect, test } from '@jest/globals';
import { reportMarkdown, trainReport } from '../../../src/train/views/train-report.ts';
import { after, begin, flown, planned, planOf } from '../machine/machine.ts';

const plan = planOf([
  planned('core', [], { version: '1.1.0' }),
  planned('web', ['core'], { version: '2.0.0' }),
  planned('shop', ['web']),
]);

function failed() {
  const core = flown(plan, begin(plan), 'core', { at: 60_000, conclusion: 'success' });
  const web = flown(plan, core, 'web', { at: 120_000, conclusion: 'failure' });
  return after(plan, web, { type: 'finished', at: 120_000 });
}

test('says for machines what was released, what failed, and what was not tried', () => {
  expect(trainReport(plan, failed())).toMatchObject({
    trainId: 't',
    status: 'failed',
    released: ['core'],
    failed: ['web'],
    blocked: ['shop'],
    durationSeconds: 120,
  });
});

test('says for people what failed, where, and how to go on', () => {
  const text = reportMarkdown(plan, failed());
  expect(text).toContain('https://github.test/run/7');
  expect(text).toContain('Its run concluded failure.');
  expect(text).toContain('It needs web, which failed.');
  expect(text).toContain('train-id: t');
});

test('text from elsewhere is no markup', () => {
  const bad = planOf([planned('a')]);
  const nasty = after(bad, begin(bad), { type: 'parked', at: 1, reason: '<img src=x> [x](http://evil) | `' });
  const text = reportMarkdown(bad, nasty);
  expect(text).not.toContain('<img');
  expect(text).not.toContain('[x](http://evil)');
});

test('a thousand components are reported in less than GitHub shows', () => {
  const many = planOf(Array.from({ length: 1_000 }, (_, index) => planned(`c${index}`)));
  expect(Buffer.byteLength(reportMarkdown(many, begin(many)))).toBeLessThan(1_000_000);
});
