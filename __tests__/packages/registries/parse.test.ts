import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareIntegrity, parseDigest } from '../../../src/packages/registries/integrity.ts';
import { formatPackage } from '../../../src/packages/registries/package.ts';
import { parsePackages } from '../../../src/packages/registries/parse-packages.ts';
import { parsePlan } from '../../../src/packages/registries/parse-plan.ts';

describe('the packages input', () => {
  test.each([
    'npm:lib@1.0.0\n\n  pypi:My_Lib==1.0rc1 \r\nnpm:@scope/lib@2.0.0-rc.1\nnpm:lib@1.0.0',
    '["npm:lib@1.0.0", "pypi:My_Lib==1.0rc1", "npm:@scope/lib@2.0.0-rc.1"]',
    '- npm:lib@1.0.0\n- pypi:My_Lib==1.0rc1\n- "npm:@scope/lib@2.0.0-rc.1"',
  ])('%j', async (text) => {
    const names = (await parsePackages(text)).map(formatPackage);
    expect(names).toEqual(['npm:lib@1.0.0', 'pypi:My_Lib==1.0rc1', 'npm:@scope/lib@2.0.0-rc.1']);
  });

  test('every bad line is a fault with its number', async () => {
    const text = [
      'npm:lib@1.0.0',
      'lib@1.0.0',
      '',
      'npm:lib@^1.0.0',
      'npm:LIB/x@1.0.0',
      'pypi:-x==1.0',
      'pypi:x==one',
      'npm:lib@v1.0.0',
      'npm:lib@1.0.0 --registry=x',
    ].join('\n');
    await expect(parsePackages(text)).rejects.toMatchObject({
      faults: [
        { message: expect.stringMatching(/line 2: "lib@1.0.0".*expected npm:NAME@VERSION or pypi:NAME==VERSION/) },
        { message: expect.stringMatching(/line 4: .*"\^1.0.0" is not an exact version/) },
        { message: expect.stringMatching(/line 5: .*"LIB\/x" is not an npm package name/) },
        { message: expect.stringMatching(/line 6: .*"-x" is not a Python package name/) },
        { message: expect.stringMatching(/line 7: .*"one" is not a version by PEP 440/) },
        { message: expect.stringMatching(/line 8: .*exact version/) },
        { message: expect.stringMatching(/line 9: .*exact version/) },
      ],
    });
  });

  test('integrity must be of a package that is asked for, and a digest', async () => {
    const packages = await parsePackages('npm:lib@1.0.0');
    const integrity = { 'npm:other@1.0.0': `sha256:${'0'.repeat(64)}`, 'npm:lib@1.0.0': 'sha512-short' };
    expect(() => parsePlan(packages, { integrity, commit: 'main' }, {})).toThrow(
      /"npm:other@1.0.0", which is not in the packages[\s\S]*"sha512-short" is not a digest[\s\S]*"main" is not a commit/,
    );
  });

  test('the repository is the named one, or this one where the commit is that of the run', async () => {
    const packages = await parsePackages('npm:lib@1.0.0');
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/lib',
      GITHUB_SHA: `abcdef1${'0'.repeat(33)}`,
    };
    const repository = (more: object) => parsePlan(packages, { integrity: {}, ...more }, env).repository;
    expect(repository({ commit: 'abcdef1' })).toBe('https://github.com/acme/lib');
    expect(repository({ commit: 'abcdef2' })).toBeUndefined();
    expect(repository({ commit: 'abcdef2', repository: 'acme/other' })).toBe('https://github.com/acme/other');
    expect(repository({})).toBeUndefined();
    expect(() => repository({ repository: 'acme' })).toThrow('"acme" is not a repository; expected owner/name.');
  });

  test('whatever the text, it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const outcome = await parsePackages(`npm:${text}`).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome.name).toBe('UserError');
      }),
    );
  });
});

describe('digests', () => {
  const hex = '0a'.repeat(32);
  const sri = `sha256-${Buffer.from(hex, 'hex').toString('base64')}`;
  test('hex and base64 of the same bytes are the same', () => {
    expect(compareIntegrity(`sha256:${hex.toUpperCase()}`, [sri])).toBeUndefined();
    expect(compareIntegrity(`sha1:${'0'.repeat(40)} sha256:${hex}`, [sri])).toBeUndefined();
    // What is served is shown in the form that was asked for, so that the two can be told apart by eye.
    expect(compareIntegrity(`sha256:${'0'.repeat(64)}`, [sri])).toMatch(
      `other bytes: planned was sha256:${'0'.repeat(64)}, served is sha256:${hex}`,
    );
    expect(compareIntegrity(`sha256-${'A'.repeat(43)}=`, [sri])).toContain(`served is ${sri}`);
    expect(compareIntegrity(`sha512:${'0'.repeat(128)}`, [sri])).toMatch(/could not be compared.*offers sha256/);
    expect(compareIntegrity(sri, [])).toMatch(/no digest that could be read/);
  });
  test.each(['', 'sha256', 'md5:00', `sha256:${hex}0`, `sha256:${'z'.repeat(64)}`])('%j is no digest', (text) => {
    expect(parseDigest(text)).toBeUndefined();
  });
});
