/**
 * What the changesets of a workspace would release, and in which order, by the built bundle and without GitHub. Nothing is written.
 *
 *   npm run plan [-- --folder FOLDER]   FOLDER is the workspace; it counts from where you are, which it is where it is not given
 *   npm run plan -- --markdown          prints it as the comment that a pull request would get
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderFromHere, mistake, readArguments } from './arguments.ts';
import { startStep } from './demo/step.ts';
import { readableMarkdown } from './terminal/readable-markdown.ts';

const { values } = readArguments({ folder: { type: 'text', default: '.' }, markdown: { type: 'flag' } });
const workspace = folderFromHere('--folder', values.folder);
if (!existsSync(join(workspace, '.changeset')))
  mistake(
    `${workspace} has no folder .changeset`,
    'Go into a workspace on changesets, or name it with --folder; `npx @changesets/cli init` makes one.',
  );
// Nobody is asked with it: all that counts here stands in the workspace.
const inputs = { source: 'changesets', token: 'not-needed-here' };
const { ended } = startStep('plan-release', { workspace, env: { GITHUB_REPOSITORY: 'here/here' }, inputs });
const { exitCode, summary } = await ended;
if (summary !== '') console.log(`\n${values.markdown ? summary.trim() : readableMarkdown(summary)}`);
process.exitCode = exitCode ?? 1;
