import { cpSync, existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fail, flag, input, setOutput, variable } from '../../toolkit.ts';

const workspace = variable('GITHUB_WORKSPACE');
const name = input('name');
const patterns = input('path')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
if (/["<>|*?\r\n\\/:]/.test(name)) fail(`The artifact name is not valid: ${name}.`);
const target = join(variable('E2E_ARTIFACTS'), name);
if (existsSync(target)) {
  if (!flag('overwrite'))
    fail('Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run');
  rmSync(target, { recursive: true });
}

const excluded = new Set(patterns.filter((one) => one.startsWith('!')).flatMap((one) => filesOf(one.slice(1))));
const wanted = patterns.filter((one) => !one.startsWith('!'));
const files = [...new Set(wanted.flatMap(filesOf))].filter((path) => !excluded.has(path) && isShown(path));
if (files.length === 0) {
  const message = `No files were found with the provided path: ${wanted.join(', ')}. No artifacts will be uploaded.`;
  if (input('if-no-files-found') === 'error') fail(message);
  console.log(`::warning::${message}`);
  process.exit(0);
}
// As the real one does: one pattern is cut off before its first wildcard, several at what all have in common.
const root = wanted.length === 1 ? rootOf(wanted[0] ?? '') : commonFolder(wanted.map(rootOf));
for (const path of files) {
  const place = join(target, relative(root, path));
  mkdirSync(dirname(place), { recursive: true });
  cpSync(path, place);
}
console.log(`Artifact ${name}: ${files.length} files`);
setOutput('artifact-id', '1');

function filesOf(pattern: string): string[] {
  return globSync(resolve(workspace, pattern)).flatMap((path) =>
    statSync(path).isDirectory() ? globSync(join(path, '**')).filter((one) => statSync(one).isFile()) : [path],
  );
}

function isShown(path: string): boolean {
  return (
    flag('include-hidden-files') ||
    !relative(workspace, path)
      .split(sep)
      .some((part) => /^\.[^.]/.test(part))
  );
}

function rootOf(pattern: string): string {
  const fixed = resolve(workspace, pattern.split(/[*?[{]/)[0] ?? '');
  if (/[*?[{]/.test(pattern)) return pattern.split(/[*?[{]/)[0]?.endsWith('/') ? fixed : dirname(fixed);
  return existsSync(fixed) && statSync(fixed).isDirectory() ? fixed : dirname(fixed);
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(sep));
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && other[same] === first[same]) same += 1;
    length = same;
  }
  return [...first].slice(0, length).join(sep);
}
