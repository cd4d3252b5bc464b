import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export type Files = Readonly<Record<string, string | object>>;

/** A folder of its own with these files; objects are written as JSON. */
export function writeWorkspace(files: Files): string {
  const directory = mkdtempSync(join(tmpdir(), 'changesets-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return directory;
}

export function remove(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

/** A changeset's text. */
export function changeset(releases: Readonly<Record<string, string>>, summary = 'A change.'): string {
  const lines = Object.entries(releases).map(([name, type]) => `${JSON.stringify(name)}: ${type}`);
  return `---\n${lines.join('\n')}\n---\n\n${summary}\n`;
}

/** Settings under which `changeset version` needs neither git nor a formatter. */
export const config = (settings: object = {}) => ({
  ...{ changelog: false, commit: false, format: false, prettier: false },
  ...settings,
});

/** Names, kinds, bytes, modes and times of all that is in a folder, in one digest. */
export function treeHash(directory: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(directory, name);
    const { mode, mtimeMs, size } = statSync(file);
    hash.update(`${name}\0${mode}\0${mtimeMs}\0${size}\0`);
    if (statSync(file).isFile()) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** A copy that the tools of changesets can read: they find npm's workspaces beside a lockfile only. */
export function copyForLibrary(directory: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'changesets-copy-'));
  cpSync(directory, copy, { recursive: true });
  const lock = join(copy, 'package-lock.json');
  const others = ['yarn.lock', 'pnpm-workspace.yaml', 'bun.lock'].some((name) => existsSync(join(copy, name)));
  if (!others && !existsSync(lock)) writeFileSync(lock, '{}');
  return copy;
}

/** What the real `changeset version` made of a copy: its versions by package, absent where it refused, and how long it took. */
export interface Judged {
  readonly versions?: Record<string, string>;
  readonly said: string;
  readonly tookMs: number;
}

/** The command of changesets 3, which the project has itself. */
export const cli3 = join(process.cwd(), 'node_modules/@changesets/cli/bin.js');

/** The versions that a real `changeset version` writes into a copy. */
export async function versionsByCli(directory: string, cli = cli3): Promise<Judged> {
  const copy = copyForLibrary(directory);
  const started = performance.now();
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, 'version'], { cwd: copy });
    return { versions: readVersions(copy), said: stdout + stderr, tookMs: performance.now() - started };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { said: stdout + stderr, tookMs: performance.now() - started };
  } finally {
    remove(copy);
  }
}

/** The versions in all package.json files of a folder, by name. */
export function readVersions(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[/\\])package\.json$/.test(name),
  );
  const packages = files.map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')));
  return Object.fromEntries(packages.map(({ name, version }) => [name, version]));
}
