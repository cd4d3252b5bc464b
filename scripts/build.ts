/**
 * Builds dist/: one bundle that holds every action, and a stub per action that names it. The same sources give the same
 * bytes on every machine, so CI can compare.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { publicActions, root } from './project.ts';

const require = createRequire(import.meta.url);
const dist = join(root, 'dist');

rmSync(join(root, 'build'), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});

const ncc = require('@vercel/ncc') as (
  input: string,
  options: object,
) => Promise<{ code: string; assets: Record<string, { source: Buffer | string }> }>;
const { code, assets } = await ncc(join(root, 'build', 'src', 'main.js'), {
  cache: false,
  license: 'licenses.txt',
  quiet: true,
});

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
writeFileSync(join(dist, 'index.js'), code);
for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(dist, name), source);
for (const { name } of publicActions()) {
  writeFileSync(join(dist, `${name}.js`), `import { main } from './index.js';\nawait main('${name}');\n`);
}
console.log(`dist/index.js: ${Math.round(readFileSync(join(dist, 'index.js')).length / 1024)} kB`);
