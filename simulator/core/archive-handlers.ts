import { gzipSync } from 'node:zlib';
import { notFound } from './answer.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { toBlob } from './run-handlers.ts';
import { TAR_END, tarEntry } from './tar.ts';
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
        parts.push(tarEntry(`${prefix}/${name}`, content, entry.mode === '100755'));
      }
    }
  };
  add(tree, folder);
  return Buffer.concat([...parts, TAR_END]);
}
