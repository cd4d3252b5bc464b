import type { DispatchProblem, DispatchProblemKind } from '../../../engine/planning/workflow-file.ts';
import { listEnvironments } from '../../../platform/github/repository-settings.ts';
import { DAY_MS, formatDuration } from '../../../platform/time/duration.ts';
import type { Component, Manifest } from '../../../train/manifest/manifest.ts';
import { dispatchFindings, releaseWorkflow } from '../component-facts.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';
import { enableWorkflow } from '../shell-commands.ts';
import { templatesOfTrain } from '../templates/wanted-templates.ts';

interface Remedy extends Pick<Trouble, 'expected' | 'fix' | 'paste' | 'link'> {}

interface RemedyPlace {
  readonly component: Component;
  /** The page of the repository. */
  readonly page: string;
  readonly manifest: Manifest | undefined;
}

type RemedyFor = (problem: DispatchProblem, place: RemedyPlace) => Remedy;

/** What becomes of each kind of problem that a dispatch would meet. Those of the repository itself are looked at before. */
const REMEDIES: Readonly<Record<Exclude<DispatchProblemKind, 'no-repository' | 'archived'>, [string, RemedyFor]>> = {
  'no-workflow': [
    'workflow-there',
    ({ about = '' }, place) => ({
      expected: `.github/workflows/${about} on the default branch`,
      fix: `${howToAdd(about, place)} Or correct workflow in the manifest.`,
      link: `${place.page}/actions`,
    }),
  ],
  disabled: [
    'workflow-active',
    ({ about = '' }, { component }) => ({
      expected: 'an active workflow',
      fix: 'Enable it on its Actions page, or:',
      paste: enableWorkflow(about, component.repository),
    }),
  ],
  'not-at-ref': [
    'workflow-at-ref',
    ({ about }, { component }) => ({
      expected: `${about} at the ref that the component is released from`,
      fix: 'Merge the workflow into that branch, or correct the ref in the manifest:',
      paste: `ref: ${component.ref ?? 'main'}`,
    }),
  ],
  unreadable: [
    'workflow-valid',
    (_, { page }) => ({ expected: 'valid YAML', fix: 'Correct the file.', link: `${page}/actions` }),
  ],
  'no-trigger': [
    'workflow-dispatch',
    ({ about }, { component }) => ({
      expected: 'on: workflow_dispatch, with the inputs that the train sends',
      fix: `Put it into ${about}:`,
      paste: ['on:', '  workflow_dispatch:', '    inputs:', ...Object.keys(component.inputs).flatMap(declared)].join(
        '\n',
      ),
    }),
  ],
  'undeclared-input': [
    'input-declared',
    ({ about = '' }) => ({
      expected: `${about} among on.workflow_dispatch.inputs`,
      fix: `Declare it in the workflow, or take ${about} out of the component's inputs:`,
      paste: declared(about).join('\n'),
    }),
  ],
  'missing-input': [
    'input-given',
    ({ about }) => ({
      expected: 'a value for every required input',
      fix: `Give it in the component's inputs:`,
      paste: `inputs: { ${about}: … }`,
    }),
  ],
  'refused-value': [
    'input-value',
    ({ message }) => ({
      expected: /only (.*), not/.exec(message)?.[1] ?? 'a value that the input takes',
      fix: `Correct the value in the component's inputs.`,
    }),
  ],
  'hidden-nonce': [
    'nonce-shown',
    ({ about }) => ({
      expected: 'a run-name that holds the nonce: by it the train finds its own run',
      fix: 'Add it to the run-name of the workflow:',
      paste: `run-name: Release [\${{ ${about} }}]`,
    }),
  ],
  'refused-push': [
    'release-pushes',
    ({ message }, { page }) => ({
      expected: 'a branch that takes the release commit, or none that is pushed to; and tags that may be made',
      fix: message.split(' failed. ').at(-1) ?? message,
      link: `${page}/settings/rules`,
    }),
  ],
  unheard: [
    'event-heard',
    ({ about }) => ({
      expected: `a workflow that listens to ${about}`,
      fix: 'Add it to the workflow:',
      paste: `on:\n  repository_dispatch:\n    types: [${about}]`,
    }),
  ],
};

/** What `install` would do about a workflow that is not there. */
function howToAdd(name: string, { component, manifest }: RemedyPlace): string {
  const path = `.github/workflows/${name}`;
  const wanted = (manifest ? templatesOfTrain(manifest, undefined) : []).find(
    (one) => one.repository === component.repository && one.path === path,
  );
  if (!wanted) return 'Add it.';
  return 'why' in wanted
    ? `Add it; no template is for it: ${wanted.why}.`
    : `Add it: the doctor opens a pull request with the template ${wanted.template} by operation: install.`;
}

function declared(input: string): string[] {
  return [`      ${input}:`, '        type: string'];
}

/** What would be refused, or start nothing, when the train dispatches the component: found by the train's own look at its children. */
const dispatchChecks = Object.entries(REMEDIES).map(
  ([kind, [check, remedy]]): CheckOf<'component'> => ({
    ...{ check, area: 'workflow', of: 'component' },
    async run({ component }, pass) {
      const { manifest, serverUrl } = pass;
      const place = { component, manifest, page: `${serverUrl}/${component.repository}` };
      const found = await Promise.all(
        (['release', 'rollback'] as const).map(async (what) => ({
          what,
          findings: rollsBack(component, what, pass) ? await dispatchFindings(component, what, pass) : undefined,
        })),
      );
      return found.flatMap(({ what, findings }) =>
        (findings?.problems ?? [])
          .filter((problem) => problem.kind === kind)
          .map((problem) => ({
            severity: 'error' as const,
            seen: `${what === 'rollback' ? 'Its rollback: ' : ''}${problem.message}`,
            ...remedy(problem, place),
            at: ['components', component.id],
          })),
      );
    },
  }),
);

function rollsBack({ rollback }: Component, what: 'release' | 'rollback', { manifest }: Pass): boolean {
  if (what === 'release') return true;
  return rollback !== undefined && (manifest?.environments.some((one) => one.rollback) ?? false);
}

/** What of that could not be looked at. */
const dispatchSeen: CheckOf<'component'> = {
  ...{ check: 'workflow-seen', area: 'workflow', of: 'component' },
  async run({ component }, pass) {
    const findings = await dispatchFindings(component, 'release', pass);
    return (findings?.doubts ?? []).map((doubt) => ({
      severity: 'warning',
      seen: `Its workflow could not be looked at: ${doubt}`,
      expected: 'a token with Actions: read and Contents: read there',
      fix: 'Give the token these permissions.',
      link: `${pass.serverUrl}/settings/personal-access-tokens`,
    }));
  },
};

/** What it may push to its branch, as far as it can be seen. */
const pushSeen: CheckOf<'component'> = {
  ...{ check: 'release-pushes', area: 'workflow', of: 'component' },
  async run({ component }, pass) {
    const findings = await dispatchFindings(component, 'release', pass);
    return (findings?.warnings ?? []).map((seen) => ({
      severity: 'warning',
      seen,
      expected: 'a branch that takes the release commit, and tags that may be made',
      fix: 'Put the account that pushes it on the bypass list of the ruleset.',
      link: `${pass.serverUrl}/${component.repository}/settings/rules`,
    }));
  },
};

/** A release that the next one cancels leaves a version half published. */
const notCancelled: CheckOf<'component'> = {
  ...{ check: 'run-not-cancelled', area: 'workflow', of: 'component' },
  async run({ component }, pass) {
    const workflow = await releaseWorkflow(component, pass);
    if (!workflow?.file.cancelsEarlier) return [];
    return [
      {
        severity: 'warning',
        seen: `${workflow.path} in ${component.repository} cancels a run that goes on when another one starts (cancel-in-progress: true): a push in the middle of a release leaves it half done.`,
        expected: 'cancel-in-progress: false for what releases',
        fix: 'Let releases wait for each other:',
        paste: 'concurrency:\n  group: release\n  queue: max\n  cancel-in-progress: false',
      },
    ];
  },
};

/** The person who is to approve a release may be asleep. */
const approvalInTime: CheckOf<'component'> = {
  ...{ check: 'approval-in-time', area: 'environments', of: 'component' },
  async run({ component }, pass) {
    const { approvalTimeoutMs, repository, id } = component;
    if (approvalTimeoutMs === undefined || approvalTimeoutMs >= DAY_MS) return [];
    const named = (await releaseWorkflow(component, pass))?.file.environments ?? [];
    if (named.length === 0) return [];
    const found = await listEnvironments(pass.repositoryFor(repository));
    return found
      .filter(({ name, hasReviewers }) => hasReviewers && named.includes(name))
      .map(({ name }) => ({
        severity: 'warning',
        seen: `Its run waits for reviewers of the environment ${name}, and is given up after ${formatDuration(approvalTimeoutMs)}.`,
        expected: 'a day or more: a reviewer may be asleep',
        fix: 'Give the component more time:',
        paste: 'approval-timeout: 72h',
        at: ['components', id],
      }));
  },
};

export const workflowChecks = [...dispatchChecks, dispatchSeen, pushSeen, notCancelled, approvalInTime] as const;
