import { describe, expect, test } from '@jest/globals';
import { resolveRead } from '../../../src/engine/planning/open-manifest.ts';
import { notificationsFrom } from '../../../src/engine/planning/open-notifications.ts';
import { readManifest } from '../../../src/engine/planning/read-manifest.ts';

const head = `name: sample
components: { a: { repository: acme/a, workflow: release.yml, inputs: { nonce: "{nonce}" } } }
environments: { production: {} }
`;

interface Found {
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

async function found(notifications: string): Promise<Found> {
  const text = `${head}notifications:\n${notifications.replace(/^/gm, '  ')}`;
  const result = resolveRead(await readManifest(text, 'train.yml'));
  const told = (list: readonly { readonly message: string; readonly line?: number }[]) =>
    list.map(({ line, message }) => `${line}: ${message}`);
  if ('faults' in result) return { faults: told(result.faults), warnings: [] };
  return { faults: [], warnings: told(result.warnings) };
}

const alerts = 'channels: { alerts: { slack: SLACK_TOKEN, channel: "#alerts" } }\n';

describe('notifications', () => {
  test.each([
    [
      `${alerts}rules:\n  - { channels: [alerts] }\n  - { channels: [alert] }`,
      '8: notifications.rules[1].channels: there is no channel "alert"; did you mean "alerts"?',
    ],
    [
      `${alerts}rules: [{ events: [faild], channels: [alerts] }]`,
      '6: notifications.rules[0].events: unknown event "faild"; did you mean "failed"?',
    ],
    [
      `${alerts}rules: [{ channels: [alerts], escalate: { after: 5, to: [alerts] } }]`,
      '6: notifications.rules.0.escalate.after is the number 5; expected a duration such as 90s, 30m or 2h.',
    ],
    [
      `${alerts}rules: [{ channels: [alerts], escalate: { after: 5m, to: [lead], times: 3 } }]`,
      '6: notifications.rules[0].escalate.to: there is no channel "lead". Known: alerts.',
    ],
    [
      'channels: { mail: { email: [lead@example.com], smtp: SMTP_URL } }',
      '5: notifications.channels.mail has no from, which a channel of kind email needs.',
    ],
    [
      'channels: { mail: { email: ["a@example.com, b@example.com"], from: train@example.com, smtp: SMTP_URL } }',
      '5: notifications.channels.mail.email[0] is "a@example.com, b@example.com"; expected one address such as lead@example.com or Lead <lead@example.com>.',
    ],
    [
      'channels: { mail: { email: [lead@example.com], from: Releases, smtp: SMTP_URL } }',
      '5: notifications.channels.mail.from is "Releases"; expected one address such as lead@example.com or Lead <lead@example.com>.',
    ],
    [
      'channels: { x: { slack: A, webhook: B } }',
      '5: notifications.channels.x is slack and webhook at once; make a channel of each.',
    ],
    ['channels: { x: { slak: A } }', '5: Unknown key "slak" in notifications.channels.x; did you mean "slack"?'],
    [
      'channels: { x: { teams: TEAMS_URL, labels: [a] } }',
      '5: notifications.channels.x is of kind teams, which has no labels. Known: teams.',
    ],
    [
      'channels: { x: { labels: [a] } }',
      '5: notifications.channels.x says no kind of channel; expected one of slack, slack-webhook, email, issue, webhook, teams or discord.',
    ],
  ])('%s', async (text, expected) => {
    expect((await found(text)).faults).toContain(expected);
  });

  test.each(['https://hooks.slack.com/services/T0/B0/abcdef', 'xoxb-1234-abcd', 'slack_token', 'hunter2hunter2'])(
    'a value that may be a secret is a fault, and is not shown: %s',
    async (value) => {
      const { faults } = await found(`channels: { x: { slack-webhook: "${value}" } }`);
      expect(faults).toEqual([expect.stringContaining('put it into a secret and write its name here')]);
      expect(faults.join()).not.toContain(value);
    },
  );

  test('a name that GitHub keeps to itself is a fault', async () => {
    expect((await found('channels: { x: { teams: GITHUB_TEAMS } }')).faults).toEqual([
      expect.stringContaining('GITHUB_TEAMS'),
    ]);
  });

  test('a rule for an environment that there is not is a warning', async () => {
    const { faults, warnings } = await found(`${alerts}rules: [{ environments: [prodution], channels: [alerts] }]`);
    expect(faults).toEqual([]);
    expect(warnings).toEqual([
      '6: notifications.rules[0].environments: the manifest has no environment "prodution"; did you mean "production"?',
    ]);
  });

  test('a word of the user’s own may be an event', async () => {
    expect((await found(`${alerts}rules: [{ events: [nightly-import], channels: [alerts] }]`)).faults).toEqual([]);
  });
});

describe('channels and rules without a manifest', () => {
  test('mean the same, by the same schema', async () => {
    const { channels, rules } = await notificationsFrom({ incident: { issue: 'acme/ops' } }, [
      { channels: ['incident'] },
    ]);
    expect(channels).toEqual([{ name: 'incident', kind: 'issue', repository: 'acme/ops', labels: [], assignees: [] }]);
    expect(rules).toEqual([{ channels: ['incident'] }]);
  });

  test.each([
    [['alerts'], undefined, 'notifications.channels is a list; expected a map of channels.'],
    [{ a: { issue: 'acme' } }, undefined, 'expected a repository as owner/name'],
    [{ a: { issue: 'acme/ops' } }, [{ channels: ['b'] }], 'there is no channel "b"'],
  ])('%j with rules %j is refused', async (channels, rules, words) => {
    await expect(notificationsFrom(channels, rules)).rejects.toThrow(words);
  });
});
