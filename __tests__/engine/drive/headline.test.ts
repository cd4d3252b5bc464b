import { expect, test } from '@jest/globals';
import { headline } from '../../../src/engine/drive/headline.ts';
import type { Event } from '../../../src/train/machine/events.ts';

const at = 1;
const run = (status: string, conclusion?: string): Event => ({
  type: 'run-seen',
  component: 'core',
  nonce: 'n',
  at,
  run: { id: 7, url: 'https://github.test', attempt: 1, status, ...(conclusion !== undefined && { conclusion }) },
});

test('says in people’s words what was saved, each thing once', () => {
  const passed: Event = { type: 'gates-passed', component: 'core', at };
  expect(headline([run('in_progress'), run('completed', 'success'), passed, passed])).toBe(
    'core has a run that is in progress, core has run: success, core is proven',
  );
  expect(headline([{ type: 'finished', at }])).toBe('the train has ended');
});

test('tells four things at most', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((component): Event => ({ type: 'gates-passed', component, at }));
  expect(headline(many)).toBe('a is proven, b is proven, c is proven, d is proven and 2 more');
});
