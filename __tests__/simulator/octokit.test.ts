import { expect, test } from '@jest/globals';
import { Octokit } from '@octokit/core';
import { randomFaults } from '../../simulator/faults.ts';
import { dispatch, virtualWorld } from './world.ts';

/** Asks for the API of 2026: under the older one Octokit prints a warning at every answer. */
function octokitFor({ github }: ReturnType<typeof virtualWorld>): Octokit {
  const octokit = new Octokit({ auth: 'secret', baseUrl: github.url, request: { fetch: github.fetch } });
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2026-03-10';
  });
  return octokit;
}

test('the real Octokit works in virtual time: REST, GraphQL, ETag, errors', async () => {
  const world = virtualWorld();
  const octokit = octokitFor(world);
  const place = { owner: 'acme', repo: 'library' };
  await world.run(async () => {
    const id = await dispatch(world.send);
    const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
      ...place,
      run_id: id,
    });
    expect(data.display_title).toBe('Release 1.1.0 [n1]');
    const again = octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
      ...place,
      run_id: id,
      headers: { 'if-none-match': String(headers.etag) },
    });
    await expect(again).rejects.toMatchObject({ status: 304 });
    const answer = await octokit.graphql<{ repository: { id: string } }>(
      'query($n: String!) { repository(owner: "acme", name: $n) { id } }',
      {
        n: 'library',
      },
    );
    expect(answer.repository.id).toMatch(/^R_/);
    const missing = octokit.request('GET /repos/{owner}/{repo}', { ...place, repo: 'none' });
    await expect(missing).rejects.toMatchObject({
      status: 404,
      response: { url: `${world.github.url}/repos/acme/none` },
    });
  });
  expect(world.github.violations).toEqual([]);
});

test('under any faults the real Octokit ends, in answer or in error, and never in a defect of ours', async () => {
  const world = virtualWorld({ seed: 3, faults: randomFaults(0.5) });
  const octokit = octokitFor(world);
  const outcomes = new Map<string, number>();
  await world.run(async () => {
    for (let n = 0; n < 200; n++) {
      const limit = new AbortController();
      const takeBack = world.clock.at(world.clock.now() + 15_000, () => limit.abort(new Error('deadline')));
      const outcome = await octokit
        .request('GET /repos/{owner}/{repo}/actions/runs', {
          owner: 'acme',
          repo: 'library',
          request: { signal: limit.signal },
        })
        .then(({ status }) => status)
        .catch((error: { status?: number }) => error.status ?? 'unknown');
      takeBack();
      outcomes.set(String(outcome), (outcomes.get(String(outcome)) ?? 0) + 1);
      await world.clock.sleep(10_000);
    }
  });
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['200', '401', '403', '429', '502', '500']));
  expect(world.github.violations).toEqual([]);
});
