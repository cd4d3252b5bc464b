import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secrets } from '../../../src/platform/runner/secrets.ts';

test('a secret is masked once, before it is used', () => {
  const written: string[] = [];
  const secrets = new Secrets((commands) => written.push(commands));
  expect(secrets.add('hunter2')).toBe('hunter2');
  secrets.add('hunter2');
  secrets.add('  ');
  expect(written).toEqual(['::add-mask::hunter2\n']);
});

test('nothing of any secret is left in what leaves the process, one inside another included', () => {
  const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('a', 'b', '/', '+', ' ', 'é') });
  fc.assert(
    fc.property(
      fc.array(
        word.filter((one) => one.trim().length > 3),
        { minLength: 1, maxLength: 4 },
      ),
      fc.string(),
      (words, between) => {
        const secrets = new Secrets(() => {});
        for (const one of words) secrets.add(one);
        const clean = secrets.redact(words.map((one) => `${one}${between}${encodeURIComponent(one)}`).join('|'));
        for (const one of words) expect(clean.split('***').join('')).not.toContain(`|${one}|`);
        for (const one of words) if (!between.includes(one)) expect(clean).not.toContain(one);
      },
    ),
  );
});
