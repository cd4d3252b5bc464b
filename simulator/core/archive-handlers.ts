import { gzipSync } from 'node:zlib';
import { notFound } from './answer.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { toBlob } from './run-handlers.ts';
import type { Repository } from './world.ts';

export const archiveHandlers: RepositoryHandlers = {
  'repos/download-tarball-archive': (repository, call) => {
    const commit = repository.git.resolve(call.params.ref ?? '');
    if (commit === undefined) throw notFound();
    const folder = `${repository.fullName.replace('/', '-')}-${commit.sha.slice(0, 7)}`;
    const read = () => gzipSync(tarOf(repository, commit.tree, folder));
    return toBlob(call, `legacy.tar.gz/${commit.sha}`, { type: 'application/x-gzip', read });
  },
};

/** The files of a tree as a tar archive in one folder, as GitHub makes it. */
function tarOf(repository: Repository, tree: string, folder: string): Buffer {
  const parts: Buffer[] = [];
  const add = (sha: string, prefix: string) => {
    for (const [name, entry] of repository.git.tree(sha) ?? []) {
      if (entry.mode === '040000') add(entry.sha, `${prefix}/${name}`);
      else {
        const content = repository.git.blob(entry.sha) ?? Buffer.alloc(0);
        const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
        parts.push(headerOf(`${prefix}/${name}`, content.length, entry.mode === '100755'), content, padding);
      }
    }
  };
  add(tree, folder);
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, ustar interchange format */
function headerOf(path: string, bytes: number, executable: boolean): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  const cut = path.length > 100 ? path.lastIndexOf('/', 154) : -1;
  header.write(cut < 0 ? path : path.slice(cut + 1), 0, 100);
  header.write(octal(executable ? 0o755 : 0o644, 8) + octal(0, 8) + octal(0, 8), 100);
  header.write(octal(bytes, 12) + octal(0, 12), 124);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  if (cut >= 0) header.write(path.slice(0, cut), 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)} `, 148);
  return header;
}
