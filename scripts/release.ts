/**
 * The steps of ci-release.yml that are ours: plan (what does this commit ask for?), publish (the release of the version in
 * package.json) and move-tags (v1 and v1.2 to that release). Reads GITHUB_TOKEN and the runner's environment.
 */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../src/platform/errors.ts';
import { staticToken } from '../src/platform/github/auth/tokens.ts';
import { createClient } from '../src/platform/github/client/client.ts';
import { gitHubTransport } from '../src/platform/github/client/github-network.ts';
import { listTags } from '../src/platform/github/releases.ts';
import { openRepository } from '../src/platform/github/repository.ts';
import { realClock } from '../src/platform/time/clock.ts';
import { mistake, readArguments } from './arguments.ts';
import { root } from './project.ts';
import { nextStep, notesOf } from './release/plan.ts';
import { moveShortTags, publishRelease } from './release/publish.ts';

const [command = ''] = readArguments({}, { most: 1 }).words;
const { version } = JSON.parse(read('package.json')) as { version: string };

const commands: Readonly<Record<string, () => Promise<string>>> = {
  async plan() {
    const tags = (await listTags(repository(), { limit: 10_000 })).map(({ name }) => name);
    const changesets = readdirSync(join(root, '.changeset'));
    const pre: { mode?: string } = changesets.includes('pre.json') ? JSON.parse(read('.changeset/pre.json')) : {};
    const step = nextStep({ version, changesets, prerelease: pre.mode, tags });
    appendFileSync(variable('GITHUB_OUTPUT'), `step=${step}\n`);
    return `package.json says ${version}; next: ${step}`;
  },
  async publish() {
    const tag = await publishRelease(repository(), { ...publication(), notes: notesOf(read('CHANGELOG.md'), version) });
    return `${tag} is released, and cannot be changed any more`;
  },
  async 'move-tags'() {
    const moved = await moveShortTags(repository(), publication());
    return moved.length > 0 ? `${moved.join(' and ')} now name v${version}` : `No short tag is to name v${version}`;
  },
};

const run = commands[command];
if (run === undefined) {
  mistake(`${command || 'A step'}: expected one of ${Object.keys(commands).join(', ')}`);
} else {
  await run().then(console.log, (error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
  });
}

function publication() {
  return { sha: variable('GITHUB_SHA'), version };
}

function repository() {
  const apiUrl = variable('GITHUB_API_URL');
  const token = staticToken(variable('GITHUB_TOKEN'));
  const transport = gitHubTransport(process.env);
  const client = createClient({ token, apiUrl, clock: realClock, transport });
  return openRepository(client, variable('GITHUB_REPOSITORY'));
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
