import { describe, expect, test } from '@jest/globals';
import { type ComponentRow, rowOf, type SeenComponent } from '../../../src/operations/status/component-row.ts';
import type { Run } from '../../../src/platform/github/runs.ts';
import type { Component } from '../../../src/train/manifest/manifest.ts';

const component: Component = {
  id: 'core',
  repository: 'acme/core',
  dispatch: { workflow: 'release.yml' },
  needs: [],
  inputs: {},
  timeoutMs: 1_000,
  compatible: {},
  health: [],
};

interface World {
  readonly tags?: readonly string[];
  readonly served?: readonly string[];
  readonly ahead?: number;
  readonly runs?: readonly (readonly [status: string, conclusion?: string])[];
  readonly branch?: string;
  readonly component?: Partial<Component>;
  readonly more?: Partial<SeenComponent>;
  readonly hasMoreTags?: boolean;
  readonly head?: string | null;
}

function row({
  tags = ['v1.2.0'],
  served,
  ahead = 0,
  runs = [['completed', 'success']],
  ...world
}: World): ComponentRow {
  const head = {
    url: 'https://github.test/acme/core',
    defaultBranch: 'main',
    head: world.head === null ? undefined : 'f'.repeat(40),
    text: world.branch === undefined ? undefined : JSON.stringify({ version: world.branch }),
    tags: tags.map((name) => ({ name, commit: 'e'.repeat(40) })),
    hasMoreTags: world.hasMoreTags ?? false,
    archived: false,
  };
  return rowOf({
    component: { ...component, ...world.component },
    sharesRepository: false,
    head: { value: head },
    ...(served && { served: { value: served } }),
    ahead: { value: ahead },
    runs: { value: runs.map(runOf) },
    ...world.more,
  });
}

function runOf([status, conclusion]: readonly [string, string?], index: number): Run {
  const at = '2026-11-20T10:00:00Z';
  const common = { name: '', displayTitle: '', event: 'push', headBranch: 'main', headSha: '', path: '', actor: '' };
  const times = { createdAt: at, updatedAt: at, startedAt: at };
  return {
    ...common,
    ...times,
    id: 9 - index,
    url: `https://github.test/runs/${9 - index}`,
    status,
    conclusion,
    attempt: 1,
  };
}

describe('the state of a component', () => {
  test.each<[string, World, ComponentRow['state'], string]>([
    ['nothing to release', {}, 'current', ''],
    ['registry and tag agree', { served: ['1.1.0', '1.2.0'] }, 'current', ''],
    ['commits that no release has', { ahead: 3 }, 'unreleased', ''],
    ['a hundred thousand of them', { ahead: 100_000 }, 'unreleased', ''],
    ['the tag is ahead', { served: ['1.1.0'] }, 'drift', '1.2.0 is tagged, but the registry is at 1.1.0.'],
    ['the registry is ahead', { served: ['1.3.0'] }, 'drift', 'The registry is at 1.3.0, but the last tag is 1.2.0.'],
    ['a tag without a package', { served: [] }, 'drift', 'the registry serves nothing'],
    ['a branch below the tag', { branch: '1.1.0' }, 'drift', 'The branch says 1.1.0'],
    ['a placeholder is no version', { branch: '0.0.0-development' }, 'current', ''],
    ['a branch ahead is as it goes', { branch: '1.3.0', ahead: 1 }, 'unreleased', ''],
    [
      'a prerelease is no drift',
      { tags: ['v1.2.0', 'v1.3.0-beta.1'], served: ['1.2.0', '1.3.0-beta.1'] },
      'current',
      '',
    ],
    ['the last run failed', { runs: [['completed', 'failure']] }, 'failing', ''],
    ['it failed, and is tried again now', { runs: [['in_progress'], ['completed', 'failure']] }, 'failing', ''],
    [
      'a cancelled run failed at nothing',
      {
        runs: [
          ['completed', 'cancelled'],
          ['completed', 'success'],
        ],
      },
      'current',
      '',
    ],
    ['no tag at all', { tags: [] }, 'never-released', ''],
    ['tags of others only', { tags: ['other-v1.0.0'] }, 'never-released', ''],
    [
      'too many tags',
      { tags: ['nightly'], hasMoreTags: true },
      'unknown',
      'None of its 1 newest tags names a version of it',
    ],
    ['served without a tag', { tags: [], served: ['1.0.0'] }, 'unknown', 'No tag names a version of it'],
    ['a hidden repository', { more: { head: { unknown: 'Could not resolve.' } } }, 'unknown', 'Could not resolve.'],
    ['an unread registry', { more: { served: { unknown: 'No answer.' } } }, 'unknown', 'No answer.'],
    ['an unread comparison', { more: { ahead: { unknown: 'It timed out.' } } }, 'unknown', 'It timed out.'],
    ['unread runs', { more: { runs: { unknown: 'Actions: read is missing.' } } }, 'unknown', 'Actions: read'],
    ['a ref that is gone', { component: { ref: 'next' }, head: null }, 'unknown', 'There is no next.'],
    [
      'worse than unknown',
      { runs: [['completed', 'failure']], more: { served: { unknown: 'No answer.' } } },
      'failing',
      'No answer.',
    ],
    ['another line does not count', { tags: ['v1.2.0', 'v2.0.0'], component: { line: '1.x' } }, 'current', ''],
  ])('%s', (_, world, state, why) => {
    const found = row(world);
    expect({ state: found.state, why: found.why.join(' ') }).toEqual({ state, why: expect.stringContaining(why) });
    if (why === '') expect(found.why).toEqual([]);
  });

  test('its figures', () => {
    expect(row({ ahead: 2, served: ['1.2.0'], branch: '1.2.0' })).toEqual({
      id: 'core',
      repository: 'acme/core',
      url: 'https://github.test/acme/core',
      ref: 'main',
      needs: [],
      state: 'unreleased',
      why: [],
      registry: '1.2.0',
      tag: 'v1.2.0',
      tagged: '1.2.0',
      branch: '1.2.0',
      unreleased: 2,
      compareUrl: 'https://github.test/acme/core/compare/v1.2.0...main',
      lastRun: { url: 'https://github.test/runs/9', status: 'success', at: '2026-11-20T10:00:00Z' },
    });
  });
});
