import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { downloadArtifact, findArtifact } from '../../../src/platform/github/artifacts.ts';
import { readFile } from '../../../src/platform/github/contents.ts';
import { jobLog, listJobs } from '../../../src/platform/github/jobs.ts';
import { createRelease, releaseByTag } from '../../../src/platform/github/releases.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { cancelRun, getRun, listRuns, pollRun, rerunFailedJobs } from '../../../src/platform/github/runs.ts';
import { json, raw } from './scripted-server.ts';
import { rejection, setUp } from './set-up.ts';

const scene = setUp();
const web = 'acme/web';
const raw1 = {
  id: 1,
  name: 'Release',
  display_title: 'Release [n1]',
  status: 'completed',
  conclusion: 'success',
  run_attempt: 2,
  created_at: '2026-11-20T12:00:00Z',
};
const urls = () => scene.server.requests.map(({ url }) => url);

describe('runs', () => {
  test('are read and polled by the fields we use', async () => {
    scene.server.play(json(raw1), json(raw1, { headers: { etag: '"a"' } }), json(undefined, { status: 304 }));
    expect(await getRun(openRepository(scene.client, web), 1)).toMatchObject({
      id: 1,
      displayTitle: 'Release [n1]',
      conclusion: 'success',
      attempt: 2,
      startedAt: '2026-11-20T12:00:00Z',
    });
    expect((await pollRun(openRepository(scene.client, web), 1)).changed).toBe(true);
    expect(await pollRun(openRepository(scene.client, web), 1)).toMatchObject({ changed: false, data: { attempt: 2 } });
  });

  test('are listed of one workflow or of all, since a time', async () => {
    scene.server.play(json({ workflow_runs: [raw1] }), json({ workflow_runs: [] }));
    const createdSince = Date.parse('2026-11-20T11:59:00.900Z');
    expect(
      await listRuns(openRepository(scene.client, web), {
        workflow: 'release.yml',
        event: 'workflow_dispatch',
        createdSince,
      }),
    ).toHaveLength(1);
    await listRuns(openRepository(scene.client, web));
    expect(urls()).toEqual([
      '/repos/acme/web/actions/workflows/release.yml/runs?per_page=100&event=workflow_dispatch&created=%3E%3D2026-11-20T11%3A59%3A00Z',
      '/repos/acme/web/actions/runs?per_page=100',
    ]);
  });

  test('have jobs by attempt, whose log ends in the last lines', async () => {
    const log =
      '\uFEFF2026-11-20T12:00:00.1234567Z one\r\n2026-11-20T12:00:01.1234567Z two\r\n2026-11-20T12:00:02.1Z ::error::three\r\n';
    scene.server.play(
      json({
        jobs: [
          {
            id: 3,
            name: 'build',
            status: 'completed',
            conclusion: 'failure',
            html_url: 'u',
            steps: [{ name: 's', number: 1, status: 'completed', conclusion: null }],
          },
        ],
      }),
      raw(log),
    );
    const jobs = await listJobs(openRepository(scene.client, web), { id: 1, attempt: 2 });
    expect(jobs).toMatchObject([
      { id: 3, url: 'u', conclusion: 'failure', steps: [{ name: 's', conclusion: undefined }] },
    ]);
    expect(await jobLog(openRepository(scene.client, web), { id: 3, lines: 2 })).toBe('two\n::error::three');
    expect(urls()[0]).toBe('/repos/acme/web/actions/runs/1/attempts/2/jobs?per_page=100');
  });

  test('have logs that are shown up to their last error: what comes behind it tidies up', async () => {
    const log = [
      'one',
      'npm error no',
      '##[error]Process completed with exit code 1.',
      'Post job cleanup.',
      'git config',
    ];
    scene.server.play(raw(log.map((line) => `2026-11-20T12:00:00.1Z ${line}`).join('\r\n')));
    expect(await jobLog(openRepository(scene.client, web), { id: 3, lines: 2 })).toBe(
      'npm error no\n##[error]Process completed with exit code 1.',
    );
  });

  test('are cancelled, which one that is over refuses, also after a 502', async () => {
    scene.server.play(
      json({}, { status: 502 }),
      json({}, { status: 202 }),
      json({ message: 'Cannot cancel a workflow run that is completed.' }, { status: 409 }),
    );
    const first = cancelRun(openRepository(scene.client, web), 1);
    await scene.clock.pass(1000);
    expect(await first).toBe('requested');
    expect(await cancelRun(openRepository(scene.client, web), 1)).toBe('refused');
  });

  test('are re-run at most once', async () => {
    scene.server.play(json({}, { status: 502 }));
    expect((await rejection(rerunFailedJobs(openRepository(scene.client, web), 1))).name).toBe('AmbiguousWrite');
    expect(scene.server.requests).toHaveLength(1);
  });
});

describe('an artifact', () => {
  const archive = zipSync({ 'outputs.json': strToU8('{"version":"1.0.0"}') });
  const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`;

  test('is the newest of its name, verified and unpacked', async () => {
    scene.server.play(
      json({
        artifacts: [
          { id: 4, name: 'out', digest },
          { id: 9, name: 'out', digest, size_in_bytes: 5 },
          { id: 10, name: 'other' },
        ],
      }),
      raw(archive),
    );
    const found = await findArtifact(openRepository(scene.client, web), { runId: 1, name: 'out' });
    expect(found).toEqual({ id: 9, name: 'out', digest, bytes: 5, expired: false });
    const files = found && (await downloadArtifact(openRepository(scene.client, web), found));
    expect(Buffer.from(files?.get('outputs.json') ?? []).toString()).toBe('{"version":"1.0.0"}');
    expect(urls()[1]).toBe('/repos/acme/web/actions/artifacts/9/zip');
  });

  test('with another digest is refused', async () => {
    scene.server.play(raw(archive));
    const wrong = { id: 9, name: 'out', digest: `sha256:${'0'.repeat(64)}` };
    expect((await rejection(downloadArtifact(openRepository(scene.client, web), wrong))).message).toMatch(
      /damaged or was exchanged/,
    );
  });

  test('that is not there is undefined', async () => {
    scene.server.play(json({ artifacts: [] }));
    expect(await findArtifact(openRepository(scene.client, web), { runId: 1, name: 'out' })).toBeUndefined();
  });
});

describe('a file', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test('is decoded, also where it is too large for the first answer', async () => {
    scene.server.play(
      json({ type: 'file', encoding: 'base64', content: base64('{"é":1}').replace(/(.{4})/g, '$1\n'), sha: 's' }),
      json({ type: 'file', encoding: 'none', content: '', sha: 's' }),
      json({ encoding: 'base64', content: base64('large') }),
    );
    expect(await readFile(openRepository(scene.client, web), { path: 'a/package.json', ref: 'main' })).toBe('{"é":1}');
    expect(await readFile(openRepository(scene.client, web), { path: 'large' })).toBe('large');
    expect(urls()).toEqual([
      '/repos/acme/web/contents/a%2Fpackage.json?ref=main',
      '/repos/acme/web/contents/large',
      '/repos/acme/web/git/blobs/s',
    ]);
  });

  test('that is none is undefined; a folder is named as one', async () => {
    scene.server.play(json({ message: 'Not Found' }, { status: 404 }), json([{ name: 'a' }]));
    expect(await readFile(openRepository(scene.client, web), { path: 'x' })).toBeUndefined();
    expect((await rejection(readFile(openRepository(scene.client, web), { path: 'x' }))).message).toContain(
      'not a file but a folder',
    );
  });
});

describe('a release', () => {
  const release = { id: 3, tag_name: 'v1.0.0', name: null };

  test('that exists is given back instead of an error', async () => {
    scene.server.play(
      json(
        { message: 'Validation Failed', errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }] },
        { status: 422 },
      ),
      json(release),
    );
    expect(await createRelease(openRepository(scene.client, web), { tag: 'v1.0.0' })).toMatchObject({
      outcome: 'exists',
      release: { id: 3, tag: 'v1.0.0' },
    });
  });

  test('of which there is none is undefined', async () => {
    scene.server.play(json({ message: 'Not Found' }, { status: 404 }));
    expect(await releaseByTag(openRepository(scene.client, web), 'v9.9.9')).toBeUndefined();
  });
});
