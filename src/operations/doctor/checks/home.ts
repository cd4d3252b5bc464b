import { LOCKS, readLocks } from '../../../engine/stores/locks.ts';
import { STATE_BRANCH } from '../../../engine/stores/state-branch.ts';
import { branchRules } from '../../../platform/github/branch-rules.ts';
import { GitHubError } from '../../../platform/github/client/github-errors.ts';
import { absentIs404 } from '../../../platform/github/refs.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import { isPagePublic } from '../../../platform/github/repository-settings.ts';
import { readRuleset } from '../../../platform/github/rulesets.ts';
import { getRun, listWorkflows } from '../../../platform/github/runs.ts';
import { DAY_MS, formatDuration } from '../../../platform/time/duration.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf } from '../pass.ts';
import { enableWorkflow } from '../shell-commands.ts';

/** Rules that hold up anyone who writes a commit straight to a branch. */
const HOLDING_UP = [
  'update',
  'creation',
  'pull_request',
  'required_status_checks',
  'required_signatures',
  'merge_queue',
];

const stateRules: CheckOf<'home'> = {
  ...{ check: 'state-branch', area: 'state', of: 'home' },
  async run({ name, repository }, { serverUrl }) {
    const link = `${serverUrl}/${name}/settings/rules`;
    const rules = await branchRules(repository, STATE_BRANCH);
    const holding = rules.filter(({ type }) => HOLDING_UP.includes(type));
    if (holding.length === 0) {
      return [
        {
          severity: 'info',
          seen: `Anyone with write access to ${name} can write the branch ${STATE_BRANCH}.`,
          expected: 'a ruleset whose only bypass is the App that writes the state',
          fix: 'Protect it as docs/state-and-recovery.md of release-actions says, or leave it where all who may write are trusted.',
          link,
        },
      ];
    }
    const ids = [...new Set(holding.flatMap(({ rulesetId }) => rulesetId ?? []))];
    const passes = await Promise.all(ids.map((id) => readRuleset(repository, id)));
    if (passes.every((one) => one?.isBypassed)) return [];
    const types = [...new Set(holding.map(({ type }) => type))].join(', ');
    return [
      {
        severity: 'warning',
        seen: `A ruleset covers ${STATE_BRANCH} (${types}), and the token of this job seems not to be in its bypass list: no train could save its state.`,
        expected: 'a bypass for the account that writes the state (state-token, or the App)',
        fix: `Add the App to the ruleset's bypass list, or leave ${STATE_BRANCH} out of the ruleset.`,
        link,
      },
    ];
  },
};

const STUCK_MS = DAY_MS;

/** A train that nobody drives keeps its repositories to itself for ever. */
const openTrains: CheckOf<'home'> = {
  ...{ check: 'train-open', area: 'state', of: 'home' },
  async run({ name, repository }, { store, now, serverUrl }) {
    const open = (await store?.open()) ?? [];
    const found = await Promise.all(
      open
        .filter(({ startedAt }) => now - startedAt >= STUCK_MS)
        .map(async ({ trainId, status, startedAt, repositories }): Promise<Trouble[]> => {
          const runId = Number(/^run-(\d+)/.exec(trainId)?.[1]);
          const run = Number.isSafeInteger(runId) ? await absentIs404(() => getRun(repository, runId)) : undefined;
          if (run !== undefined && run.status !== 'completed') return [];
          const age = formatDuration(Math.floor((now - startedAt) / 3_600_000) * 3_600_000);
          const job = run ? `its job has ended (${run.conclusion ?? 'unknown'})` : 'no job of it is known';
          return [
            {
              severity: 'warning',
              seen: `The train ${trainId} is ${status} since ${age}, and ${job}: until it ends, no other may work on ${repositories.join(', ')}.`,
              expected: 'a train that a job drives, or that has ended',
              fix: 'Resume it, or end it (mode: cancel), with:',
              paste: `train-id: ${trainId}`,
              link: run?.url ?? `${serverUrl}/${name}/actions`,
            },
          ];
        }),
    );
    return found.flat();
  },
};

const locksOver: CheckOf<'home'> = {
  ...{ check: 'lock-over', area: 'state', of: 'home' },
  async run(_, { store, now }) {
    if (!store) return [];
    const locks = readLocks(await store.read(LOCKS));
    return Object.entries(locks)
      .filter(([, { until }]) => until !== undefined && until <= now)
      .map(([environment, { by, reason, until = 0 }]) => ({
        severity: 'info' as const,
        seen: `The lock of ${environment} by ${by} (${reason}) is over since ${new Date(until).toISOString().slice(0, 16)}Z: it holds nobody up.`,
        expected: 'no lock that is over',
        fix: 'Take it off (mode: unlock), or renew it (mode: lock).',
      }));
  },
};

const schedulesOn: CheckOf<'home'> = {
  ...{ check: 'schedule-on', area: 'schedules', of: 'home' },
  async run({ name, repository }) {
    const workflows = await listWorkflows(repository);
    return workflows
      .filter(({ state }) => state === 'disabled_inactivity')
      .map(({ path, name: title }) => ({
        severity: 'error' as const,
        seen: `GitHub has disabled ${path} (${title}) for inactivity: what it was to do by the clock is not done.`,
        expected: 'an active workflow',
        fix: 'Enable it:',
        paste: enableWorkflow(path, name),
      }));
  },
};

/** A page of a private repository is private on Enterprise only. */
const pagePrivate: CheckOf<'home'> = {
  ...{ check: 'page-private', area: 'page', of: 'home' },
  async run({ name, repository }, { serverUrl, signal }) {
    const { isPrivate, hasPage } = await readRepository(repository);
    if (!isPrivate || !hasPage) return [];
    const isPublic = await isPagePublic(repository).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof GitHubError && error.status === 403) return undefined;
      throw error;
    });
    if (isPublic === false) return [];
    return [
      {
        severity: 'warning',
        seen: `${name} is private, and its page ${isPublic === undefined ? 'may be' : 'is'} public: everybody may read what is on it.`,
        expected: 'a page that only those see who see the repository',
        fix: 'Restrict it in the settings (Enterprise), or leave names and addresses out of it.',
        link: `${serverUrl}/${name}/settings/pages`,
      },
    ];
  },
};

export const homeChecks = [stateRules, openTrains, locksOver, schedulesOn, pagePrivate] as const;
