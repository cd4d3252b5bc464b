import { describe, expect, test } from '@jest/globals';
import { nextStep, notesOf, shortTags } from '../../scripts/release/plan.ts';
import { moveShortTags, publishRelease } from '../../scripts/release/publish.ts';
import type { RepositoryDefinition } from '../../simulator/types.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { openRepository } from '../../src/platform/github/repository.ts';
import { type Send, virtualWorld } from '../simulator/world.ts';
import { slow } from '../support/slow.ts';

describe('what a commit on main asks for', () => {
  test.each([
    ['version', { version: '1.2.0', changesets: ['config.json', 'README.md', 'calm-cat.md'], tags: [] }],
    ['release', { version: '1.2.0', changesets: ['config.json', 'README.md'], tags: ['v1.1.0', 'v1'] }],
    ['nothing', { version: '1.2.0', changesets: ['config.json'], tags: ['v1.2.0'] }],
    ['version', { version: '1.2.0-beta.1', changesets: ['pre'], prerelease: 'exit', tags: ['v1.2.0-beta.1'] }],
    ['release', { version: '1.2.0-beta.1', changesets: ['pre'], prerelease: 'pre', tags: ['v1.1.0'] }],
    ['nothing', { version: '0.0.0', changesets: [], tags: [] }],
  ])('%s', (step, standing) => {
    expect(nextStep(standing)).toBe(step);
  });
});

describe('the short tags of a release', () => {
  test.each([
    ['1.2.3', ['v1.2.2', 'v1', 'v1.2'], ['v1', 'v1.2']],
    ['1.0.0', [], ['v1', 'v1.0']],
    ['1.2.3', ['v1.2.3', 'v2.0.0'], ['v1', 'v1.2']],
    ['1.2.3', ['v1.10.0'], ['v1.2']],
    ['1.2.3', ['v1.2.10'], []],
    ['2.0.0-rc.1', ['v1.0.0'], []],
    ['1.3.0', ['v1.4.0-beta.1'], ['v1', 'v1.3']],
    ['0.4.0', [], ['v0.4']],
  ])('%s after %j: %j', (version, tags, moved) => {
    expect(shortTags(version, tags)).toEqual(moved);
  });

  test('something else is no version', () => {
    expect(() => shortTags('1.2', [])).toThrow('"1.2" is not a SemVer version');
  });
});

describe('the notes of a release', () => {
  const changelog = '# release-actions\n\n## 1.10.0\n\n### Minor\n\n- New.\n\n## 1.1.0\n\n- Old.\n';

  test('are its section of the changelog', () => {
    expect(notesOf(changelog, '1.10.0')).toBe('### Minor\n\n- New.');
    expect(notesOf(changelog, '1.1.0')).toBe('- Old.');
  });

  test('that are missing are a fault', () => {
    expect(() => notesOf(changelog, '1.2.0')).toThrow('no section ## 1.2.0');
  });
});

describe('publishing on the embedded GitHub', () => {
  const repository = 'acme/release-actions';

  function world(definition: Partial<RepositoryDefinition> = {}) {
    const { clock, github, send, run } = virtualWorld(
      {},
      {
        owner: 'acme',
        name: 'release-actions',
        files: { 'a.txt': 'a' },
        immutableReleases: true,
        ...definition,
      },
    );
    const client = createClient({
      token: staticToken('secret'),
      apiUrl: github.url,
      clock,
      transport: github.transport,
    });
    const at = async (ref: string) => (await send('GET', `/repos/${repository}/git/ref/${ref}`)).body.object?.sha;
    const head = async () => String(await at('heads/main'));
    return { repository: openRepository(client, repository), run, send, at, head };
  }

  const notes = '- New.';

  slow('makes the tag and the release at the commit, and then moves the short tags', async () => {
    const { repository, run, send, at, head } = world({ tags: ['v1', 'v1.1.0'] });
    await run(async () => {
      await commit(send);
      const sha = await head();
      const publication = { sha, version: '1.2.0', notes };
      expect(await publishRelease(repository, publication)).toBe('v1.2.0');
      expect(await at('tags/v1')).not.toBe(sha);
      expect(await moveShortTags(repository, publication)).toEqual(['v1', 'v1.2']);
      for (const tag of ['v1.2.0', 'v1', 'v1.2']) expect(await at(`tags/${tag}`)).toBe(sha);
      const release = await send('GET', `/repos/${repository}/releases/tags/v1.2.0`);
      expect(release.body).toMatchObject({ draft: false, immutable: true, prerelease: false, body: notes });
    });
  });

  test('moves a short tag whose commit is not behind the release', async () => {
    const { repository, run, send, at, head } = world();
    await run(async () => {
      const sha = await head();
      await send('POST', `/repos/${repository}/git/refs`, { ref: 'refs/heads/side', sha });
      await commit(send, 'side');
      await send('POST', `/repos/${repository}/git/refs`, { ref: 'refs/tags/v1', sha: await at('heads/side') });
      const publication = { sha, version: '1.2.0', notes };
      await publishRelease(repository, publication);
      await moveShortTags(repository, publication);
      expect(await at('tags/v1')).toBe(sha);
    });
  });

  test('goes on where it broke off, and changes nothing when all is done', async () => {
    const { repository, run, send, head } = world({ releases: [{ tag: 'v0.9.0' }] });
    await run(async () => {
      const publication = { sha: await head(), version: '1.2.0', notes };
      await send('POST', `/repos/${repository}/releases`, {
        tag_name: 'v1.2.0',
        target_commitish: 'main',
        draft: true,
      });
      for (const _ of [1, 2]) {
        expect(await publishRelease(repository, publication)).toBe('v1.2.0');
        expect(await moveShortTags(repository, publication)).toEqual(['v1', 'v1.2']);
      }
      expect((await send('GET', `/repos/${repository}/releases`)).body).toHaveLength(2);
    });
  });

  test('refuses a version that is tagged at another commit', async () => {
    const { repository, run, send, head } = world({ tags: ['v1.2.0'] });
    await run(async () => {
      await commit(send);
      const publication = { sha: await head(), version: '1.2.0', notes };
      await expect(publishRelease(repository, publication)).rejects.toThrow('raise it by a changeset');
      expect((await send('GET', `/repos/${repository}/releases`)).body).toHaveLength(0);
    });
  });

  test('a release that can still be changed moves no short tag', async () => {
    const { repository, run, at, head } = world({ immutableReleases: false });
    await run(async () => {
      const publication = { sha: await head(), version: '1.2.0', notes };
      await expect(publishRelease(repository, publication)).rejects.toThrow('Turn on immutable releases');
      await expect(moveShortTags(repository, publication)).rejects.toThrow('can still be changed');
      expect(await at('tags/v1')).toBeUndefined();
    });
  });

  test('a version that is not released moves no short tag', async () => {
    const { repository, run, head } = world();
    await run(async () => {
      const publication = { sha: await head(), version: '1.2.0' };
      await expect(moveShortTags(repository, publication)).rejects.toThrow('404');
    });
  });
});

async function commit(send: Send, branch = 'main'): Promise<void> {
  const path = '/repos/acme/release-actions/contents/b.txt';
  const content = Buffer.from('b').toString('base64');
  const { status } = await send('PUT', path, { message: 'Add b', content, branch });
  expect(status).toBe(201);
}
