import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writeAt } from '../../../src/platform/files/write-at.ts';

test('what the system takes only in part is written in full', async () => {
  const home = await mkdtemp(join(tmpdir(), 'write-at-'));
  const file = await open(join(home, 'x'), 'w');
  try {
    let writes = 0;
    // A disk that is nearly full takes what fits: three bytes at a time here.
    const nearlyFull = {
      write: (bytes: Uint8Array, from: number, length: number, at: number) => {
        writes += 1;
        return file.write(bytes, from, Math.min(3, length), at);
      },
    } as Pick<typeof file, 'write'>;
    await writeAt(nearlyFull, Buffer.from('hello world'), 2);
    expect(writes).toBe(4);
    expect((await readFile(join(home, 'x'))).subarray(2).toString()).toBe('hello world');
  } finally {
    await file.close();
    await rm(home, { recursive: true });
  }
});
