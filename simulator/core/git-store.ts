import { createHash } from 'node:crypto';

export interface TreeEntry {
  readonly mode: '100644' | '100755' | '120000' | '040000' | '160000';
  readonly sha: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: string;
  readonly at: number;
}

type Tree = ReadonlyMap<string, TreeEntry>;

/** Real git objects, with the ids that git gives them. */
export class GitStore {
  readonly #blobs = new Map<string, Buffer>();
  readonly #trees = new Map<string, Tree>();
  readonly #commits = new Map<string, Commit>();
  /** Full names (`refs/heads/main`) → commit. */
  readonly refs = new Map<string, string>();

  writeBlob(content: string | Uint8Array): string {
    const bytes = Buffer.from(content);
    const sha = objectId('blob', bytes);
    this.#blobs.set(sha, bytes);
    return sha;
  }

  blob(sha: string): Buffer | undefined {
    return this.#blobs.get(sha);
  }

  tree(sha: string): Tree | undefined {
    return this.#trees.get(sha);
  }

  commit(sha: string): Commit | undefined {
    return this.#commits.get(sha);
  }

  writeTree(entries: Tree): string {
    const sorted = [...entries].sort(([one, a], [other, b]) => (sortKey(one, a) < sortKey(other, b) ? -1 : 1));
    const parts = sorted.flatMap(([name, { mode, sha }]) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]);
    const sha = objectId('tree', Buffer.concat(parts));
    this.#trees.set(sha, new Map(sorted));
    return sha;
  }

  /** The tree with some paths changed; `undefined` takes a path away, and folders that become empty with it. */
  changeTree(base: string | undefined, changes: ReadonlyMap<string, TreeEntry | undefined>): string {
    const entries = new Map(base === undefined ? [] : (this.#trees.get(base) ?? []));
    const below = new Map<string, Map<string, TreeEntry | undefined>>();
    for (const [path, entry] of changes) {
      const slash = path.indexOf('/');
      if (slash >= 0) {
        const name = path.slice(0, slash);
        const inside = below.get(name) ?? new Map<string, TreeEntry | undefined>();
        below.set(name, inside.set(path.slice(slash + 1), entry));
      } else if (entry) entries.set(path, entry);
      else entries.delete(path);
    }
    for (const [name, inside] of below) {
      const current = entries.get(name);
      const sha = this.changeTree(current?.mode === '040000' ? current.sha : undefined, inside);
      if (this.#trees.get(sha)?.size) entries.set(name, { mode: '040000', sha });
      else entries.delete(name);
    }
    return this.writeTree(entries);
  }

  writeCommit(commit: Omit<Commit, 'sha'>): Commit {
    const who = `${commit.author} <${commit.author}@users.noreply.github.com> ${Math.floor(commit.at / 1000)} +0000`;
    const text = [
      `tree ${commit.tree}`,
      ...commit.parents.map((parent) => `parent ${parent}`),
      `author ${who}`,
      `committer ${who}`,
      '',
      commit.message,
    ].join('\n');
    const sha = objectId('commit', Buffer.from(text));
    const written = { ...commit, sha };
    this.#commits.set(sha, written);
    return written;
  }

  /** The commit that a branch, a tag, a full ref or an id names. */
  resolve(name: string): Commit | undefined {
    const sha =
      this.refs.get(`refs/heads/${name}`) ??
      this.refs.get(`refs/tags/${name}`) ??
      this.refs.get(name) ??
      this.refs.get(`refs/${name}`) ??
      name;
    return this.#commits.get(sha);
  }

  entryAt(treeSha: string, path: string): TreeEntry | undefined {
    let entry: TreeEntry | undefined = { mode: '040000', sha: treeSha };
    for (const name of path.split('/').filter(Boolean)) {
      entry = entry?.mode === '040000' ? this.#trees.get(entry.sha)?.get(name) : undefined;
    }
    return entry;
  }

  isAncestor(ancestor: string, of: string): boolean {
    const seen = new Set<string>();
    const open = [of];
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      if (sha === ancestor) return true;
      if (seen.has(sha)) continue;
      seen.add(sha);
      open.push(...(this.#commits.get(sha)?.parents ?? []));
    }
    return false;
  }
}

function objectId(type: string, content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** Git sorts folders as if their names ended in a slash. */
function sortKey(name: string, entry: TreeEntry): string {
  return entry.mode === '040000' ? `${name}/` : name;
}
