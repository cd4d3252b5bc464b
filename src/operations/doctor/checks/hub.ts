import { directoryTree } from '../../../packages/workspace/source-tree.ts';
import { readFile } from '../../../platform/github/contents.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import { type EnvironmentFacts, listEnvironments } from '../../../platform/github/repository-settings.ts';
import { listWorkflows } from '../../../platform/github/runs.ts';
import { listFiles } from '../../../platform/github/trees.ts';
import { SELF_TEST } from '../../hub/hub-event.ts';
import type { EnvironmentRule, HubSource } from '../../hub/hub-file.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';
import { makeEnvironment } from '../shell-commands.ts';
import { workflowsIn } from '../workflow-files.ts';
import { probe, statusProbe } from './token.ts';
import { triggersIn } from './trigger-steps.ts';

/** The workflows of this checkout that events start. */
function listeners({ workspace, once }: Pass): ReturnType<typeof workflowsIn> {
  return once('listeners', async () => {
    const files = await workflowsIn(directoryTree(workspace));
    return files.filter(({ file }) => file.events.includes('repository_dispatch'));
  });
}

const hubListens: CheckOf<'hub'> = {
  ...{ check: 'hub-listens', area: 'hub', of: 'hub' },
  async run({ hub }, pass) {
    const found = await listeners(pass);
    const [first] = found;
    const wanted = [...new Set(hub.sources.flatMap(({ events }) => events)), SELF_TEST];
    if (!first)
      return [
        {
          severity: 'error',
          seen: 'No workflow of this repository listens to repository_dispatch: GitHub takes the events, and nothing starts.',
          expected: `a workflow that listens to ${wanted.join(', ')}`,
          fix: `Copy workflows-templates/hub.yml (or operation: install), with:`,
          paste: `on:\n  repository_dispatch:\n    types: [${wanted.join(', ')}]`,
        },
      ];
    const heard = found.flatMap(({ file }) => file.eventTypes ?? wanted);
    const unheard = wanted.filter((type) => !heard.includes(type));
    if (unheard.length === 0) return [];
    const types = [...new Set([...(first.file.eventTypes ?? []), ...unheard])];
    const isTest = unheard.every((type) => type === SELF_TEST);
    return [
      {
        severity: isTest ? 'warning' : 'error',
        seen: `${first.path} does not listen to ${unheard.join(', ')}: GitHub takes such events, and nothing starts.`,
        expected: `${unheard.join(', ')} among the types of on.repository_dispatch`,
        fix: `Write into ${first.path}:`,
        paste: `types: [${types.join(', ')}]`,
        place: { file: first.path },
      },
    ];
  },
};

/** An environment that anyone's branch leads to, and that nothing stands before. */
const hubEnvironments: CheckOf<'hub'> = {
  ...{ check: 'hub-environment', area: 'environments', of: 'hub' },
  async run({ name, hub, repository }, { serverUrl }) {
    const known = await listEnvironments(repository);
    const link = `${serverUrl}/${name}/settings/environments`;
    const deploying = hub.environments.filter(({ deploys }) => deploys);
    const missing = [...new Set(deploying.map(({ environment }) => environment))].filter(
      (one) => !known.some((environment) => environment.name === one),
    );
    return [
      ...missing.map(
        (environment): Trouble => ({
          severity: 'warning',
          seen: `The environment ${environment}, to which hub.yml leads, is not there: GitHub would make it, without secrets and without rules.`,
          expected: `an environment ${environment} with its secrets`,
          fix: 'Make it in the settings, or:',
          paste: makeEnvironment(environment, name),
          link,
        }),
      ),
      ...deploying.flatMap((rule) => openDoor(rule, known, link)),
    ];
  },
};

/** `hotfix/*`: anyone who may push any branch at a source decides what is deployed. */
function openDoor(
  { branch, environment }: EnvironmentRule,
  known: readonly EnvironmentFacts[],
  link: string,
): Trouble[] {
  const found = known.find(({ name }) => name === environment);
  const isGuarded = found === undefined || found.hasReviewers || found.limitsBranches;
  if (isGuarded || environment !== 'production' || !/[*?[]/.test(branch)) return [];
  return [
    {
      severity: 'error',
      seen: `Every branch that fits ${branch} leads to ${environment}, which has no reviewers and no branch policy: anyone who may push to a source can deploy there.`,
      expected: `reviewers of ${environment}, or a branch policy`,
      fix: `Set required reviewers of ${environment}, or lead ${branch} elsewhere.`,
      link,
    },
  ];
}

const sourceStatus: CheckOf<'source'> = {
  ...{ check: 'source-status', area: 'token', of: 'source' },
  run: ({ source: { repository } }, pass) =>
    probe(repository, { ...statusProbe, purpose: 'set a commit status' }, pass),
};

const sourceTriggers: CheckOf<'source'> = {
  ...{ check: 'source-triggers', area: 'hub', of: 'source' },
  async run({ source }, pass) {
    const found = await triggersOf(source, pass);
    const { homeName = '', serverUrl } = pass;
    const [event = ''] = source.events;
    const own = found.filter(({ hub }) => hub === undefined || hub.toLowerCase() === homeName.toLowerCase());
    if (own.length === 0)
      return [
        {
          severity: 'error',
          seen: `No workflow of ${source.repository} tells ${homeName} of its changes.`,
          expected: `a workflow that uses trigger-hub with hub: ${homeName}`,
          fix: 'Copy workflows-templates/trigger-hub.yml there, or let the doctor open a pull request: operation: install.',
          link: `${serverUrl}/${source.repository}/actions`,
        },
      ];
    return own.flatMap(({ path, eventType }): Trouble[] => {
      if (eventType === undefined || source.events.includes(eventType)) return [];
      return [
        {
          severity: 'error',
          seen: `${path} in ${source.repository} sends ${eventType}, and hub.yml lets it send ${source.events.join(', ')} only: every event is refused.`,
          expected: source.events.join(' or '),
          fix: `Write into ${path}:`,
          paste: `event-type: ${event}`,
        },
      ];
    });
  },
};

/** More of a source's workflows are not read. */
const MOST_READ = 12;

async function triggersOf(source: HubSource, { repositoryFor }: Pass) {
  const repository = repositoryFor(source.repository);
  const workflows = (await listWorkflows(repository)).toSorted(
    (a, b) => Number(/trigger|hub/.test(b.path)) - Number(/trigger|hub/.test(a.path)),
  );
  for (const { path } of workflows.slice(0, MOST_READ)) {
    const found = await triggersIn((await readFile(repository, { path })) ?? '');
    if (found.length > 0) return found.map((one) => ({ path, ...one }));
  }
  return [];
}

const sourceFolders: CheckOf<'source'> = {
  ...{ check: 'source-folders', area: 'hub', of: 'source' },
  async run({ source }, { repositoryFor }) {
    const repository = repositoryFor(source.repository);
    const { defaultBranch } = await readRepository(repository);
    const files = await listFiles(repository, defaultBranch);
    const missing = [...source.components].filter(([, folder]) => {
      const below = folder.replace(/^\.\/|\/+$/g, '');
      return below !== '' && below !== '.' && !files.some((path) => path.startsWith(`${below}/`));
    });
    return missing.map(([id, folder]) => ({
      severity: 'error' as const,
      seen: `${repository} has no folder ${folder} on ${defaultBranch}, where hub.yml says that ${id} is.`,
      expected: `the folder of ${id}`,
      fix: 'Correct the folder in hub.yml.',
    }));
  },
};

export const hubChecks = [hubListens, hubEnvironments, sourceStatus, sourceTriggers, sourceFolders] as const;
