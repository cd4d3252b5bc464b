import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { TAR_END } from '../../../simulator/core/tar.ts';
import { packedManifest } from '../../../src/packages/publish/tarball.ts';
import { tarHeader, tarOf } from '../../support/npm-tarball.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

/* What npm publishes is what npm finds in a tarball: one in which it would find another package than we do is refused. */
const folders = temporaryFolders();
const MANIFEST = 'package/package.json';
const good = tarOf(MANIFEST, '{"name":"lib","version":"1.1.0"}');
const evil = tarOf(MANIFEST, '{"name":"evil","version":"9.0.0"}');
const { length: size } = evil;
const json = 33;
/** A record says its own length first, which has two digits here from eight characters on. */
const record = (text: string) => `${text.length + (text.length < 7 ? 3 : 4)} ${text}\n`;
const extended = (...texts: string[]) => tarOf('PaxHeader', texts.map(record).join(''), { type: 'x' });
const body = evil.subarray(512);

const HIDDEN: Readonly<Record<string, readonly Buffer[]>> = {
  'behind the end': [Buffer.alloc(512), evil],
  'in a file whose checksum is wrong': [tarHeader({ name: 'package/x', size, wrongBy: 1 }), evil],
  'in a file without a name': [tarHeader({ name: '', size }), evil],
  'in a file that is linked': [tarHeader({ name: 'package/x', size, link: 'y' }), evil],
  'in a folder': [tarHeader({ name: 'package/x', size, type: '5' }), evil],
  'in a file whose name is a folder’s': [tarHeader({ name: 'package/x/', size }), evil],
  'in a file that a header makes a folder': [extended('path=package/x/'), tarHeader({ name: 'package/x', size }), evil],
  'in a file that a header shortens': [extended('size=0'), tarHeader({ name: 'package/x', size }), evil],
  'in a file that the second of two headers does not shorten': [
    ...[extended('size=0'), extended('mtime=1')],
    ...[tarHeader({ name: 'package/x', size }), evil],
  ],
  'under a prefix that counts in one format only': [
    tarHeader({ name: MANIFEST, size: json, prefix: 'x', magic: 'ustar  \0' }),
    body,
  ],
  'under an old long name': [tarOf('N', `${MANIFEST}\0`, { type: 'N' }), tarHeader({ name: 'x', size: json }), body],
};

describe('another package.json', () => {
  let files: ReadonlyMap<string, string>;
  let seen: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const folder = await folders();
    const packed = Object.entries(HIDDEN).map(([name, parts], index) => {
      const bytes = gzipSync(Buffer.concat([good, ...parts, TAR_END]));
      return { name, bytes, file: join(folder, `${index}.tgz`) };
    });
    for (const { file, bytes } of packed) await writeFile(file, bytes);
    files = new Map(packed.map(({ name, file }) => [name, file]));
    const npm = join(execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim(), 'npm');
    const ask = `const { manifest } = require('pacote');
      Promise.all(process.argv.slice(1).map(async (file) => [file, (await manifest('file:' + file, { cache: ${JSON.stringify(folder)} })).name]))
        .then((found) => console.log(JSON.stringify(Object.fromEntries(found))));`;
    seen = JSON.parse(await run('node', ['-e', ask, ...files.values()], { cwd: npm }));
  });

  test.each(Object.keys(HIDDEN))('%s is found by npm, so the tarball is refused', (name) => {
    const file = files.get(name) ?? '';
    expect(seen[file]).toBe('evil');
    const bytes = gzipSync(Buffer.concat([good, ...(HIDDEN[name] ?? []), TAR_END]));
    expect(() => packedManifest(bytes, 'lib.tgz')).toThrow(
      /^lib\.tgz is no package: its package\.json cannot be read: /,
    );
  });
});

test('a header that counts for all entries is refused: it may say their size', () => {
  const all = tarOf('PaxHeader', record('mtime=1'), { type: 'g' });
  expect(() => packedManifest(gzipSync(Buffer.concat([all, good, TAR_END])), 'lib.tgz')).toThrow(
    'its entry "PaxHeader"',
  );
});

slow('names of any length, folders and links, as npm packs them, are read', async () => {
  const name = 'x'.repeat(60);
  const folder = await folders({
    'package.json': '{"name":"lib","version":"1.1.0"}',
    [`${name}/${name}/${name}.js`]: '1',
    [`${'y'.repeat(120)}/ä.js`]: '1',
  });
  await run('npm', ['pack', '--silent'], { cwd: folder });
  const bytes = execFileSync('cat', ['lib-1.1.0.tgz'], { cwd: folder });
  expect(packedManifest(bytes, 'lib.tgz')).toMatchObject({ name: 'lib' });
  const others = [tarHeader({ name: 'package/d/', type: '5' }), tarHeader({ name: 'package/l', type: '2', link: 'd' })];
  expect(packedManifest(gzipSync(Buffer.concat([...others, good, TAR_END])), 'lib.tgz')).toMatchObject({ name: 'lib' });
});
