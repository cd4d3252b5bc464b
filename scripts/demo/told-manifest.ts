/** A product of two services, and who is told of it. */
export function toldManifest({
  slackApi,
  urlOf,
}: {
  readonly slackApi: string;
  readonly urlOf: (id: string) => string;
}): string {
  const component = (id: string, more: string) => `  ${id}:
    repository: acme/${id}
    health: [{ url: "${urlOf(id)}", expect-version: "{version}", interval: 200ms }]
    rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}", nonce: "{nonce}" } }
${more}`;
  return `name: product
defaults: { workflow: deploy.yml, timeout: 5m, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
${component('backend', '')}${component('web', '    needs: [backend]\n')}environments:
  production: { health_timeout: 30s, rollback: true }
notifications:
  channels:
    alerts: { slack: SLACK_TOKEN, channel: "#alerts", mention: "<!subteam^S012>", api: ${slackApi} }
    hook: { webhook: HOOK_URL, secret: HOOK_SECRET }
    incident: { issue: your-org/releases, labels: [incident] }
    lead: { email: [lead@example.com], from: "Releases <train@example.com>", smtp: SMTP_URL }
  rules:
    - { environments: [production], channels: [alerts, hook] }
    - events: [failed, rollback-failed]
      severity: critical
      channels: [incident]
      escalate: { after: 1s, to: [lead], every: 1s, times: 3 }
`;
}
