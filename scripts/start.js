/**
 * Starts a script under the Node that `npm ci` brings: `node scripts/start.js NAME ARGUMENTS`. Plain JavaScript, for it is what
 * runs where that Node is not there yet. What people did wrong is told in two lines, without a stack.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = ''] = process.argv.splice(2, 1);
const script = join(root, `${name}.ts`);

if (!existsSync(join(root, 'node_modules', 'node')) || !process.features.typescript) {
  console.error(`${name.replace(/^.*\//, '')}: the packages of this repository are not installed, or older than it.`);
  console.error(`Run: npm ci --prefix ${root}`);
  process.exit(2);
}
process.argv[1] = script;
// Most of a script's start is stripping types and compiling: what was compiled once is kept.
(await import('node:module')).enableCompileCache?.(join(root, 'node_modules', '.cache', 'release-actions', 'compiled'));
try {
  await import(pathToFileURL(script).href);
} catch (error) {
  const isKnown = error instanceof Error && 'kind' in error;
  console.error(isKnown ? error.message : error);
  process.exitCode = isKnown ? 2 : 1;
}
