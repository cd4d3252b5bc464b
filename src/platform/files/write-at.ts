import type { FileHandle } from 'node:fs/promises';

/** Writes all of the bytes at a place of a file: the system may take only a part of them at once, such as when a disk is nearly full. */
export async function writeAt(file: Pick<FileHandle, 'write'>, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
