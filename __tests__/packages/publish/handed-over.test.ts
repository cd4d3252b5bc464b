import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { TAR_END } from '../../../simulator/core/tar.ts';
import { type KnownOfRelease, verifyRelease, verifyTarballs } from '../../../src/packages/publish/handed-over.ts';
import type { HandedRelease, PackedPackage } from '../../../src/packages/publish/release-folder.ts';
import { parsePackageJson } from '../../../src/packages/workspace/package-json.ts';
import { tarOf } from '../../support/npm-tarball.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const sha = 'a'.repeat(40);
const known: KnownOfRelease = {
  sha,
  chosen: () => '1.1.0',
  packages: [
    {
      ...{ name: 'lib', version: '1.0.0', directory: '.', tag: 'v1.0.0' },
      json: await parsePackageJson('{"name":"lib","version":"1.0.0"}', 'package.json'),
    },
  ],
};
const pkg: PackedPackage = { name: 'lib', version: '1.1.0', tag: 'v1.1.0', file: 'lib.tgz', integrity: 'sha512-x' };
const release = (changes: Partial<HandedRelease> = {}, changed: Partial<PackedPackage> = {}): HandedRelease => ({
  ...{ commit: sha, head: 'b'.repeat(40), packages: [{ ...pkg, ...changed }] },
  ...changes,
});

describe('what a job that ran foreign code hands over', () => {
  test('is taken where it is what this job knows', () => {
    expect(() => verifyRelease(release(), known)).not.toThrow();
    const unchanged = release({ head: sha }, { version: '1.0.0', tag: 'v1.0.0' });
    expect(() => verifyRelease(unchanged, known)).not.toThrow();
  });

  test.each([
    ['for another commit', release({ commit: 'c'.repeat(40) }), 'it was made for the commit cccc'],
    [
      'of another version',
      release({}, { version: '999.0.0', tag: 'v999.0.0' }),
      'lib: its version is "999.0.0", expected "1.1.0"',
    ],
    ['of a version that no commit makes', release({ head: sha }), 'lib: its version is "1.1.0", expected "1.0.0"'],
    ['of another package', release({}, { name: 'other' }), 'no public package other is in the repository'],
    ['under another tag', release({}, { tag: 'lib@1.1.0' }), 'lib: its tag is "lib@1.1.0", expected "v1.1.0"'],
    [
      'as another channel',
      release({}, { distTag: '--registry=evil' }),
      'lib: its dist-tag is "--registry=evil", expected none',
    ],
    ['twice', release({ packages: [pkg, pkg] }), 'it has lib twice'],
  ])('is refused %s', (_, given, message) => {
    expect(() => verifyRelease(given, known)).toThrow(message);
    expect(() => verifyRelease(given, known)).toThrow('Nothing was published, tagged or pushed.');
  });

  test('has the dist-tag and the registry that the package itself asks for', async () => {
    const publishConfig = { tag: 'next', registry: 'https://npm.example.com' };
    const json = await parsePackageJson(
      JSON.stringify({ name: 'lib', version: '1.0.0', publishConfig }),
      'package.json',
    );
    const { registry } = publishConfig;
    const own = { ...known, packages: known.packages.map((one) => ({ ...one, json, registry })) };
    expect(() => verifyRelease(release({}, { distTag: 'next', registry }), own)).not.toThrow();
    expect(() => verifyRelease(release({}, { distTag: 'next' }), own)).toThrow(
      'its registry is absent, expected "https',
    );
    expect(() => verifyRelease(release({}, { registry }), own)).toThrow('its dist-tag is absent, expected "next"');
  });

  test('is refused where the run says no commit', () => {
    expect(() => verifyRelease(release(), { ...known, sha: undefined })).toThrow('this run is for no commit');
  });
});

/** A tarball as npm packs it. */
function tar(...entries: [path: string, content: string, type?: string][]): Buffer {
  const blocks = entries.map(([path, content, type = '0']) => tarOf(path, content, { type }));
  return gzipSync(Buffer.concat([...blocks, TAR_END]));
}

describe('a tarball', () => {
  const manifest = (json: object) => ['package/package.json', JSON.stringify(json)] as [string, string];
  const right = { name: 'lib', version: '1.1.0' };

  async function verified(bytes: Buffer, integrity?: string, by = known): Promise<void> {
    const folder = await folders();
    await writeFile(join(folder, 'lib.tgz'), bytes);
    const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    await verifyTarballs(release({}, { integrity: integrity ?? digest }), folder, by);
  }

  test('is taken where it holds what is said of it', async () => {
    await expect(verified(tar(['package/index.js', '1'], manifest(right)))).resolves.toBeUndefined();
    await expect(verified(tar(['package/a/package.json', '{}'], manifest(right)))).resolves.toBeUndefined();
  });

  test('has the publishConfig of the package, or less, but for where it goes', async () => {
    const publishConfig = { access: 'public', registry: 'https://npm.example.com' };
    const json = await parsePackageJson(JSON.stringify({ ...right, publishConfig }), 'package.json');
    const own = { ...known, packages: known.packages.map((one) => ({ ...one, json })) };
    const packed = (config: object) => verified(tar(manifest({ ...right, publishConfig: config })), undefined, own);
    await expect(packed(publishConfig)).resolves.toBeUndefined();
    await expect(packed({ registry: publishConfig.registry })).resolves.toBeUndefined();
    await expect(packed({ access: 'public' })).rejects.toThrow('its publishConfig.registry is absent, expected "https');
  });

  test.each([
    ['other bytes than packed', tar(manifest(right)), 'sha512-other', 'lib.tgz: its digest is'],
    [
      'another package',
      tar(manifest({ ...right, name: 'other' })),
      undefined,
      'the name in it is "other", expected "lib"',
    ],
    ['another version', tar(manifest({ ...right, version: '9.0.0' })), undefined, 'the version in it is "9.0.0"'],
    ...Object.entries({
      registry: 'https://evil',
      '@acme:registry': 'https://evil',
      'https-proxy': 'http://evil',
      'strict-ssl': false,
      provenance: false,
    }).map(([key, value]): [string, Buffer, undefined, string] => [
      `another ${key}`,
      tar(manifest({ ...right, publishConfig: { [key]: value } })),
      undefined,
      `its publishConfig.${key} is ${JSON.stringify(value)}, expected none`,
    ]),
    [
      'two manifests',
      tar(manifest(right), ['other/package.json', '{"name":"other"}']),
      undefined,
      'it holds 2 of them',
    ],
    ['none', tar(['package/index.js', '1']), undefined, 'it holds 0 of them'],
    [
      'one that is renamed',
      tar(['x', '25 path=package/package.json\n', 'x'], manifest(right)),
      undefined,
      'it renames',
    ],
    ['no archive', Buffer.from('no'), undefined, 'lib.tgz is no package'],
  ])('is refused that holds %s', async (_, bytes, integrity, message) => {
    await expect(verified(bytes, integrity)).rejects.toThrow(message);
  });
});
