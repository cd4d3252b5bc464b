import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { folderStore } from '../../../src/operations/artifacts/blob-folder.ts';
import type { BlobStore } from '../../../src/operations/artifacts/blob-store.ts';
import { entryKey } from '../../../src/operations/artifacts/index-entry.ts';
import { printPointer } from '../../../src/operations/artifacts/pointer.ts';
import { digestsNamed, type PruneRules, prune } from '../../../src/operations/artifacts/prune.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
const DAY = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 26);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

let root: string;
let store: BlobStore;

beforeEach(async () => {
  root = await folder();
  store = folderStore(root, { signal: new AbortController().signal, shownAs: 'file:shared' });
});

/** Stores a text of these days ago, with an entry unless it died before. */
async function stored(
  text: string,
  days: number,
  of: { component?: string; environment?: string } | null = {},
): Promise<void> {
  const sha256 = digest(text);
  await store.put({ sha256, bytes: text.length, open: () => Readable.from([Buffer.from(text)]) });
  const keys = [`sha256/${sha256}`];
  if (of) {
    const key = entryKey({ component: of.component, environment: of.environment, name: 'report', sha256 });
    await store.note(key, 'x');
    keys.push(key);
  }
  const at = new Date(now - days * DAY);
  for (const key of keys) await utimes(join(root, key), at, at);
}

const rules = (more: Partial<PruneRules> = {}): PruneRules => ({
  component: undefined,
  environment: undefined,
  keep: 1,
  keepForMs: 90 * DAY,
  needed: new Set(),
  now,
  ...more,
});

async function left(): Promise<string[]> {
  const names = await readdir(join(root, 'sha256'));
  const texts = await Promise.all(names.map((name) => readFile(join(root, 'sha256', name), 'utf8')));
  return texts.sort();
}

describe('prune', () => {
  test('removes what is old and neither among the newest nor needed, with its entry', async () => {
    await stored('oldest', 300);
    await stored('needed', 250);
    await stored('old', 200);
    await stored('newest', 150);
    await stored('young orphan', 1, null);
    await stored('old orphan', 100, null);
    const needed = new Set([digest('needed')]);
    const dry = await prune(store, rules({ needed }), true);
    expect(dry.removed).toHaveLength(5);
    expect(await left()).toHaveLength(6);
    const pruned = await prune(store, rules({ needed }), false);
    expect(pruned).toEqual({ ...dry, bytes: 'oldest'.length + 'old'.length + 'old orphan'.length, kept: 3 });
    expect(await left()).toEqual(['needed', 'newest', 'young orphan']);
    expect(await store.list('index')).toHaveLength(2);
    expect((await prune(store, rules({ needed }), false)).removed).toEqual([]);
  });

  test('counts per component and environment, and removes only of the one that is named', async () => {
    await stored('a1', 300, { component: 'a' });
    await stored('a2', 200, { component: 'a' });
    await stored('b1', 300, { component: 'b', environment: 'production' });
    await stored('b2', 200, { component: 'b', environment: 'staging' });
    await stored('b3', 200, { component: 'b', environment: 'production' });
    await prune(store, rules({ component: 'b' }), false);
    expect(await left()).toEqual(['a1', 'a2', 'b2', 'b3']);
    await prune(store, rules({ component: 'a', keep: 0 }), false);
    expect(await left()).toEqual(['b2', 'b3']);
  });

  test('keeps a blob that a younger entry of somebody else names, or that was stored again', async () => {
    await stored('shared', 300, { component: 'a' });
    await stored('a2', 200, { component: 'a' });
    await stored('shared', 300, { component: 'b' });
    await prune(store, rules(), false);
    expect(await left()).toEqual(['a2', 'shared']);
    await prune(store, rules({ keep: 0 }), false);
    expect(await left()).toEqual([]);
    await stored('again', 300, null);
    await store.put({ sha256: digest('again'), bytes: 5, open: () => Readable.from([Buffer.from('again')]) });
    await prune(store, rules({ now: Date.now() }), false);
    expect(await left()).toEqual(['again']);
  });

  test('keeps what a good version names, though no entry does any more', async () => {
    await stored('needed', 300, null);
    await stored('orphan', 300, null);
    await prune(store, rules({ needed: new Set([digest('needed')]) }), false);
    expect(await left()).toEqual(['needed']);
  });

  test('removes nothing where who needs what cannot be read', async () => {
    await stored('old', 200);
    await rm(join(root, 'index'), { recursive: true });
    await writeFile(join(root, 'index'), 'no folder');
    await expect(prune(store, rules({ keep: 0 }), false)).rejects.toThrow('ENOTDIR');
    expect(await left()).toEqual(['old']);
  });

  test('leaves alone what is not ours', async () => {
    await stored('x', 300);
    await writeFile(join(root, 'sha256', 'README'), 'not ours');
    await utimes(join(root, 'sha256', 'README'), 0, 0);
    await prune(store, rules({ keep: 0 }), false);
    expect(await left()).toEqual(['not ours']);
  });
});

test('a file that is written while it is stored is not stored', async () => {
  const changing = { sha256: digest('before'), bytes: 6, open: () => Readable.from([Buffer.from('after!')]) };
  await expect(store.put(changing)).rejects.toThrow('The file was changed while it was stored.');
  expect(await readdir(join(root, 'sha256'))).toEqual([]);
});

test('what a killed process left there of the same blob is removed; what another one writes now is not', async () => {
  const sha256 = digest('text');
  await stored('other', 0);
  const [dead, alive] = ['999999999', String(process.ppid)];
  const { hostname } = await import('node:os');
  for (const pid of [dead, alive])
    await writeFile(join(root, 'sha256', `.${sha256}.${pid}@${hostname().slice(0, 60)}.part`), 'half');
  await store.put({ sha256, bytes: 4, open: () => Readable.from([Buffer.from('text')]) });
  const names = await readdir(join(root, 'sha256'));
  expect(names.filter((name) => name.startsWith('.'))).toEqual([expect.stringContaining(`.${alive}@`)]);
  expect((await stat(join(root, 'sha256', sha256))).size).toBe(4);
});

test('the digests of pointers that good versions and those before handed on are needed', () => {
  const pointer = (sha256: string) =>
    printPointer({ place: { store: 'file' }, name: 'n', kind: 'other', form: { file: 'x' }, sha256, bytes: 1 });
  const [one, two] = [digest('1'), digest('2')];
  const version = (text: string) => ({
    version: '1.0.0',
    trainId: 't',
    at: 0,
    outputs: { info: text, image: 'sha256:no' },
  });
  const good = {
    production: {
      backend: { ...version(`see ${pointer(one)}`), before: [version(pointer(two))] },
      web: { version: '1', trainId: 't', at: 0 },
    },
  };
  expect([...digestsNamed(good)].sort()).toEqual([one, two].sort());
});
