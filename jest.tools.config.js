import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import base from './jest.config.js';

// Inherited by the workers.
process.env.RELEASE_ACTIONS_MATRIX = 'whole';

const tests = fileURLToPath(new URL('__tests__/', import.meta.url));
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => tests + path)
  .filter((path) => readFileSync(path, 'utf8').includes('support/matrix.ts'));

/** Other people's programs in every version and variant: minutes, so a command of their own. `npm test` tries one of each. */
export default { ...base, testMatch: files };
