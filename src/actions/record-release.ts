import { resolve } from 'node:path';
import { verifyRelease } from '../packages/publish/handed-over.ts';
import { createReleases, type MadeRelease, pushCommit, pushTags } from '../packages/publish/record.ts';
import { parsePublished, recordable } from '../packages/publish/recordable.ts';
import { type HandedRelease, type PackedPackage, readRelease } from '../packages/publish/release-folder.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { data, oneOf, optional, secret, text, url } from '../platform/runner/inputs.ts';
import { code, link } from '../platform/text/markdown.ts';
import { chosenChecks, chosenVersion, knownRelease } from './setup/known-release.ts';
import { openOwnRepository } from './setup/own-repository.ts';

/** Leaves the traces of a release that is published: the commit on its branch, the tags, the GitHub releases. */
export default defineAction({
  inputs: {
    folder: optional(text, 'release'),
    ...chosenVersion,
    branch: optional(text),
    'on-branch-failure': optional(oneOf('fail', 'warn'), 'fail'),
    published: optional(data),
    token: secret(optional(text)),
    'api-url': optional(url),
  },
  checks: [...chosenChecks, ({ published }) => published === undefined || parsePublished(published)],
  besides: [({ folder }, { workspace }) => readRelease(resolve(workspace, folder), folder)],
  async run(
    { folder: given, branch, onBranchFailure, published, version, releaseType, prereleaseId, ...connection },
    runner,
  ) {
    const { workspace, log, outputs, signal } = runner;
    const folder = resolve(workspace, given);
    const whole = await readRelease(folder, given);
    verifyRelease(whole, await knownRelease({ version, releaseType, prereleaseId }, runner));
    const release = published === undefined ? whole : await onlyPublished(whole, parsePublished(published), runner);
    const { repository, gitOptions } = openOwnRepository(connection, runner);
    const record = { folder, gitOptions, log };
    await pushTags(release, record);
    const made = await createReleases(repository, release.packages, { signal, log });
    if (release.head !== release.commit && branch !== undefined) {
      await pushCommit(release.head, branch, { ...record, onFailure: onBranchFailure });
    }
    await outputs.set(
      'tags',
      release.packages.map(({ tag }) => tag),
    );
    if (made.length > 0) await outputs.summarise(releasesMarkdown(made, release.packages));
  },
});

/** The releases with their addresses; of one that GitHub refused, its notes, so that a person can make it. */
function releasesMarkdown(made: readonly MadeRelease[], packages: readonly PackedPackage[]): string {
  const links = made.map((one) =>
    'url' in one ? `- ${link(one.tag, one.url)}` : `- ${code(one.tag)}: not made, see below`,
  );
  const left = made.flatMap(({ tag, ...one }) => {
    const notes = packages.find((pkg) => pkg.tag === tag)?.notes ?? '';
    return 'refused' in one ? [`#### To be made by hand: ${code(tag)}\n\n${notes}`] : [];
  });
  return [`### Releases\n\n${links.join('\n')}`, ...left].join('\n\n');
}

async function onlyPublished(
  release: HandedRelease,
  accepted: ReturnType<typeof parsePublished>,
  { workspace, env, log, clock, signal }: Runner,
): Promise<HandedRelease> {
  const { lookUp } = cliRegistry({ cwd: workspace, env, signal });
  const { published, missing } = await recordable(release, accepted, { lookUp, clock, signal });
  for (const { name, version } of missing)
    log.notice(`${name}@${version} is not published yet, so it gets no tag yet.`);
  return { ...release, packages: published };
}
