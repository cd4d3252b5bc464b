import assert from 'node:assert/strict';
import { eventForgeFiles, PACKAGES } from '../repositories/event-forge.ts';
import { template } from '../repositories/templates.ts';
import { scenario } from '../scenario.ts';

const REPOSITORY = 'forge-fails/event-forge';

export default scenario(
  'template release-changesets: where a test fails, nothing is published and nothing is tagged',
  async ({ world }) => {
    for (const name of PACKAGES) world.npm.publishers.set(name, { repository: REPOSITORY, workflow: 'release.yml' });
    const files = Object.entries(await eventForgeFiles()).filter(([path]) => !/^\.changeset\/.*\.md$/.test(path));
    const text = await template('release-changesets.yml', {
      'PYTHON_PACKAGE: event-forge-inbox-outbox': 'PYTHON_PACKAGE: ""',
    });
    world.addRepository(REPOSITORY, {
      files: {
        ...Object.fromEntries(files),
        '.github/workflows/release.yml': text,
        'late.test.js':
          "import { test } from 'node:test';\n\ntest('one that fails', () => { throw new Error('not today'); });\n",
      },
    });
    const release = await world.startOn(REPOSITORY, 'release.yml', { name: 'push' }).ended;
    assert.equal(release.conclusion, 'failure');
    assert.match(release.log, /not today/);
    assert.deepEqual(world.npm.exchanges, []);
    const { git } = world.github.repository(REPOSITORY);
    assert.deepEqual([...git.refs.keys()], ['refs/heads/main']);
  },
);
