import type { Run } from './run.ts';
import { nodeId, userBody } from './shapes.ts';
import { iso, type Places } from './world.ts';

type Body = Record<string, unknown>;

/** What a waiting run waits for: one environment with its reviewers and its timer; nothing for a run that does not wait. */
export function pendingDeploymentBodies(places: Places, run: Run): Body[] {
  const attempt = run.attempts.at(-1);
  const { waitsFor } = attempt?.script ?? {};
  if (attempt?.status !== 'waiting' || waitsFor === undefined) return [];
  const { environment: name, reviewers = [], timerMinutes = 0 } = waitsFor;
  const since = run.snapshots.findLast(({ status }) => status === 'waiting')?.at ?? run.createdAt;
  const html = `${places.html}/${run.repository.fullName}/deployments/activity_log?environments_filter=${name}`;
  const environment = {
    id: 161_088_068,
    node_id: nodeId('EN', name),
    name,
    url: `${places.api}/environments/${name}`,
    html_url: html,
  };
  return [
    {
      environment,
      wait_timer: timerMinutes,
      wait_timer_started_at: timerMinutes > 0 ? iso(since) : null,
      current_user_can_approve: false,
      reviewers: reviewers.map((reviewer) => reviewerBody(places, reviewer)),
    },
  ];
}

export function reviewerBody(places: Places, reviewer: string): Body {
  if (!reviewer.startsWith('@')) return { type: 'User', reviewer: userBody(places, reviewer) };
  const slug = reviewer.slice(1);
  const url = `${places.api}/teams/1`;
  const team = {
    id: 1,
    node_id: nodeId('T', slug),
    url,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'admin',
    html_url: `${places.html}/orgs/acme/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
    type: 'organization',
    organization_id: 1,
  };
  return { type: 'Team', reviewer: team };
}
