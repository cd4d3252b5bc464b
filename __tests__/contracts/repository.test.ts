import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { describe, expect, test } from '@jest/globals';
import { contractFindings } from '../../scripts/contracts/all.ts';
import { mappingAt, readSources, type Source } from '../../scripts/contracts/source.ts';
import { root } from '../../scripts/project.ts';
import { slow } from '../support/slow.ts';

/** The names of inputs and outputs that users rely on (design, The public contract): none may go in v1. */
const contract: Readonly<Record<string, { readonly inputs: string; readonly outputs: string }>> = {
  'action.yml': {
    inputs:
      'manifest release-type packages versions environment strategy mode train-id max-parallel timeout state notify',
    outputs: 'train-id status plan versions released failed report',
  },
  'plan-release/action.yml': {
    inputs:
      'source manifest release-type packages include-dependents versions prerelease-id environment strategy comment',
    outputs: 'plan has-releases waves matrix versions count plan-hash',
  },
  'dispatch-and-wait/action.yml': {
    inputs:
      'repository workflow ref inputs event-type client-payload wait timeout on-timeout cancel-with-caller nonce-input retry-failed-jobs outputs-artifact',
    outputs: 'run-id run-url run-attempt status conclusion correlated-by duration-seconds failed-jobs outputs',
  },
  'sync-python-version/action.yml': { inputs: 'from version to channels check', outputs: 'version changed files' },
  'update-dependencies/action.yml': {
    inputs: 'versions directory lockfile check',
    outputs: 'changed files updated left-alone',
  },
  'verify-published/action.yml': {
    inputs: 'packages registry-url index-url timeout integrity',
    outputs: 'published report',
  },
  'verify-health/action.yml': {
    inputs:
      'url checks expect-status expect-version condition timeout interval consecutive-successes max-latency allow-private-network',
    outputs: 'healthy verdict report',
  },
  'register-service/action.yml': {
    inputs: 'registry-url operation service-name service-version endpoints capabilities service-status on-failure',
    outputs: 'result registered service discovery',
  },
  'reconcile-services/action.yml': {
    inputs: 'registry-url discovery-url routes-url proxy-url policy issue',
    outputs: 'healthy unhealthy conflicts repaired issue-number report',
  },
  'notify/action.yml': {
    inputs:
      'event severity title text url component environment key resolves manifest channels rules only channel-secrets operation required context',
    outputs: 'delivered failed problem issue-number report',
  },
  'report-status/action.yml': { inputs: 'repository sha context state description target-url', outputs: 'state' },
  'trigger-hub/action.yml': {
    inputs: 'hub event-type components paths token dry-run operation',
    outputs: 'triggered components reason',
  },
  'release-status/action.yml': {
    inputs:
      'manifest issue page page-names cache train-id environment check-health reconciliation since targets state every longest-gap',
    outputs: 'ok report metrics issue-number page status plan actor deployed',
  },
  'share-artifact/action.yml': {
    inputs:
      'operation name kind path store pointer bucket prefix region endpoint access-key-id secret-access-key session-token directory component environment keep keep-for',
    outputs: 'pointer digest path expires-at bytes',
  },
  'claim-release/action.yml': { inputs: 'nonce', outputs: 'claimed' },
  'doctor/action.yml': {
    inputs:
      'operation manifest hub-file owners update component profile on-problems report comment channel-secrets dry-run',
    outputs: 'problems report draft pull-requests',
  },
};

const actions = (await readSources(root)).filter(
  // Those below actions/ are building blocks of our own workflows.
  ({ kind, file, value }) =>
    kind === 'action' && !file.startsWith('actions/') && mappingAt(value, 'runs').using === 'node24',
);

/** What an action that is here does not have yet; nothing may stay on this list once it is there. */
const toCome: readonly string[] = [];

describe('the public contract', () => {
  test.each(actions.map(({ file }) => file))('%s has a row in it', (file) => {
    expect(Object.keys(contract)).toContain(file);
  });

  test('every action keeps its names', () => {
    expect(actions.flatMap(missingNames)).toEqual(toCome);
  });
});

function missingNames({ file, value }: Source): string[] {
  const { inputs = '', outputs = '' } = contract[file] ?? {};
  const missing = (kind: string, names: string) =>
    names
      .split(' ')
      .filter((name) => name !== '' && !(name in mappingAt(value, `${kind}s`)))
      .map((name) => `${file}: ${kind} ${name}`);
  return [...missing('input', inputs), ...missing('output', outputs)];
}

slow('nothing in this repository breaks a rule or contradicts something else in it', async () => {
  const { findings } = await contractFindings(root);
  expect(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([]);
});

test('every changeset says how this package is raised', async () => {
  const names = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const { changesets } = await getReleasePlan(root);
  const raised = changesets.filter(({ releases }) => releases.some(({ name }) => name === 'release-actions'));
  expect(raised.map(({ id }) => `${id}.md`).sort()).toEqual(names.sort());
});
