import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import { PEAK_KB } from '../support/peak-memory.ts';
import { S3_KEYS, type S3Server, startS3 } from '../support/s3-server.ts';
import { type Servers, startServers } from '../support/servers.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();
const MEGABYTE = 1024 * 1024;
/** Twice what the step may use of memory: each of its three copies takes the machine's disk. */
const LARGE = 320 * MEGABYTE;

let s3: S3Server;
let servers: Servers;
/** What stands between the action and the server: it may answer by itself, change what is sent, or break off. */
let between: { script: Step[]; seen: string[]; url: string };
type Step = (request: http.IncomingMessage, response: http.ServerResponse, pass: () => http.ClientRequest) => void;

const onS3 = (title: string, body: () => void) =>
  describeWith('versitygw', title, () => {
    beforeAll(async () => {
      s3 = await startS3(['artifacts', 'full']);
    });
    afterAll(() => s3.stop());
    body();
  });
beforeEach(async () => {
  servers = startServers();
  const [script, seen]: [Step[], string[]] = [[], []];
  const forward: Step = (request, _, pass) => request.pipe(pass());
  const url = await servers.http((request, response) => {
    seen.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`);
    const pass = () => {
      const { host, port } = new URL(s3.url);
      const { method, url: path, headers } = request;
      // The body was asked for by this server already.
      const { expect: _, ...sent } = headers;
      const onward = http.request({ host: host.split(':')[0], port, method, path, headers: sent }, (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      return onward;
    };
    (script.shift() ?? forward)(request, response, pass);
  });
  between = { script, seen, url };
});
afterEach(() => servers.close());

function inputs(more: Readonly<Record<string, string>>): Record<string, string> {
  const common = {
    store: 's3',
    bucket: 'artifacts',
    endpoint: between.url,
    'allow-private-network': 'true',
    ...S3_KEYS,
  };
  return { ...common, ...more };
}

function share(cwd: string, more: Readonly<Record<string, string>>): Promise<BundleRun> {
  return runBundle('share-artifact', { cwd, inputs: inputs(more) });
}

const store = (cwd: string, path: string, more: Readonly<Record<string, string>> = {}) =>
  share(cwd, { operation: 'store', name: 'report', path, ...more });
const fetched = (cwd: string, pointer: string | undefined, path = 'got') =>
  share(cwd, { operation: 'fetch', pointer: pointer ?? '', path });

/** Text that no other test has stored. */
const fresh = () => `artifact ${randomUUID()}`;
const keyOf = (text: string) => `sha256/${createHash('sha256').update(text).digest('hex')}`;

onS3('a real S3 server', () => {
  slow('takes a file once, gives it back, and is never sent the secret', async () => {
    const text = fresh();
    const cwd = await folder({ 'report.json': text });
    const one = await store(cwd, 'report.json', { prefix: 'team/a', component: 'backend' });
    expect(one.exitCode).toBe(0);
    expect(one.outputs.pointer).toMatch(
      /^ra1\+s3:\/\/artifacts\/team\/a\/sha256\/[0-9a-f]{64}\?name=report&kind=other&file=report\.json&/,
    );
    expect(await readFile(join(s3.root, 'artifacts/team/a', keyOf(text)), 'utf8')).toBe(text);
    const two = await store(cwd, 'report.json', { prefix: 'team/a' });
    expect(two.stdout).toContain('report is stored already, the very same, in s3://artifacts/team/a/');
    const got = await share(cwd, {
      operation: 'fetch',
      prefix: 'team/a',
      pointer: one.outputs.pointer ?? '',
      path: 'got',
    });
    expect(got.exitCode).toBe(0);
    expect(await readFile(join(cwd, 'got'), 'utf8')).toBe(text);
    for (const { stdout, outputs, summary } of [one, two, got]) {
      expect(stdout.replaceAll(/::add-mask::.*/g, '') + JSON.stringify(outputs) + summary).not.toContain(
        'tester-secret',
      );
    }
  });

  slow('that takes no conditions, or forgets them, holds the same in the end', async () => {
    const [one, two] = [fresh(), fresh()];
    const cwd = await folder({ one, two });
    between.script.push((request, response) => {
      request.resume();
      response.writeHead(501).end('<Error><Code>NotImplemented</Code><Message>A header</Message></Error>');
    });
    expect((await store(cwd, 'one')).exitCode).toBe(0);
    await store(cwd, 'two');
    between.script.push((request, response, pass) => {
      delete request.headers['if-none-match'];
      // What is signed is not changed: this server just does not look at it.
      request.resume();
      response.writeHead(200, { etag: '"x"' }).end();
      pass().destroy();
    });
    expect((await store(cwd, 'two')).exitCode).toBe(0);
    expect(await readFile(join(s3.root, 'artifacts', keyOf(one)), 'utf8')).toBe(one);
    expect(await readFile(join(s3.root, 'artifacts', keyOf(two)), 'utf8')).toBe(two);
  });

  slow('that lost its answer, is busy, or breaks off, is asked again', async () => {
    const text = fresh();
    const cwd = await folder({ 'report.json': text });
    const busy: Step = (request, response) => {
      request.resume();
      response.writeHead(503, { 'retry-after': '1' }).end('<Error><Code>SlowDown</Code></Error>');
    };
    const afterTheEffect: Step = (request, response, pass) => {
      const onward = pass();
      onward.removeAllListeners('response');
      onward.on('response', (answer) => answer.resume().on('end', () => response.writeHead(502).end('<html>')));
      request.pipe(onward);
    };
    between.script.push(busy, afterTheEffect);
    const run = await store(cwd, 'report.json');
    expect(run.exitCode).toBe(0);
    expect(between.seen.filter((line) => line === `PUT /artifacts/${keyOf(text)}`)).toHaveLength(3);
    const cut: Step = (_, response, pass) => {
      const onward = pass();
      onward.removeAllListeners('response');
      onward.on('response', (answer) => {
        response.writeHead(200, { 'content-length': '1000000' });
        answer.once('data', (chunk) => response.write(chunk, () => response.destroy()));
      });
      onward.end();
    };
    between.script.push(cut, (_, response) => response.destroy());
    expect((await fetched(cwd, run.outputs.pointer)).exitCode).toBe(0);
    expect(await readFile(join(cwd, 'got'), 'utf8')).toBe(text);
    expect((await readdir(cwd)).sort()).toEqual(['got', 'report.json']);
  });

  slow('that asks to be left alone is not asked before, and not waited for too long', async () => {
    const cwd = await folder({ a: fresh() });
    const times: number[] = [];
    const busy =
      (after: () => string): Step =>
      (request, response) => {
        times.push(Date.now());
        request.resume();
        response.writeHead(503, { 'retry-after': after() }).end('<Error><Code>SlowDown</Code></Error>');
      };
    const forward: Step = (request, _, pass) => {
      times.push(Date.now());
      request.pipe(pass());
    };
    // A date has whole seconds.
    const soon = () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 3_000).toUTCString();
    between.script.push(busy(soon), forward);
    expect((await store(cwd, 'a')).exitCode).toBe(0);
    const [first = 0, second = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(3_000);
    between.script.push(busy(() => '600'));
    const run = await store(cwd, 'a');
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('HTTP 503 SlowDown. It asks to be left alone (Retry-After: 600).');
    expect(times).toHaveLength(3);
  });

  slow('that answers 200 with something else has neither stored nor listed anything', async () => {
    const cwd = await folder({ a: fresh() });
    const { pointer } = (await store(cwd, 'a', { bucket: 'full' })).outputs;
    expect(pointer).toBeDefined();
    const says =
      (body: string): Step =>
      (request, response) => {
        request.resume();
        response.writeHead(200, { 'content-type': 'application/xml' }).end(body);
      };
    const late = '<?xml version="1.0"?>\n<Error><Code>InternalError</Code><Message>Try again.</Message></Error>';
    between.script.push(says(late));
    expect((await store(cwd, 'a')).exitCode).toBe(0);
    expect(between.seen.filter((line) => line.startsWith('PUT /artifacts/sha256/'))).toHaveLength(2);
    between.script.push(says('<!DOCTYPE html><html><body>Sign in</body></html>'));
    const page = await store(cwd, 'a');
    expect(page.exitCode).toBe(1);
    expect(page.stdout).toMatch(/Storing the artifact failed at .*: HTTP 200\. That is no answer of S3/);

    const pruned = (...lies: Step[]) => {
      between.seen.length = 0;
      between.script.push(...lies);
      const rules = { 'keep-for': '0s', keep: '1', state: 'file:.trains' };
      return share(cwd, { operation: 'prune', bucket: 'full', ...rules });
    };
    const blobs: Step = (request, _, pass) => request.pipe(pass());
    const denied = '<Error><Code>AccessDenied</Code></Error>';
    const half = '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>';
    for (const [lie, said] of [
      [denied, 'Listing what is there failed at .*HTTP 200 AccessDenied'],
      ['{"error":"busy"}', 'Listing what is there failed at .*That is no answer of S3'],
      [half, 'it says that there is more, but not where'],
    ] as const) {
      const run = await pruned(blobs, says(lie));
      expect([lie, run.exitCode, run.stdout]).toEqual([lie, 1, expect.stringMatching(said)]);
      expect(between.seen.filter((line) => line.startsWith('DELETE'))).toEqual([]);
    }
  });

  slow('says why it refuses, in words that help', async () => {
    const cwd = await folder({ a: fresh() });
    const told = async (more: Record<string, string>) => (await store(cwd, 'a', more)).stdout;
    expect(await told({ 'secret-access-key': 'wrong-secret-here' })).toMatch(
      /HTTP 403 SignatureDoesNotMatch .*The secret access key is not the one of this access key id/,
    );
    expect(await told({ 'access-key-id': 'nobody' })).toMatch(
      /XAdminUserNotFound .*The server knows no such access key id/,
    );
    expect(await told({ bucket: 'no-such-bucket' })).toMatch(/HTTP 404 NoSuchBucket .*There is no such bucket/);
    expect(await told({ region: 'eu-west-1' })).toMatch(/The bucket is in another region\..*region/);
    const { pointer } = (await store(cwd, 'a')).outputs;
    await writeFile(join(cwd, 'b'), fresh());
    const gone = (await store(cwd, 'b', { bucket: 'full' })).outputs.pointer?.replace('//full/', '//artifacts/');
    expect((await fetched(cwd, gone)).stdout).toContain(
      'The artifact is not in s3://artifacts/ any more, or never was',
    );
    expect(pointer).toBeDefined();
  });

  slow('whose object somebody exchanged gives nothing, and is not taken for what is stored', async () => {
    const text = fresh();
    const cwd = await folder({ a: text });
    const { pointer } = (await store(cwd, 'a')).outputs;
    await writeFile(join(s3.root, 'artifacts', keyOf(text)), text.toUpperCase());
    const run = await fetched(cwd, pointer);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('The artifact report is not what the pointer says: SHA-256 is');
    await writeFile(join(s3.root, 'artifacts', keyOf(text)), `${text} and more`);
    expect((await fetched(cwd, pointer)).stdout).toContain(
      `it has more than ${text.length} bytes. Nothing was unpacked.`,
    );
    await writeFile(join(s3.root, 'artifacts', keyOf(text)), 'shorter');
    expect((await store(cwd, 'a')).stdout).toContain('is there already and is not what its name says: 7 bytes');
    expect(await readdir(cwd)).toEqual(['a']);
  });

  slow('lists more than one page, and is pruned', async () => {
    const old = Array.from({ length: 1_203 }, (_, index) => createHash('sha256').update(`${index}`).digest('hex'));
    const cwd = await folder({ a: fresh() });
    await store(cwd, 'a', { bucket: 'full' });
    await Promise.all(old.map((name) => writeFile(join(s3.root, 'full/sha256', name), name)));
    const run = await share(cwd, {
      operation: 'prune',
      bucket: 'full',
      'keep-for': '0s',
      keep: '1',
      'dry-run': 'true',
      state: 'file:.trains',
    });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.removed ?? '')).toEqual(expect.arrayContaining(old.map((name) => `sha256/${name}`)));
    expect(run.stdout).toContain('Dry run: nothing was removed.');
    const real = await share(cwd, {
      operation: 'prune',
      bucket: 'full',
      'keep-for': '0s',
      keep: '1',
      state: 'file:.trains',
    });
    expect(real.exitCode).toBe(0);
    expect(await readdir(join(s3.root, 'full/sha256'))).toEqual([
      keyOf(await readFile(join(cwd, 'a'), 'utf8')).slice(7),
    ]);
  });
});

/** The built action with its peak of memory, as a process that can be killed. */
async function started(
  cwd: string,
  more: Record<string, string>,
): Promise<{ child: ChildProcess; ended: Promise<number | null>; said(): string; peak(): Promise<number> }> {
  const home = await folder({
    'peak.cjs': `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(join(cwd, '.peak'))}, String(${PEAK_KB})))`,
  });
  const given = Object.entries(inputs(more)).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const stub = fileURLToPath(new URL('../../dist/share-artifact.js', import.meta.url));
  const env = {
    ...Object.fromEntries(given),
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: cwd,
    RUNNER_TEMP: home,
    GITHUB_OUTPUT: join(home, 'out'),
  };
  await writeFile(join(home, 'out'), '');
  const child = spawn(process.execPath, ['--require', join(home, 'peak.cjs'), stub], {
    ...{ cwd, env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const saidSoFar = () => Buffer.concat(said).toString();
  return { child, ended, said: saidSoFar, peak: async () => Number(await readFile(join(cwd, '.peak'), 'utf8')) * 1024 };
}

/** Kills the child when so many bytes have gone through. */
const killAfter =
  (bytes: number, kill: () => void): Step =>
  (request, response, pass) => {
    let passed = 0;
    const count = (chunk: Buffer) => {
      passed += chunk.length;
      if (passed > bytes) kill();
    };
    const onward = pass();
    onward.removeAllListeners('response');
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.on('data', count).pipe(response);
    });
    request.on('data', count).pipe(onward);
    request.on('aborted', () => onward.destroy());
  };

onS3('what is large', () => {
  slow('more than it is stored and fetched with less than 150 MB of memory', async () => {
    const cwd = await folder({ large: '' });
    await truncate(join(cwd, 'large'), LARGE);
    const mark = await open(join(cwd, 'large'), 'r+');
    await mark.write('end', LARGE - 3);
    await mark.close();
    const up = await started(cwd, { operation: 'store', name: 'large', path: 'large', endpoint: s3.url });
    expect({ exitCode: await up.ended, said: up.said() }).toMatchObject({ exitCode: 0 });
    expect(await up.peak()).toBeLessThan(150 * MEGABYTE);
    const { pointer } = (await store(cwd, 'large', { name: 'large', endpoint: s3.url })).outputs;
    const down = await started(cwd, { operation: 'fetch', pointer: pointer ?? '', path: 'got', endpoint: s3.url });
    expect({ exitCode: await down.ended, said: down.said() }).toMatchObject({ exitCode: 0 });
    expect(await down.peak()).toBeLessThan(150 * MEGABYTE);
    expect((await stat(join(cwd, 'got'))).size).toBe(LARGE);
  });

  slow('an upload and a download that were killed are repeated without a trace', async () => {
    const text = fresh();
    const cwd = await folder({ large: text.padEnd(32 * MEGABYTE, text) });
    const content = await readFile(join(cwd, 'large'), 'utf8');
    const up = await started(cwd, { operation: 'store', name: 'large', path: 'large' });
    between.script.push(killAfter(4 * MEGABYTE, () => up.child.kill('SIGKILL')));
    expect(await up.ended).toBeNull();
    const objects = await readdir(join(s3.root, 'artifacts'), { recursive: true });
    expect(objects).not.toContain(keyOf(content));
    const { pointer } = (await store(cwd, 'large')).outputs;
    expect(pointer).toBeDefined();
    const down = await started(cwd, { operation: 'fetch', pointer: pointer ?? '', path: 'got' });
    between.script.push(killAfter(4 * MEGABYTE, () => down.child.kill('SIGKILL')));
    expect(await down.ended).toBeNull();
    expect(await readdir(cwd)).toEqual([expect.stringMatching(/^\.got\..*\.part$/), 'large']);
    expect((await fetched(cwd, pointer)).exitCode).toBe(0);
    expect(await readFile(join(cwd, 'got'), 'utf8')).toBe(content);
    expect((await readdir(cwd)).sort()).toEqual(['got', 'large']);
  });
});
