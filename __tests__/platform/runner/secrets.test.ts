import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../../src/platform/errors.ts';
import { Secrets } from '../../../src/platform/runner/secrets.ts';
import { code, escapeMarkdown } from '../../../src/platform/text/markdown.ts';

function knowing(...secrets: string[]): Secrets {
  const known = new Secrets(() => {});
  for (const one of secrets) known.add(one);
  return known;
}

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
        const clean = knowing(...words).redact(
          words.map((one) => `${one}${between}${encodeURIComponent(one)}`).join('|'),
        );
        for (const one of words) expect(clean.split('***').join('')).not.toContain(`|${one}|`);
        for (const one of words) if (!between.includes(one)) expect(clean).not.toContain(one);
      },
    ),
  );
});

describe('a secret is found in the form in which it leaves', () => {
  const secret = 'pa"ss\\wörd_/+?=&<x>';
  const inBase64 = (text: string) => Buffer.from(text).toString('base64');

  test.each([
    ['plain', secret],
    ['in JSON', JSON.stringify({ said: `no ${secret}` })],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ said: secret }))],
    ['in a URL', `https://x.test/?q=${encodeURIComponent(secret)}`],
    ['in a URL with small letters', encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
    ['in a form', new URLSearchParams({ secret }).toString()],
    ['in Markdown', escapeMarkdown(`said ${secret}`)],
    ['as basic credentials', `AUTHORIZATION: basic ${inBase64(`x-access-token:${secret}`)}`],
    ['as a password of a longer name', inBase64(`someone:${secret}`)],
    ['in base64 of a sentence', inBase64(`x ${secret} y`)],
    ['in base64 for URLs', Buffer.from(`xy${secret}`).toString('base64url')],
  ])('%s', (_, text) => {
    const clean = knowing(secret).redact(text);
    expect(clean).toContain('***');
    expect(clean).not.toMatch(/ss|w(ö|%C3)|cmRf/i);
  });

  test('each line of a private key', () => {
    const key = `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\nAb==\n-----END PRIVATE KEY-----\n`;
    const said = knowing(key).redact(`line 2 is MIIEvQIBADANBgkq, line 3 hkiG9w0BAQEFAASC; ${JSON.stringify(key)}`);
    expect(said).not.toMatch(/MIIEvQ|hkiG/);
  });

  test('in base64 whatever stands before and behind it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 40 }), fc.string(), fc.string(), (token, before, after) => {
        fc.pre(token.trim() === token && !/[\r\n]/.test(token));
        const clean = knowing(token).redact(inBase64(before + token + after));
        expect(Buffer.from(clean.replace('***', ''), 'base64').toString()).not.toContain(token);
        expect(clean).toContain('***');
      }),
    );
  });
});

describe('structure is never hidden', () => {
  test('numbers, booleans, names of fields and verdicts stay, texts do not', () => {
    const secrets = knowing('true', 'healthy', '12345', 'status', 'swordfish');
    const value = { status: 'healthy', ok: true, id: 12345, said: ['the swordfish is true'] };
    expect(secrets.redactIn(value)).toEqual({ status: 'healthy', ok: true, id: 12345, said: ['the *** is ***'] });
    expect(secrets.redactIn('healthy')).toBe('healthy');
    expect(secrets.redactIn(false)).toBe(false);
  });

  test('a secret too short to be masked is refused, with its name and not with its text', () => {
    const add = () => new Secrets(() => {}).add('x7', 'Input token');
    expect(add).toThrow(UserError);
    expect(add).toThrow('Input token is too short to be kept secret: it has 2 characters, expected at least 4.');
    expect(add).not.toThrow(/x7/);
  });

  test('a name without a value in a map of tokens is no secret', () => {
    expect(knowing('my-organisation:\nacme: ghp_1234567890').redact('my-organisation: no access')).toBe(
      'my-organisation: no access',
    );
  });

  test('what looks like code stays readable', () => {
    expect(knowing('swordfish').redact(code('swordfish'))).toBe('`***`');
  });
});
