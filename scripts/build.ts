/**
 * Builds dist/. With --check nothing is written: it fails unless dist/ is, byte for byte, what the sources give.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildingBlocks, publicActions, root } from './project.ts';

const dist = join(root, 'dist');
const { files, packages } = await bundle(root);

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
for (const { name } of [...publicActions(), ...buildingBlocks()]) {
  writeFileSync(join(dist, `${name}.js`), `import { main } from './index.js';\nawait main('${name}');\n`);
}
