/**
 * Builds dist/. With --check nothing is written: it fails unless dist/ is, byte for byte, what the sources give.
 *
 *   npm run build [-- --check]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { bundle } from './bundle.ts';
import { root } from './project.ts';

const dist = join(root, 'dist');
const { values } = readArguments({ check: { type: 'flag' } });
const { files, packages } = await bundle(root);

if (values.check) {
  const stale = differences();
  for (const difference of stale) console.error(difference);
  if (stale.length > 0) {
    console.error('Run `npm run build` and commit dist/.');
    process.exitCode = 1;
  }
} else {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const [name, content] of files) writeFileSync(join(dist, name), content);
  const kilobytes = Math.round((files.get('index.js')?.length ?? 0) / 1024);
  console.log(`dist/index.js: ${kilobytes} kB, with code of ${packages.length} packages`);
}

function differences(): string[] {
  const present = existsSync(dist) ? readdirSync(dist) : [];
  const stray = present.filter((name) => !files.has(name)).map((name) => `dist/${name} is not built from the sources.`);
  const wrong = [...files].flatMap(([name, content]) => {
    if (!present.includes(name)) return [`dist/${name} is missing.`];
    return readFileSync(join(dist, name)).equals(content) ? [] : [`dist/${name} is not what the sources give.`];
  });
  return [...wrong, ...stray];
}
