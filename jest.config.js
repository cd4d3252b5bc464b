import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

// Inherited by the workers, and by what the tests start: a script or a bundle that is compiled anew each time takes up to twice as long.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('node_modules/.cache/release-actions/compiled', import.meta.url),
);

/** Tests are ES modules compiled by SWC; they run under the Node 24 that `npm ci` brings. */
export default {
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
    '/node_modules/@actions/.+\\.js$': '<rootDir>/__tests__/support/json-imports.js',
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/(languageservice|workflow-parser)/)'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/e2e/', '<rootDir>/__tests__/templates/'],
  // Half of the tests wait for processes and for time to pass: as many workers as cores would leave cores idle.
  maxWorkers: availableParallelism() + 1,
  // Only what hangs is stopped: how long a test takes says more of the machine than of the test.
  testTimeout: 600_000,
  // Of a worker, too: on a busy machine one that holds nothing takes longer to end than the half second that Jest gives it.
  workerGracefulExitTimeout: 60_000,
};
