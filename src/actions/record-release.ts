import { resolve } from 'node:path';
import { createReleases, pushCommit, pushTags } from '../packages/publish/record.ts';
import { readRelease } from '../packages/publish/release-folder.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, secret, text, url } from '../platform/runner/inputs.ts';
import { link } from '../platform/text/markdown.ts';
import { openOwnRepository } from './setup/own-repository.ts';

/** Leaves the traces of a release that is published: the commit on its branch, the tags, the GitHub releases. */
export default defineAction({
  inputs: {
    folder: optional(text, 'release'),
    branch: optional(text),
    token: secret(optional(text)),
    'api-url': optional(url),
  },
  async run({ folder: given, branch, ...connection }, runner) {
    const { workspace, log, outputs, signal } = runner;
    const folder = resolve(workspace, given);
    const release = await readRelease(folder, given);
    const { repository, client, gitOptions } = openOwnRepository(connection, runner);
    const record = { folder, gitOptions, log };
    // The tag is the mark of what is done, so it comes last; but a commit of our own gets to GitHub by its tag only.
    const ownCommit = release.head !== release.commit;
    if (ownCommit) await pushTags(release, record);
    const urls = await createReleases(client, repository, release, { signal, log });
    if (!ownCommit) await pushTags(release, record);
    else if (branch !== undefined) await pushCommit(release.head, branch, record);
    await outputs.set(
      'tags',
      release.packages.map(({ tag }) => tag),
    );
    const links = release.packages.map(({ tag }, index) => `- ${link(tag, urls[index])}`);
    if (links.length > 0) await outputs.summarise(`### Releases\n\n${links.join('\n')}`);
  },
});
