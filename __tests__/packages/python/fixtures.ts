import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * In a fixture the version's own bytes stand between « and »; everything else that looks like a version is a trap. The
 * marks are taken out before the project is synchronised, and say afterwards what every single byte must be.
 */
const root = fileURLToPath(new URL('fixtures/', import.meta.url));
const MARKED = /«([^»]*)»/g;

type Files = Readonly<Record<string, string>>;

export const fixtures = readdirSync(root).filter((name) => !name.startsWith('.'));

/** The files of a fixture as they are before, by their path. */
export function unmarked(name: string): Files {
  return mapped(marked(name), (_, text) => text.replace(MARKED, '$1'));
}

/** The files of a fixture with another version at the marks. */
export function withVersion(name: string, version: (path: string) => string): Files {
  return mapped(marked(name), (path, text) => text.replace(MARKED, version(path)));
}

/** The paths of a fixture's files that hold the version, in order. */
export function versioned(name: string): string[] {
  const files = marked(name);
  return Object.keys(files)
    .filter((path) => files[path]?.includes('«'))
    .sort();
}

function marked(name: string): Files {
  const folder = join(root, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}

function mapped(files: Files, change: (path: string, text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(path, text)]));
}
