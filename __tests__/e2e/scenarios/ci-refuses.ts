import assert from 'node:assert/strict';
import { thisBundle } from '../repositories/this-bundle.ts';
import { scenario } from '../scenario.ts';

const UNPINNED = `name: Unpinned
on: push
permissions: {}
jobs:
  one:
    name: One
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: somebody/something@main
`;

const REPOSITORY = 'stale/release-actions';

export default scenario(
  'ci-release, ci-audit: where dist is stale, nothing is tagged and nothing is released; an unpinned action is found',
  async ({ world }) => {
    const { files, ...others } = await thisBundle();
    const pending = /^\.changeset\/(?!README).*\.md$/;
    const released = Object.entries(files).filter(([path]) => !pending.test(path));
    world.addRepository(REPOSITORY, {
      ...others,
      files: {
        ...Object.fromEntries(released),
        'package.json': (files['package.json'] ?? '').replace(/"version": "[^"]+"/, '"version": "1.0.0"'),
        'CHANGELOG.md': '# release-actions\n\n## 1.0.0\n\nThe first.\n',
        'dist/index.js': `${files['dist/index.js']}\n// Somebody was here.\n`,
      },
    });
    const run = await world.startOn(REPOSITORY, 'ci-release.yml', { name: 'push' }).ended;
    assert.equal(run.conclusion, 'failure');
    assert.match(run.log, /next: release/);
    assert.match(run.log, /dist\/index\.js is not what the sources give/);
    const { git, releases } = world.github.repository(REPOSITORY);
    assert.deepEqual([...git.refs.keys()], ['refs/heads/main']);
    assert.deepEqual(releases, []);

    world.github.commit(REPOSITORY, 'main', { '.github/workflows/unpinned.yml': UNPINNED });
    const audit = await world.startOn(REPOSITORY, 'ci-audit.yml', { name: 'push' }).ended;
    assert.equal(audit.conclusion, 'failure', 'the audit');
    assert.match(audit.log, /unpinned-uses[\s\S]+unpinned\.yml/);
  },
  ['auditors'],
);
