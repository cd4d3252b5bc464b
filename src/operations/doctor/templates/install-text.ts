import { code, codeBlock, escapeMarkdown, link, table } from '../../../platform/text/markdown.ts';
import { listed } from '../../../platform/text/wording.ts';
import type { FileOutcome, InstallOutcome } from './install.ts';

/** What is left to do by hand once a template is there. */
const AFTERWARDS: Readonly<Record<string, (repository: string, docs: string) => string>> = {
  'release.yml': (repository, docs) =>
    `Make the environment \`npm\` in the settings, and set the trusted publisher up: \`npm trust github PACKAGE --repo ${repository} --file release.yml --env npm --allow-publish\` (npm 11.15 or later). [How it works](${docs}/release.md)`,
  'release-train.yml': (_, docs) =>
    `Store the secrets that its \`tokens\` name: for each owner a token with Actions: write and Contents: read. [How it works](${docs}/train.md)`,
  'doctor.yml': (_, docs) => `It uses the same secrets as the train. [How it works](${docs}/doctor.md)`,
  'trigger-hub.yml': (_, docs) =>
    `Store the secret \`HUB_TOKEN\`: a fine-grained token with Contents: write on the hub alone. [How it works](${docs}/hub.md)`,
  'hub.yml': (_, docs) =>
    `Store the secrets that it names, and write your build and deploy commands. [How it works](${docs}/hub.md)`,
};

/** Title and body of the pull request. */
export function pullText(
  files: readonly FileOutcome[],
  { repository, version, bundle }: { readonly repository: string; readonly version: string; readonly bundle: string },
): { readonly title: string; readonly body: string } {
  const written = files.filter(({ writes }) => writes !== undefined);
  const names = [...new Set(written.map(({ template }) => template))];
  const isNew = written.every(({ standing }) => standing === 'missing');
  const todo = names.flatMap(
    (name) => AFTERWARDS[name]?.(repository, `https://github.com/${bundle}/blob/v1/docs`) ?? [],
  );
  const beside = written.filter(({ standing }) => standing === 'changed');
  const body = [
    written
      .map(({ writes = '', template, standing }) => `- ${code(writes)}: ${WORDS[standing]} ${code(template)}`)
      .join('\n'),
    ...beside.flatMap(({ path, writes = '', diff }) => [
      `${code(path)} was changed since it was installed, so it stays as it is. The new template is beside it; take over what you want, and remove ${code(writes)}:`,
      codeBlock(diff, 'diff'),
    ]),
    ...(isNew && todo.length > 0 ? ['**Afterwards**', todo.map((one) => `- ${one}`).join('\n')] : []),
    `_Opened by the doctor of release-actions. Pins are kept. Close it and keep the branch, and it is not opened again._`,
  ].join('\n\n');
  return { title: `${isNew ? 'Add' : 'Update'} ${listed(names)} of release-actions ${version}`, body };
}

const WORDS: Readonly<Record<FileOutcome['standing'], string>> = {
  missing: 'new, from',
  behind: 'brought up to date from',
  changed: 'to compare with, from',
  current: 'as it should be, from',
  own: 'your own, instead of',
};

const OUTCOMES: Readonly<Record<InstallOutcome['outcome'], string>> = {
  nothing: 'nothing to do',
  'would-open': 'would open a pull request',
  opened: 'pull request opened',
  updated: 'pull request brought up to date',
  declined: 'declined',
  failed: 'failed',
};

/** The pass as Markdown: a row a repository, and the diffs of a dry run. */
export function installMarkdown(outcomes: readonly InstallOutcome[], dryRun: boolean): string {
  const rows = outcomes.map(({ repository, outcome, pull, why, files }) => [
    escapeMarkdown(repository),
    pull ? link(`${OUTCOMES[outcome]} #${pull.number}`, pull.url) : OUTCOMES[outcome],
    [...files.map(({ path, standing }) => `${code(path)}: ${standing}`), ...(why ? [escapeMarkdown(why)] : [])].join(
      '<br>',
    ),
  ]);
  const diffs = outcomes.flatMap(({ repository, files }) =>
    files.filter(({ diff, writes }) => diff !== '' && writes !== undefined).map((one) => ({ repository, ...one })),
  );
  return [
    `### Templates${dryRun ? ' (dry run: nothing was written)' : ''}`,
    table(['Repository', 'Outcome', 'Files'], rows),
    ...(dryRun
      ? diffs.flatMap(({ repository, writes = '', diff }) => [
          `<details><summary>${escapeMarkdown(`${repository}: ${writes}`)}</summary>`,
          codeBlock(diff, 'diff'),
          '</details>',
        ])
      : []),
  ].join('\n\n');
}

export function outcomeWords({ repository, outcome, pull, why }: InstallOutcome): string {
  return `${repository}: ${OUTCOMES[outcome]}${pull ? ` ${pull.url}` : ''}${why ? ` (${why})` : ''}.`;
}
