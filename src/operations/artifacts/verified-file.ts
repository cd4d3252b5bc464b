import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { messageOf, UserError } from '../../platform/errors.ts';
import { writeAt } from '../../platform/files/write-at.ts';
import type { Sink } from '../../platform/net/body.ts';
import type { Pointer } from './pointer.ts';

/**
 * Writes what `get` streams into a file, and verifies that it is what the pointer says. Nothing of it is looked at before.
 * Throws a UserError.
 */
export async function receive(
  path: string,
  { name, sha256, bytes }: Pick<Pointer, 'name' | 'sha256' | 'bytes'>,
  get: (sink: Sink) => Promise<void>,
): Promise<void> {
  const file = await open(path, 'w');
  const sink = new FileSink(file, () => differs(name, `it has more than ${bytes} bytes`), bytes);
  try {
    await get(sink);
  } finally {
    await file.close();
  }
  if (sink.size !== bytes) throw differs(name, `it has ${sink.size} bytes, expected ${bytes}`);
  const actual = sink.digest();
  if (actual !== sha256) throw differs(name, `SHA-256 is ${actual}, expected ${sha256}`);
}

function differs(name: string, how: string): UserError {
  return new UserError(`The artifact ${name} is not what the pointer says: ${how}. Nothing was unpacked.`);
}

class FileSink implements Sink {
  readonly #file: FileHandle;
  readonly #tooMuch: () => UserError;
  readonly #most: number;
  #hash: Hash = createHash('sha256');
  size = 0;

  constructor(file: FileHandle, tooMuch: () => UserError, most: number) {
    this.#file = file;
    this.#tooMuch = tooMuch;
    this.#most = most;
  }

  async begin(): Promise<void> {
    await this.#file.truncate(0);
    this.#hash = createHash('sha256');
    this.size = 0;
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.size + chunk.length > this.#most) throw this.#tooMuch();
    await writeAt(this.#file, chunk, this.size).catch((error: unknown) => {
      throw new UserError(`What is fetched cannot be written: ${messageOf(error)}. Is the disk full?`, {
        cause: error,
      });
    });
    this.#hash.update(chunk);
    this.size += chunk.length;
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
