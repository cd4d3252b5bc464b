import { writeFile } from 'node:fs/promises';
import { pathInside } from '../platform/files/path-inside.ts';
import { downloadSource } from '../platform/github/source-archive.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, repository, required, text } from '../platform/runner/inputs.ts';
import { connectionInputs, connectTo, verifyApp } from './setup/connect-github.ts';

/** Fetches the files of a commit of another repository as an archive. Nothing of it is unpacked or run here. */
export default defineAction({
  inputs: {
    ...connectionInputs,
    repository: required(repository),
    sha: required(text),
    path: optional(text, 'source.tar.gz'),
  },
  checks: [
    verifyApp,
    (given, runner) => connectTo(given.repository, given, runner),
    ({ path }, runner) => pathInside([runner.workspace, runner.env.RUNNER_TEMP], path),
  ],
  async run({ repository: name, sha, path, ...connection }, runner) {
    const bytes = await downloadSource(connectTo(name, connection, runner), sha, { signal: runner.signal });
    await writeFile(await pathInside([runner.workspace, runner.env.RUNNER_TEMP], path), bytes);
    runner.log.info(`${name}@${sha.slice(0, 7)}: ${Math.ceil(bytes.length / 1024)} kB in ${path}.`);
  },
});
