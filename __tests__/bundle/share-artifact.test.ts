import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { zipOf } from '../../simulator/core/run-handlers.ts';
import { parsePointer, printPointer } from '../../src/operations/artifacts/pointer.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();

const file = { store: 'file', directory: 'shared' };

function share(cwd: string, inputs: Readonly<Record<string, string>>): Promise<BundleRun> {
  return runBundle('share-artifact', { cwd, inputs: { ...file, ...inputs } });
}

function store(cwd: string, path: string, more: Readonly<Record<string, string>> = {}): Promise<BundleRun> {
  return share(cwd, { operation: 'store', name: 'report', kind: 'health-report', path, ...more });
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

describe('a folder', () => {
  slow('is stored once whatever its times, and fetched as it was', async () => {
    const cwd = await folder({
      'out/b/c.txt': 'c'.repeat(100_000),
      'out/a.txt': 'ä',
      'out/run.sh': '#!/bin/sh\n',
      'out/empty': '',
    });
    await chmod(join(cwd, 'out/run.sh'), 0o755);
    const one = await store(cwd, 'out');
    expect(one.exitCode).toBe(0);
    expect(one.outputs.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(one.summary).toContain(`\`${one.outputs.pointer}\``);
    await writeFile(join(cwd, 'out/a.txt'), 'ä');
    const two = await store(cwd, 'out');
    expect(two.outputs.pointer).toBe(one.outputs.pointer);
    expect(two.stdout).toContain('report is stored already, the very same, in file:shared');
    expect(await readdir(join(cwd, 'shared/sha256'))).toHaveLength(1);
    const got = await share(cwd, { operation: 'fetch', pointer: one.outputs.pointer ?? '', path: 'got' });
    expect(got.exitCode).toBe(0);
    expect(got.outputs.path).toBe('got');
    expect((await readdir(join(cwd, 'got'), { recursive: true })).sort()).toEqual([
      'a.txt',
      'b',
      'b/c.txt',
      'empty',
      'run.sh',
    ]);
    expect(await readFile(join(cwd, 'got/b/c.txt'), 'utf8')).toBe('c'.repeat(100_000));
    expect((await stat(join(cwd, 'got/run.sh'))).mode & 0o777).toBe(0o755);
    expect((await readdir(cwd)).sort()).toEqual(['got', 'out', 'shared']);
    const again = await share(cwd, { operation: 'fetch', pointer: one.outputs.pointer ?? '', path: 'got' });
    expect(again.stdout).toContain('Input path: got is there already and not an empty folder.');
  });

  test('comes back whole, whatever its files are called', async () => {
    const names = ['files/a', 'files/files/b', '.archive', 'form.zip', 'a b$(c).txt', 'ü'];
    const cwd = await folder(Object.fromEntries(names.map((name) => [`out/${name}`, name])));
    const { pointer = '' } = (await store(cwd, 'out')).outputs;
    const got = await share(cwd, { operation: 'fetch', pointer, path: 'got' });
    expect(got).toMatchObject({ exitCode: 0 });
    for (const name of names) expect(await readFile(join(cwd, 'got', name), 'utf8')).toBe(name);
    expect(await readdir(join(cwd, 'got'), { recursive: true })).toHaveLength(names.length + 2);
  });

  test('with a file that no archive can name is not stored', async () => {
    const cwd = await folder({ 'out/a\\b': 'a' });
    const run = await store(cwd, 'out');
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('::error::"a\\\\b" in the folder cannot be stored: its name has a backslash.');
  });

  test('that nobody could fetch is not stored', async () => {
    const cwd = await folder({ 'drive/C:x': 'a', 'zeros/core': '0'.repeat(4_000_000), 'bytes/a': 'a' });
    await writeFile(Buffer.concat([Buffer.from(join(cwd, 'bytes/')), Buffer.from([0x61, 0xff])]), 'a');
    for (const [path, said] of [
      ['drive', 'nobody could fetch it: the path "C:x" in it leads outside. Pack it before, and store the archive.'],
      ['zeros', 'nobody could fetch it: it unpacks'],
      ['bytes', 'in the folder cannot be stored: its name is not valid UTF-8. Rename it.'],
    ] as const) {
      const run = await store(cwd, path);
      expect([run.exitCode, run.stdout, await readdir(cwd)]).toEqual([
        1,
        expect.stringContaining(said),
        ['bytes', 'drive', 'zeros'],
      ]);
    }
  });

  test('with a link in it is not stored', async () => {
    const cwd = await folder({ 'out/a.txt': 'a' });
    await symlink('/etc/passwd', join(cwd, 'out/link'));
    const run = await store(cwd, 'out');
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('link in the folder is a link or special file; only files are stored.');
    expect(await readdir(cwd)).toEqual(['out']);
  });
});

describe('a file', () => {
  test('is fetched to a path, or into a folder under its own name', async () => {
    const cwd = await folder({ 'build-info.json': '{"commit": 1}', 'there/x': '' });
    const { pointer = '' } = (await store(cwd, 'build-info.json')).outputs;
    expect((await share(cwd, { operation: 'fetch', pointer, path: 'a/b.json' })).outputs.path).toBe('a/b.json');
    expect((await share(cwd, { operation: 'fetch', pointer, path: 'there' })).outputs.path).toBe(
      'there/build-info.json',
    );
    expect(await readFile(join(cwd, 'there/build-info.json'), 'utf8')).toBe('{"commit": 1}');
    expect(await readFile(join(cwd, 'a/b.json'), 'utf8')).toBe('{"commit": 1}');
  });

  test('that is empty is a file, too', async () => {
    const cwd = await folder({ empty: '' });
    const { pointer = '' } = (await store(cwd, 'empty')).outputs;
    expect((await share(cwd, { operation: 'fetch', pointer, path: 'got' })).exitCode).toBe(0);
    expect((await stat(join(cwd, 'got'))).size).toBe(0);
  });
});

describe('nothing is unpacked, and nothing is left, of', () => {
  async function refused(bytes: Uint8Array, zip: boolean, as = sha256(bytes), size = bytes.length): Promise<string> {
    const cwd = await folder({ [`shared/sha256/${as}`]: Buffer.from(bytes) });
    const form = zip ? ({ zip: true } as const) : { file: 'x' };
    const pointer = printPointer({
      place: { store: 'file' },
      name: 'report',
      kind: 'other',
      form,
      sha256: as,
      bytes: size,
    });
    const run = await share(cwd, { operation: 'fetch', pointer, path: 'got' });
    expect(run.exitCode).toBe(1);
    expect(await readdir(cwd)).toEqual(['shared']);
    return run.stdout;
  }

  test('changed bytes, of whatever size', async () => {
    const good = sha256('good');
    expect(await refused(Buffer.from('evil'), false, good)).toContain(
      `The artifact report is not what the pointer says: SHA-256 is ${sha256('evil')}, expected ${good}. Nothing was unpacked.`,
    );
    expect(await refused(Buffer.from('e'), false, good, 4)).toContain(
      'it has 1 bytes, expected 4. Nothing was unpacked.',
    );
    expect(await refused(Buffer.from('evil!'), false, good, 4)).toContain(
      'it has more than 4 bytes. Nothing was unpacked.',
    );
  });

  test.each([
    ['../outside', 'the path "../outside" in it leads outside'],
    ['/etc/passwd', 'the path "/etc/passwd" in it leads outside'],
    ['a\\..\\b', 'in it leads outside'],
    ['fine.txt/below', '"fine.txt" in it is a file and a folder'],
    ['x'.repeat(300), 'in it cannot be written: ENAMETOOLONG'],
  ])('an archive with %s', async (path, said) => {
    expect(await refused(zipOf({ 'fine.txt': 'x', [path]: 'x' }), true)).toContain(`The archive was not unpacked: `);
    expect(await refused(zipOf({ 'fine.txt': 'x', [path]: 'x' }), true)).toContain(said);
  });

  slow('an archive that is cut off, or unpacks to far more than it says', async () => {
    const whole = Buffer.from(zipOf({ 'a.txt': 'a'.repeat(1_000) }));
    expect(await refused(whole.subarray(0, whole.length - 30), true)).toContain('The archive was not unpacked');
    const bomb = Buffer.from(zipOf({ 'a.txt': 'a'.repeat(4_000_000) }));
    expect(await refused(bomb, true)).toContain('as only an attack does');
  });
});

slow('who an artifact is of leads to no other place in the store', async () => {
  const cwd = await folder({ 'a.txt': 'a' });
  for (const name of ['.', '..'])
    expect((await store(cwd, 'a.txt', { name })).stdout).toContain(`Input name: "${name}" is not valid`);
  const run = await store(cwd, 'a.txt', { component: '..', environment: '..' });
  expect(run.exitCode).toBe(0);
  expect((await readdir(cwd)).sort()).toEqual(['a.txt', 'shared']);
  expect(await readdir(join(cwd, 'shared/index'), { recursive: true })).toContain('%2E%2E/%2E%2E/report');
  const old = new Date(Date.now() - 3_600_000);
  for (const path of await readdir(join(cwd, 'shared'), { recursive: true }))
    await utimes(join(cwd, 'shared', path), old, old);
  const pruned = await share(cwd, {
    operation: 'prune',
    component: '..',
    state: 'file:state',
    keep: '0',
    'keep-for': '1s',
  });
  expect(JSON.parse(pruned.outputs.removed ?? '[]')).toHaveLength(2);
});

describe('inputs', () => {
  test('all that does not fit together is told at once', async () => {
    const run = await runBundle('share-artifact', {
      inputs: {
        operation: 'store',
        store: 's3',
        directory: 'x',
        endpoint: 'http://minio.test/path',
        bucket: 'Not_A_Bucket',
        prefix: '../x',
      },
    });
    expect(run.exitCode).toBe(1);
    const errors = [...run.stdout.matchAll(/^::error::(.*)$/gm)].map(([, text = '']) => text);
    expect(errors).toEqual([
      'Input name is missing: operation store with store s3 needs it.',
      'Input path is missing: operation store with store s3 needs it.',
      'Input directory does not belong to store s3. Leave it out, or choose another store.',
      'Input bucket: "Not_A_Bucket" is not the name of a bucket.',
      'Input prefix: "../x" is not valid; expected folders such as team/artifacts.',
      'Input endpoint: expected the address of the server without a path; the bucket goes into bucket.',
      expect.stringContaining('Input endpoint: everybody on the way could read what goes over http.'),
    ]);
  });

  test('without credentials nothing is asked', async () => {
    const cwd = await folder({ a: 'a' });
    const inputs = { operation: 'store', store: 's3', bucket: 'bucket', name: 'n', path: 'a' };
    const run = await runBundle('share-artifact', { cwd, inputs });
    expect(run.stdout).toContain('Inputs access-key-id and secret-access-key are missing: give both');
  });

  slow('a pointer to elsewhere is refused, wherever it leads', async () => {
    const cwd = await folder();
    const base = { name: 'n', kind: 'other', form: { file: 'x' }, sha256: 'ab'.repeat(32), bytes: 1 } as const;
    const s3 = {
      store: 's3',
      bucket: 'artifacts-prod',
      'access-key-id': 'key',
      'secret-access-key': 'secret',
      directory: '',
    };
    const place = { store: 's3', bucket: 'artifacts-prod', prefix: '' } as const;
    const cases = [
      [
        { ...place, bucket: 'other-bucket' },
        'The pointer names the bucket other-bucket; this step may read artifacts-prod only.',
      ],
      [{ ...place, prefix: 'else/' }, 'The pointer names the prefix /else/; this step may read / only.'],
      [
        { ...place, endpoint: 'evil.test' },
        'The pointer names the endpoint evil.test; this step may read of AWS only.',
      ],
      [{ store: 'file' as const }, 'The pointer names the store file; this step may read s3 only.'],
    ] as const;
    for (const [to, said] of cases) {
      const pointer = printPointer({ ...base, place: to });
      const run = await share(cwd, { ...s3, operation: 'fetch', pointer, path: 'got' });
      expect(run.stdout).toContain(`::error::${said}`);
    }
    const place2 = { store: 'github', host: 'github.com', repository: 'evil/repo', artifact: 1 } as const;
    const github = await runBundle('share-artifact', {
      inputs: {
        operation: 'fetch',
        store: 'github',
        pointer: printPointer({ ...base, place: place2 }),
        path: 'got',
        token: 'secret-token',
      },
      env: { GITHUB_REPOSITORY: 'acme/web' },
    });
    expect(github.stdout).toContain('The pointer names the repository evil/repo; this step may read acme/web only.');
  });

  test('a dry run writes nothing', async () => {
    const cwd = await folder({ a: 'a' });
    const run = await store(cwd, 'a', { 'dry-run': 'true' });
    expect(run.exitCode).toBe(0);
    expect(parsePointer(run.outputs.pointer ?? '').sha256).toBe(sha256('a'));
    expect(await readdir(cwd)).toEqual(['a']);
  });
});
