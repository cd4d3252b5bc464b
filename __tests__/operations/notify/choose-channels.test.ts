import { expect, test } from '@jest/globals';
import { route } from '../../../src/operations/notify/choose-channels.ts';
import type { Notifications } from '../../../src/train/manifest/notifications.ts';
import type { Fact } from '../../../src/train/telling/fact.ts';
import { fact } from './support/messages.ts';

const issue = { name: 'incident', kind: 'issue', repository: 'acme/ops', labels: [], assignees: [] } as const;
const alerts = {
  name: 'alerts',
  kind: 'slack',
  token: 'SLACK_TOKEN',
  channel: '#a',
  api: 'https://slack.test',
} as const;
const rules = [{ events: ['failed'], severity: 'critical', channels: ['incident', 'alerts'] }] as const;
const notifications: Notifications = { channels: [issue, alerts], rules };

const told = (more: Partial<Fact>, of: Notifications = notifications) => route(of, undefined, fact(more));

test('an issue hears what becomes of its problem, whatever its rules say; nothing else does', () => {
  expect(told({})).toEqual(['incident', 'alerts']);
  expect(told({ kind: 'rolled-back', severity: 'warning' })).toEqual(['incident']);
  const { problem: _, ...over } = fact({ kind: 'completed', severity: 'info', resolves: 'product/production' });
  expect(route(notifications, undefined, over)).toEqual(['incident']);
  expect(told({ kind: 'component-failed', severity: 'error' })).toEqual([]);
  const { problem: __, ...plain } = fact({ kind: 'started', severity: 'info' });
  expect(route(notifications, undefined, plain)).toEqual([]);
});

test('an issue that no rule names hears nothing', () => {
  const of = { ...notifications, rules: [{ channels: ['alerts'] }] };
  expect(told({ kind: 'rolled-back', severity: 'warning' }, of)).toEqual(['alerts']);
});
