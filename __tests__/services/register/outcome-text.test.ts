import { expect, test } from '@jest/globals';
import {
  changedFields,
  describeOutcome,
  type Operation,
  type Task,
} from '../../../src/services/register/outcome-text.ts';
import type { RegisterOutcome, Registration } from '../../../src/services/register/register.ts';
import { outcomeSummary } from '../../../src/services/register/register-summary.ts';

const service = { name: 'id', version: '1.2.0', endpoints: {}, capabilities: [] };
const task = (operation: Operation, dryRun = false): Task => ({ operation, name: 'id', status: 'active', dryRun });
const outcome = (result: Registration['result'], more: Partial<Registration> = {}): Registration => ({
  result,
  changes: [],
  notes: [],
  ...more,
});

test.each([
  ['register', outcome('created', { service }), 'Registered id in version 1.2.0'],
  ['register', outcome('updated', { service }), 'Updated the registration of id'],
  [
    'register',
    outcome('unchanged', { service }),
    'id is registered already in version 1.2.0, just as it should be: nothing was written',
  ],
  ['status', outcome('updated', { service }), 'Set the status of id to active'],
  ['status', outcome('unchanged', { service }), 'The status of id is active already: nothing was written'],
  ['discover', outcome('unchanged'), 'Fetched the discovery document'],
  ['refresh', outcome('updated'), 'Refreshed the discovery document'],
  ['deregister', outcome('updated'), 'Removed id from the registry'],
  ['deregister', outcome('unchanged'), 'id is not in the registry: there was nothing to remove'],
] as const)('%s: what happened', (operation, done, words) => {
  expect(describeOutcome(task(operation), done)).toBe(words);
});

test.each([
  ['register', outcome('created'), 'Would register id'],
  ['register', outcome('updated', { service }), 'Would update the registration of id'],
  ['status', outcome('updated', { service }), 'Would set the status of id to active'],
  ['refresh', outcome('unchanged'), 'Fetched the discovery document as it is'],
  ['deregister', outcome('updated', { service }), 'Would remove id from the registry'],
] as const)('%s in a dry run: what would happen', (operation, planned, words) => {
  expect(describeOutcome(task(operation, true), planned)).toBe(words);
});

test.each([
  ['register', 'Could not register id'],
  ['status', 'Could not set the status of id to active'],
  ['discover', 'Could not fetch the discovery document'],
  ['refresh', 'Could not refresh the discovery document'],
  ['deregister', 'Could not remove id from the registry'],
] as const)('%s that failed: what could not be done', (operation, words) => {
  const failed: RegisterOutcome = { result: 'failed', reason: 'no answer', differences: [], notes: [] };
  expect(describeOutcome(task(operation), failed)).toBe(words);
  expect(outcomeSummary(task(operation), failed, 'http://registry.test')).toMatch(
    new RegExp(`^### ❌ ${words}\n[^]*\\*\\*no answer\\*\\*$`),
  );
});

test('what waits for a person is only proposed', () => {
  const pending = outcome('updated', { service, pending: 'https://github.test/acme/catalog/pull/1' });
  expect(describeOutcome(task('register'), pending)).toBe('Proposed to update the registration of id');
  expect(outcomeSummary(task('register'), pending, 'http://registry.test')).toContain(
    'Not in force before a person merges `https://github.test/acme/catalog/pull/1`',
  );
});

test('that a record came into being is no field of its own', () => {
  const created = outcome('created', { changes: [{ field: 'registration', expected: 'present', found: undefined }] });
  expect(changedFields(created)).toEqual([]);
  expect(outcomeSummary(task('register'), created, 'http://registry.test')).not.toContain('| Field');
  const updated = outcome('updated', { changes: [{ field: 'version', expected: '1.2.0', found: '1.1.0' }] });
  expect(outcomeSummary(task('register'), updated, 'http://registry.test')).toContain('| `version` | `1.1.0` |');
});
