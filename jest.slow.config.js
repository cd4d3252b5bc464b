import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import base from './jest.config.js';

// Inherited by the workers.
process.env.RELEASE_ACTIONS_TESTS = 'slow';

const tests = fileURLToPath(new URL('__tests__/', import.meta.url));
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => tests + path)
  .filter((path) => readFileSync(path, 'utf8').includes('support/slow.ts'));

/** Slow tests, all variants of other people's programs, and properties in full: see support/slow.ts. */
export default { ...base, testMatch: files };
