import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-ports.ts';

export interface S3Server {
  readonly url: string;
  /** Where its buckets are folders and its objects files. */
  readonly root: string;
  stop(): Promise<void>;
}

export const S3_KEYS = { 'access-key-id': 'tester-key', 'secret-access-key': 'tester-secret-0123456789' };

/** A real S3 server (versitygw) on loopback, with these empty buckets. */
export async function startS3(buckets: readonly string[]): Promise<S3Server> {
  const home = await mkdtemp(join(tmpdir(), 'release-actions-s3-'));
  const [root, meta] = [join(home, 'root'), join(home, 'meta')];
  for (const folder of [meta, ...buckets.map((bucket) => join(root, bucket))]) await mkdir(folder, { recursive: true });
  const port = await freePort();
  const keys = ['--access', S3_KEYS['access-key-id'], '--secret', S3_KEYS['secret-access-key']];
  const args = [...keys, '--port', `127.0.0.1:${port}`, 'posix', '--sidecar', meta, root];
  const server = spawn('versitygw', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let log = '';
    const hear = (chunk: Buffer) => {
      log += chunk;
      if (log.includes('service listening on')) resolve();
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`versitygw ended: ${log}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    root,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}
