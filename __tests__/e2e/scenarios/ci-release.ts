import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { GitStore } from '../../../simulator/core/git-store.ts';
import { thisBundle } from '../repositories/this-bundle.ts';
import { scenario } from '../scenario.ts';

const REPOSITORY = 'bundle/release-actions';

export default scenario(
  'ci-release, ci-check, ci-audit: a version pull request; merged, an immutable release of what is committed, and v1 moves',
  async ({ world }) => {
    world.addRepository(REPOSITORY, {
      ...(await thisBundle({ '.changeset/first.md': '---\n"release-actions": major\n---\n\nThe first release.\n' })),
      tags: ['v0.9.0'],
      vars: { ACCEPTANCE_UNPROVEN: 'there is no github.com here' },
    });
    const { git, pulls, releases } = world.github.repository(REPOSITORY);
    const push = () => world.startOn(REPOSITORY, 'ci-release.yml', { name: 'push' }).ended;

    const proposal = await push();
    assert.equal(proposal.conclusion, 'success', 'the run that proposes');
    assert.deepEqual(
      pulls.map((pull) => pull.head),
      ['changeset-release/main'],
    );
    const head = git.refs.get('refs/heads/changeset-release/main') ?? '';
    assert.match(textAt(git, head, 'CHANGELOG.md'), /## 1\.0\.0[^#]+### Major Changes[^#]+The first release\./);
    assert.equal(releases.length, 0);

    git.refs.set('refs/heads/main', head);
    const release = await push();
    assert.equal(release.conclusion, 'success', 'the run that releases');
    assert.match(release.log, /Not proven on github\.com: .* there is no github\.com here/);
    assert.partialDeepStrictEqual(releases, [{ tag: 'v1.0.0', draft: false, prerelease: false }]);
    for (const tag of ['v1.0.0', 'v1', 'v1.0']) assert.equal(git.refs.get(`refs/tags/${tag}`), head, tag);
    assert.notEqual(git.refs.get('refs/tags/v0.9.0'), head);
    const statement = JSON.parse(
      Buffer.from(release.artifacts.attestation?.['statement.json'] ?? []).toString(),
    ) as Statement;
    const main = statement.subject.find(({ name }) => name === 'index.js');
    const digest = createHash('sha256')
      .update(textAt(git, head, 'dist/index.js'))
      .digest('hex');
    assert.equal(main?.digest.sha256, digest, 'what was attested is what is committed');

    const again = await push();
    assert.equal(again.conclusion, 'success', 'a push with nothing to release');
    assert.equal(releases.length, 1);
    assert.match(again.log, /next: nothing/);
  },
  ['auditors'],
);

interface Statement {
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
}

function textAt(git: GitStore, commit: string, path: string): string {
  return git.blob(git.entryAt(git.resolve(commit)?.tree ?? '', path)?.sha ?? '')?.toString() ?? '';
}
