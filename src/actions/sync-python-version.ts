import { channelsFrom, parseStrictly } from '../packages/python/from-semver.ts';
import { planSync, readProjects, type SyncPlan } from '../packages/python/sync.ts';
import { parsePackageJson } from '../packages/workspace/package-json.ts';
import { UserError } from '../platform/errors.ts';
import { openWorkspace } from '../platform/files/folder-tree.ts';
import { defineAction } from '../platform/runner/action.ts';
import { flag, lines, map, optional, text } from '../platform/runner/inputs.ts';
import type { Log } from '../platform/runner/log.ts';
import { code, escapeMarkdown, table } from '../platform/text/markdown.ts';

/** Writes the version of an npm package into the Python projects that are released with it. */
export default defineAction({
  inputs: {
    from: optional(text, 'package.json'),
    version: optional(text),
    previous: optional(text),
    to: optional(lines),
    channels: optional(map, {}),
    check: optional(flag, false),
  },
  checks: [
    ({ channels }) => channelsFrom(channels),
    async ({ from, version }, { workspace }) => parseStrictly(version ?? (await packageVersion(workspace, from))),
    ({ to }, { workspace }) => readProjects({ workspace, to }),
  ],
  async run({ from, version, previous, to, channels, check }, { workspace, log, outputs, signal }) {
    const plan = await planSync({
      workspace,
      version: version ?? (await packageVersion(workspace, from)),
      previous,
      to,
      channels: channelsFrom(channels),
      signal,
    });
    await outputs.set('version', plan.version);
    for (const note of plan.notes) log.info(note);
    if (!check) await plan.write();
    await outputs.set('changed', plan.files.length > 0);
    await outputs.set('files', plan.files);
    await outputs.summarise(summaryOf(plan, check));
    if (plan.files.length === 0) return log.info(`Nothing to write for ${plan.version}.`);
    if (check) await failWithDiff(plan, log);
    for (const { file, name, from, to } of plan.edits) log.info(`${file}: ${name} ${from} → ${to}`);
  },
});

async function failWithDiff({ version, files, diff }: SyncPlan, log: Log): Promise<never> {
  await log.group('What would change', () => log.info(diff));
  throw new UserError(
    `The Python version is not in step: expected ${version} in ${files.join(', ')}. ` +
      'Run sync-python-version without check, after the npm version was raised, and commit what it changes.',
  );
}

async function packageVersion(workspace: string, from: string): Promise<string> {
  const hint = 'Expected a package.json; name it in the input from, or give the version itself in the input version.';
  const file = await (await openWorkspace(workspace)).read(from);
  if (!file) throw new UserError(`The version cannot be read: there is no file ${JSON.stringify(from)}. ${hint}`);
  const { version } = await parsePackageJson(file.text, file.shown, (message, place) => ({
    message: `${file.shown} ${message.startsWith('not valid') ? 'is ' : ''}${message} ${hint}`,
    file: file.shown,
    ...place,
  }));
  if (version !== undefined) return version;
  throw new UserError({ message: `${file.shown} has no "version". ${hint}`, file: file.shown });
}

function summaryOf({ version, edits, notes }: SyncPlan, check: boolean): string {
  const title = `### Python version ${code(version)}`;
  const rows = edits.map(({ file, name, from, to }) => [code(file), code(name), code(from), code(to)]);
  const body =
    edits.length > 0
      ? table(['File', 'Place', check ? 'Found' : 'From', check ? 'Expected' : 'To'], rows)
      : 'Nothing to write.';
  return [title, body, ...notes.map((note) => `- ${escapeMarkdown(note)}`)].join('\n\n');
}
