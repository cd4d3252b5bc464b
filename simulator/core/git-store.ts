import { hash } from 'node:crypto';

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

/** An object as git itself keeps it. */
export interface GitObject {
  readonly sha: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly content: Uint8Array;
}

/** Real git objects, with the ids that git gives them. */
export class GitStore {
  readonly #blobs = new Map<string, Buffer>();
  readonly #trees = new Map<string, Tree>();
  readonly #commits = new Map<string, Commit>();
  readonly #objects = new Map<string, GitObject>();
  /** Full names (`refs/heads/main`) → commit. */
  readonly refs = new Map<string, string>();

  writeBlob(content: string | Uint8Array): string {
    const bytes = Buffer.from(content);
    const sha = this.#keep('blob', bytes);
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
    const sha = this.#keep('tree', Buffer.concat(parts));
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
    const sha = this.#keep('commit', Buffer.from(text));
    const written = { ...commit, sha };
    this.#commits.set(sha, written);
    return written;
  }

  /** All objects, for a git outside of this world. */
  objects(): Iterable<GitObject> {
    return this.#objects.values();
  }

  has(sha: string): boolean {
    return this.#objects.has(sha);
  }

  /** Takes in an object that a git outside has made; it keeps its id. */
  add(type: GitObject['type'], content: Uint8Array): string {
    const bytes = Buffer.from(content);
    const sha = this.#keep(type, bytes);
    if (type === 'blob') this.#blobs.set(sha, bytes);
    else if (type === 'tree') this.#trees.set(sha, parseTree(bytes));
    else this.#commits.set(sha, { ...parseCommit(bytes.toString('utf8')), sha });
    return sha;
  }

  #keep(type: GitObject['type'], content: Uint8Array): string {
    const sha = objectId(type, content);
    this.#objects.set(sha, { sha, type, content });
    return sha;
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

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function parseTree(bytes: Buffer): Tree {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const [mode = '', ...name] = bytes.toString('utf8', at, end).split(' ');
    const sha = bytes.toString('hex', end + 1, end + 21);
    entries.set(name.join(' '), { mode: mode.padStart(6, '0') as TreeEntry['mode'], sha });
    at = end + 21;
  }
  return entries;
}

function parseCommit(text: string): Omit<Commit, 'sha'> {
  const head = text.slice(0, text.indexOf('\n\n'));
  const all = (name: string) =>
    head.split('\n').flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const [, author = '', seconds = '0'] = /^(.*?) ?<[^>]*> (\d+)/.exec(all('committer')[0] ?? '') ?? [];
  const message = text.slice(head.length + 2).replace(/\n$/, '');
  return { tree: all('tree')[0] ?? '', parents: all('parent'), message, author, at: Number(seconds) * 1000 };
}

function objectId(type: string, content: Uint8Array): string {
  return hash('sha1', Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]));
}

/** Git sorts folders as if their names ended in a slash. */
function sortKey(name: string, entry: TreeEntry): string {
  return entry.mode === '040000' ? `${name}/` : name;
}
