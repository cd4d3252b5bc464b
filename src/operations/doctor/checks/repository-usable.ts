import { GitHubError } from '../../../platform/github/client/github-errors.ts';
import { findRepository, readRepository } from '../../../platform/github/repositories.ts';
import { areActionsOn } from '../../../platform/github/repository-settings.ts';
import type { CheckOf } from '../pass.ts';

const repositoryThere: CheckOf<'repository'> = {
  ...{ check: 'repository-there', area: 'repository', of: 'repository', gate: true },
  async run({ name, at }, { repositoryFor, serverUrl }) {
    if (await findRepository(repositoryFor(name))) return [];
    return [
      {
        severity: 'error',
        seen: `There is no repository ${name}, or the token may not see it: GitHub answers 404 for both.`,
        expected: 'a repository that the token for its owner reaches',
        fix: 'Correct the name, or give the token access to it.',
        link: `${serverUrl}/${name}`,
        ...(at && { at }),
      },
    ];
  },
};

/** Without a home everything else about it would say the same. */
const homeThere: CheckOf<'home'> = {
  ...{ check: 'repository-there', area: 'repository', of: 'home', gate: true },
  async run({ name, repository }, { serverUrl }) {
    if (await findRepository(repository)) return [];
    return [
      {
        severity: 'error',
        seen: `There is no repository ${name} to run trains in, or the token may not see it: GitHub answers 404 for both.`,
        expected: 'the repository that runs the trains',
        fix: 'Give the token access to it; in a terminal, name it with --repository OWNER/NAME.',
        link: `${serverUrl}/${name}`,
      },
    ];
  },
};

const repositoryName: CheckOf<'repository'> = {
  ...{ check: 'repository-name', area: 'repository', of: 'repository' },
  async run({ name, at }, { repositoryFor }) {
    const facts = await readRepository(repositoryFor(name));
    if (facts.name.toLowerCase() === name.toLowerCase()) return [];
    return [
      {
        severity: 'warning',
        seen: `${name} was renamed or transferred: it is ${facts.name} now. The old name may be given to another repository.`,
        expected: facts.name,
        fix: 'Write its new name:',
        paste: `repository: ${facts.name}`,
        ...(at && { at }),
      },
    ];
  },
};

const repositoryArchived: CheckOf<'repository'> = {
  ...{ check: 'repository-archived', area: 'repository', of: 'repository', gate: true },
  async run({ name, at }, { repositoryFor, serverUrl }) {
    const { isArchived } = await readRepository(repositoryFor(name));
    if (!isArchived) return [];
    return [
      {
        severity: 'error',
        seen: `${name} is archived: nothing runs in it, and nobody can push.`,
        expected: 'a repository that is not archived',
        fix: 'Unarchive it in its settings, or take its component out.',
        link: `${serverUrl}/${name}/settings`,
        ...(at && { at }),
      },
    ];
  },
};

const actionsOn: CheckOf<'repository'> = {
  ...{ check: 'actions-on', area: 'repository', of: 'repository', gate: true },
  async run({ name }, { repositoryFor, serverUrl, signal }) {
    try {
      if ((await areActionsOn(repositoryFor(name))) !== false) return [];
    } catch (error) {
      signal.throwIfAborted();
      // Only an administrator may read it: a workflow that is not active tells the same later.
      if (error instanceof GitHubError && error.status === 403) return [];
      throw error;
    }
    return [
      {
        severity: 'error',
        seen: `Actions are off in ${name}: no workflow can be started in it.`,
        expected: 'Actions on',
        fix: 'Allow Actions in its settings, or:',
        paste: `gh api -X PUT repos/${name}/actions/permissions -F enabled=true -f allowed_actions=all`,
        link: `${serverUrl}/${name}/settings/actions`,
      },
    ];
  },
};

export const repositoryChecks = [homeThere, repositoryThere, repositoryName, repositoryArchived, actionsOn] as const;
