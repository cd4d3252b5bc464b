import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { issue } from '../support/certificates.ts';
import { PEAK_KB } from '../support/peak-memory.ts';
import { json, type Servers, startServers } from '../support/servers.ts';
import { slow } from '../support/slow.ts';
import { runBundle } from './run-action.ts';

let servers: Servers;
let workspace: string;
beforeEach(async () => {
  servers = startServers();
  workspace = await mkdtemp(join(tmpdir(), 'verify-health-'));
});
afterEach(async () => {
  await servers.close();
  await rm(workspace, { recursive: true, force: true });
});

const verify = (
  inputs: Readonly<Record<string, string>>,
  more: { env?: Record<string, string>; signalAfter?: string } = {},
) => runBundle('verify-health', { cwd: workspace, inputs: { 'allow-private-network': 'true', ...inputs }, ...more });

test('a healthy service: outputs, summary and a quiet log', async () => {
  const url = await servers.http((_, response) => json(response, { status: 'UP', version: '2.0' }));
  const run = await verify({ url, 'expect-version': '2.0', interval: '100ms', condition: 'latency < duration("5s")' });
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({ healthy: 'true', verdict: 'healthy' });
  expect(JSON.parse(run.outputs.report ?? '')).toMatchObject({ checks: [{ samples: 3, versions: { '2.0': 3 } }] });
  expect(run.stdout.trim().split('\n')).toHaveLength(4);
  expect(run.summary).toContain('## ✅ Healthy: 1 check');
});

test('an old version that still answers fails the step with one annotation that says what to do', async () => {
  const url = await servers.http((_, response) => json(response, { version: '1.0' }));
  const run = await verify({ url, 'expect-version': '2.0', timeout: '500ms', interval: '100ms' });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ healthy: 'false', verdict: 'unhealthy' });
  expect(run.stdout.match(/^::error/gm)).toHaveLength(1);
  expect(run.stdout).toMatch(
    /::error::.* is unhealthy: it has version "1\.0", expected "2\.0"\. Wait for the roll-out/,
  );
  expect(run.summary).toContain('❌ Unhealthy');
});

test('durations are read in the inputs as they are in checks', async () => {
  const run = await verify({ url: 'https://x.test', timeout: '90', 'attempt-timeout': '5 s', interval: '50ms' });
  expect(run.exitCode).toBe(1);
  for (const fault of [
    'Input timeout: "90" is not valid: expected a duration such as 500ms, 90s, 5m or 2h',
    'Input attempt-timeout: "5 s" is not valid: expected a duration such as 500ms, 90s, 5m or 2h',
    'Input interval: "50ms" is not valid: expected at least 100 ms',
  ]) {
    expect(run.stdout).toContain(`::error::${fault}`);
  }
});

test('a private address is refused unless it is allowed', async () => {
  const url = await servers.http((_, response) => json(response, {}));
  const run = await verify({ url, 'allow-private-network': 'false' });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('is refused unless allow-private-network is true');
});

test('a cancelled step is inconclusive and never healthy', async () => {
  const url = await servers.http((_, response) => json(response, {}));
  const run = await verify({ url, interval: '60s', 'consecutive-successes': '2' }, { signalAfter: 'passes (200)' });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ healthy: 'false', verdict: 'inconclusive' });
  expect(run.stdout).toContain('::error::Cancelled');
});

slow('an own authority is read from the workspace; a file that is none is a fault', async () => {
  const authority = issue({ name: 'own authority', isAuthority: true });
  await writeFile(join(workspace, 'own-ca.pem'), authority.cert);
  await writeFile(join(workspace, 'broken.pem'), 'nothing');
  const url = await servers.https(issue({ name: 'localhost', issuer: authority }), (_, response) => json(response, {}));
  expect((await verify({ url, 'ca-file': 'own-ca.pem', 'consecutive-successes': '1' })).exitCode).toBe(0);
  const unverified = await verify(
    { url, timeout: '0.5s', interval: '100ms' },
    { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
  );
  expect(unverified).toMatchObject({ exitCode: 1, outputs: { verdict: 'unhealthy' } });
  const missing = await verify({ url, 'ca-file': 'no-such.pem' });
  expect(missing.stdout).toContain('::error::Input ca-file: no-such.pem cannot be used');
  const broken = await verify({ url, 'ca-file': 'broken.pem' });
  expect(broken.stdout).toContain('::error::Input ca-file: broken.pem cannot be used');
});

test('checks as YAML: a warning does not fail, a header that is a secret is shown nowhere', async () => {
  const seen: (string | undefined)[] = [];
  const good = await servers.http((request, response) => {
    seen.push(request.headers.authorization);
    json(response, { token: 'hush-hush-token' }, request.url === '/proxy' ? 502 : 200);
  });
  const checks = `
- name: direct
  url: ${good}/health
  headers: { Authorization: Bearer hush-hush-token }
  condition: body.token == "hush-hush-token-2" || body.token != ""
- { name: by proxy, url: "${good}/proxy", severity: warn, failure-limit: 1 }
- { name: suite, kind: suite, only-topic: context-sync, url: "${good}", steps: [{ url: /x }] }`;
  await writeFile(join(workspace, 'event.json'), JSON.stringify({ repository: { topics: ['api'] } }));
  const run = await verify({ checks, interval: '0.1s' }, { env: { GITHUB_EVENT_PATH: join(workspace, 'event.json') } });
  expect(run.exitCode).toBe(0);
  expect(seen).toContain('Bearer hush-hush-token');
  const printed = run.stdout.replace(/^::add-mask::.*$/gm, '') + run.summary + JSON.stringify(run.outputs);
  expect(printed).not.toContain('hush-hush-token');
  expect(run.stdout).toContain('::warning::by proxy is unhealthy: it answered 502');
  expect(JSON.parse(run.outputs.report ?? '').checks.map((check: { verdict: string }) => check.verdict)).toEqual([
    ...['healthy', 'unhealthy', 'skipped'],
  ]);
});

test('topics that cannot be read fail the step: nothing is left out by mistake', async () => {
  const api = await servers.http((request, response) => {
    const known = request.url === '/repos/acme/tasks/topics' && request.headers.authorization === 'Bearer gh-token';
    json(response, known ? { names: ['context-sync'] } : { message: 'Not Found' }, known ? 200 : 404);
  });
  const checks = `[{ name: sync, kind: suite, only-topic: context-sync, steps: [{ url: "${api}/repos/acme/tasks/topics", expect-status: 404 }] }]`;
  const env = (repository: string) => ({ env: { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } });
  const run = await verify({ checks, token: 'gh-token' }, env('acme/tasks'));
  expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'healthy' } });
  const failed = await verify({ checks, token: 'gh-token' }, env('acme/other'));
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toMatch(/::error::The topics of acme\/other could not be read: .*answered 404/);
});

test('bad input is reported at once, before anything is requested', async () => {
  const nothing = await verify({});
  expect(nothing.stdout).toContain('Neither url nor checks is given');
  const several = await verify({ checks: '[{ kind: ping }, { url: "https://x.example", condition: "status ==" }]' });
  expect(several.exitCode).toBe(1);
  expect(several.stdout.match(/^::error/gm)).toHaveLength(2);
  const late = await verify({ checks: '[{ url: "https://x.example", timeout: 10m }]' });
  expect(late.stdout).toContain('longer than that of the whole step (5 m)');
  const misplaced = await verify({ checks: '[{ url: "https://x.example" }]', 'expect-version': '1' });
  expect(misplaced.stdout).toContain('expect-version: these inputs are for url');
});

slow(
  '200 targets of which 1 % hang: done a second after the deadline, below 200 MB, every target reported',
  async () => {
    const body = JSON.stringify({ status: 'UP', filler: 'x'.repeat(100_000) });
    const good = await servers.http((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    const hanging = await servers.raw(() => undefined);
    const url = Array.from({ length: 200 }, (_, index) =>
      index % 100 === 50 ? `http://${hanging}/${index}` : `${good}/${index}`,
    );
    const peak = `process.on("exit", () => console.log("peak", ${PEAK_KB}))`;
    // Without a bound a busy machine collects its garbage late.
    const env = { NODE_OPTIONS: `--max-old-space-size=120 --import=data:text/javascript,${encodeURIComponent(peak)}` };
    const within = async (seconds: number) => {
      const inputs = { timeout: `${seconds}s`, interval: '0.1s', 'consecutive-successes': '2' };
      const run = await verify({ url: url.join('\n'), ...inputs }, { env });
      const report = JSON.parse(run.outputs.report ?? '{}') as { checks: { verdict: string }[]; duration: number };
      return { run, report, seconds };
    };
    // A busy machine has not asked two hundred twice by then: it gets the time that it needs.
    let done = await within(8);
    while (done.report.checks.some(({ verdict }) => verdict === 'inconclusive') && done.seconds < 128)
      done = await within(done.seconds * 2);
    const { run, report, seconds } = done;
    expect(report.checks).toHaveLength(200);
    const troubled = report.checks.filter(({ verdict }) => verdict !== 'healthy');
    expect(troubled.map(({ verdict }) => verdict)).toEqual(['unhealthy', 'unhealthy']);
    expect(report.duration).toBeLessThan(seconds * 1_000 + 1_000);
    expect(Number(run.stdout.match(/^peak (\d+)$/m)?.[1])).toBeLessThan(200_000);
  },
);
