import { afterEach, beforeEach } from '@jest/globals';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { type ClientOptions, createClient, type GitHubClient } from '../../../src/platform/github/client/client.ts';
import { createLog } from '../../../src/platform/runner/log.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { type ScriptedServer, startServer } from './scripted-server.ts';

export interface Scene {
  readonly clock: ManualClock;
  readonly server: ScriptedServer;
  /** What was logged. */
  readonly printed: string[];
  readonly client: GitHubClient;
  another(options?: Partial<ClientOptions>): GitHubClient;
}

/** A fresh server, clock and client for each test of a file; the jitter is at its longest, so that pauses are round numbers. */
export function setUp(): Scene {
  let scene: Scene;
  beforeEach(async () => {
    const clock = new ManualClock();
    const server = await startServer(clock);
    const printed: string[] = [];
    const another = (options: Partial<ClientOptions> = {}) =>
      createClient({
        token: staticToken('ghp_secret'),
        apiUrl: server.url,
        clock,
        random: () => 1,
        log: createLog((line) => printed.push(line), true),
        writeGapMs: 0,
        ...options,
      });
    scene = { clock, server, printed, client: another(), another };
  });
  afterEach(() => scene.server.close());
  return {
    get clock() {
      return scene.clock;
    },
    get server() {
      return scene.server;
    },
    get printed() {
      return scene.printed;
    },
    get client() {
      return scene.client;
    },
    another: (options) => scene.another(options),
  };
}

/** What a promise was rejected with; fails where it was not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('expected a rejection');
}
