import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../project.ts';
import { type BenchOptions, lowerQuartile, median, type Row } from './row.ts';

/** The peer: the same request from a bare bundle of the toolkit, with nothing of ours. */
const BARE = `
import * as core from '@actions/core';
import { getOctokit } from '@actions/github';
const [owner, repo] = core.getInput('repository').split('/');
const octokit = getOctokit(core.getInput('token'), { baseUrl: process.env.GITHUB_API_URL });
await octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
  owner, repo, workflow_id: core.getInput('workflow'), ref: core.getInput('ref'), inputs: JSON.parse(core.getInput('inputs')),
});
`;

/** Of the peer's time: ours has more to do, and loads nothing before it is needed. */
const MOST = 0.8;

/** From the start of the process to its first request, ours against the bare toolkit, in turn. */
export async function startUp({ smoke }: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(root, 'node_modules/.cache-bench-'));
  try {
    const bare = await bundle(folder);
    const ours = join(root, 'dist/dispatch-and-wait.js');
    const times = await race([ours, bare], smoke ? 7 : 31);
    const [own = [], peer = []] = times;
    const ratio = lowerQuartile(own.map((time, index) => time / (peer[index] ?? time)));
    const medians = `${median(own).toFixed(0)} / ${median(peer).toFixed(0)} ms`;
    return [
      {
        what: 'dispatch-and-wait, start to first request (ratio of medians)',
        measured: `${(median(own) / median(peer)).toFixed(2)} (${medians})`,
        bound: `≤ ${MOST.toFixed(2)} × a bare bundle of @actions/core + @actions/github (quartile of pairs ${ratio.toFixed(2)})`,
        kept: median(own) <= MOST * median(peer),
        timed: true,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(folder: string): Promise<string> {
  const source = join(folder, 'bare.mjs');
  writeFileSync(source, BARE);
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as (
    path: string,
    options: object,
  ) => Promise<{ code: string }>;
  const { code } = await ncc(source, { quiet: true, cache: false });
  const file = join(folder, 'bare-bundle.mjs');
  writeFileSync(file, code);
  return file;
}

/** Milliseconds to the first request of each program, run in turn so that the machine's drift hits all alike. */
async function race(programs: readonly string[], rounds: number): Promise<number[][]> {
  let arrived: (at: bigint) => void = () => {};
  const server = createServer((_, response) => {
    arrived(process.hrtime.bigint());
    response.statusCode = 422;
    response.end('{"message":"enough"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const times: number[][] = programs.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, program] of programs.entries()) {
      const request = new Promise<bigint>((resolve) => {
        arrived = resolve;
      });
      const started = process.hrtime.bigint();
      const child = spawn(process.execPath, [program], { stdio: 'ignore', env: environment(url) });
      const elapsed = Number((await request) - started) / 1e6;
      await new Promise((resolve) => child.once('exit', resolve));
      if (round >= 0) times[index]?.push(elapsed);
    }
  }
  server.close();
  return times;
}

function environment(url: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: 'acme/hub',
    INPUT_TOKEN: 'token',
    INPUT_REPOSITORY: 'acme/service',
    INPUT_WORKFLOW: 'release.yml',
    INPUT_REF: 'main',
    INPUT_INPUTS: '{"version":"1.0.0"}',
  };
}
