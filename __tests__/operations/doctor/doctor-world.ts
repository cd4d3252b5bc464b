import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import { resolveManifestFile } from '../../../src/engine/planning/open-manifest.ts';
import type { Examination } from '../../../src/operations/doctor/examination.ts';
import type { DoctorFinding } from '../../../src/operations/doctor/finding.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { type BundleRun, runBundle } from '../../bundle/run-action.ts';

export const EXAMPLE = 'examples/eda-ecosystem/release-train.yml';

export interface DoctorRun extends BundleRun {
  readonly seen: Examination;
  /** `check subject` of each finding that counts. */
  readonly problems: readonly string[];
}

export interface DoctorWorld {
  readonly github: SimulatedGitHub;
  readonly url: string;
  readonly cwd: string;
  /** Files of the checkout, below it; undefined takes one away. */
  write(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  run(inputs?: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>): Promise<DoctorRun>;
  close(): Promise<void>;
}

/** The example's sixteen repositories on an embedded GitHub behind a port, and a checkout with its manifest. */
export async function exampleWorld(): Promise<DoctorWorld> {
  const github = createGitHub({ clock: realClock });
  const { manifest } = await resolveManifestFile(EXAMPLE);
  addEcosystem(github, manifest.components, {});
  github.addRepository({
    ...{ owner: 'acme', name: 'releases', private: true, files: { 'README.md': '# Releases\n' } },
    workflows: [{ file: 'advance.yml', on: ['schedule'] }],
  });
  github.addToken('job-token', { repositories: ['acme/releases'], kind: 'github-token' });
  for (const owner of ['typescript-eda', 'web-buddy', 'chatgpt-buddy'])
    github.addToken(`token-of-${owner}`, { owners: [owner], secondaryLimits: false });
  const { url, close } = await github.serve();
  const cwd = await mkdtemp(join(tmpdir(), 'release-actions-doctor-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  };
  for (const path of ['.github/release-train.yml', 'example.yml']) await write(path, await readFile(EXAMPLE, 'utf8'));
  return {
    ...{ github, url, cwd, close, write },
    read: (path) => readFile(join(cwd, path), 'utf8'),
    run: (inputs = {}, env = {}) => runDoctor({ url, cwd, inputs, env }),
  };
}

export const TOKENS = [
  'typescript-eda: token-of-typescript-eda',
  'web-buddy: token-of-web-buddy',
  'chatgpt-buddy: token-of-chatgpt-buddy',
].join('\n');

async function runDoctor({
  url,
  cwd,
  inputs,
  env,
}: {
  readonly url: string;
  readonly cwd: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}): Promise<DoctorRun> {
  const run = await runBundle('doctor', {
    cwd,
    inputs: { token: 'job-token', tokens: TOKENS, 'registry-url': `${url}/registry/npm`, ...inputs },
    env: {
      GITHUB_API_URL: url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/releases',
      PIP_INDEX_URL: `${url}/registry/pypi/simple/`,
      ...env,
    },
  });
  const path = run.outputs.report;
  const seen = (
    path === undefined ? { findings: [] } : JSON.parse(await readFile(join(cwd, path), 'utf8'))
  ) as Examination;
  return { ...run, seen, problems: seen.findings.filter(({ severity }) => severity !== 'info').map(named) };
}

export function named({ check, subject }: DoctorFinding): string {
  return `${check} ${subject}`;
}
