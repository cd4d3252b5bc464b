import { code, codeBlock, escapeMarkdown, link, table } from '../../../platform/text/markdown.ts';
import { listed } from '../../../platform/text/wording.ts';
import type { FileOutcome, InstallOutcome } from './install.ts';

/** What is left to do by hand once a template is there. */
const AFTERWARDS: Readonly<Record<string, (repository: string, docs: string) => string>> = {
  'release.yml': (repository, docs) =>
    `Make the environment \`npm\` in the settings, and set the trusted publisher up: \`npm trust github PACKAGE --repo ${repository} --file release.yml --env npm --allow-publish\` (npm 11.15 or later). [How it works](${docs}/release.md)`,
  'release-python.yml': (repository, docs) =>
    `Make the environment \`pypi\` in the settings, and add the trusted publisher on PyPI: ${repository}, its workflow file, environment \`pypi\`. [How it works](${docs}/release.md#a-python-package)`,
  'release-changesets.yml': (repository, docs) =>
    `Look at the lines under \`env\`. Make the environments \`npm\` (and \`pypi\`) in the settings, and set the trusted publishers up: \`npm trust github PACKAGE --repo ${repository} --file release.yml --env npm --allow-publish\`. [How it works](${docs}/release-changesets.md)`,
  'deploy-backend.yml': (_, docs) =>
    `Write \`ci/deploy\`, and store the secrets \`DEPLOY_TOKEN\` (of each environment) and \`TRAIN_TOKEN\` (Contents: write on the repository of the manifest). [How it works](${docs}/deploy.md)`,
  'deploy-frontend.yml': (_, docs) =>
    `Write \`ci/build\` and the \`ci/deploy-…\` of each platform, take the jobs of others out, and store the secret \`DEPLOY_TOKEN\` of each environment. [How it works](${docs}/deploy.md)`,
  'rollback.yml': (_, docs) =>
    `Write \`ci/rollback\`: it runs again what ran before, and builds nothing. [How it works](${docs}/deploy.md)`,
  'security-scan.yml': (_, docs) =>
    `Turn the dependency graph on in the settings. [How it works](${docs}/security-scan.md)`,
  'deploy-service.yml': (_, docs) =>
    `Fill in what is its own: the addresses, \`deploy.sh\` and \`service.yml\`; take the example under \`suites\` out. Store the secrets \`REGISTRY_TOKEN\` and \`DEPLOY_TOKEN\`. [How it works](${docs}/services.md)`,
  'cross-repo-deploy.yml': (_, docs) =>
    `Store the secrets that its \`tokens\` name: for each owner a token with Actions: write and Contents: read. [How it works](${docs}/deploy.md)`,
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
  unfit: 'no template is for it:',
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
    [...files.map((one) => `${code(one.path)}: ${standingWords(one)}`), ...(why ? [escapeMarkdown(why)] : [])].join(
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

function standingWords({ standing, why }: FileOutcome): string {
  return why === undefined ? standing : escapeMarkdown(`no template (${why})`);
}

/** What became of a repository, and what of it no template is for. */
export function outcomeWords({ repository, outcome, pull, why, files }: InstallOutcome): string[] {
  const unfit = files.flatMap(({ path, why }) =>
    why === undefined ? [] : [`${repository}: no template for ${path}: ${why}.`],
  );
  return [`${repository}: ${OUTCOMES[outcome]}${why ? ` (${why})` : ''}${pull ? `: ${pull.url}` : '.'}`, ...unfit];
}
