import type { Attempt, Job, Run, Snapshot } from './run.ts';
import { minimalRepositoryBody, nodeId, repositoryUrl, userBody } from './shapes.ts';
import { iso, type Places } from './world.ts';

type Body = Record<string, unknown>;

/** A run as text; it is asked for often and changes seldom. */
export function runText(places: Places, run: Run, snapshot: Snapshot): string {
  if (snapshot.text?.api !== places.api) {
    snapshot.text = { api: places.api, json: JSON.stringify(runBody(places, run, snapshot)) };
  }
  return snapshot.text.json;
}

function runBody(places: Places, run: Run, snapshot: Snapshot): Body {
  const { repository, workflow, id } = run;
  const url = `${repositoryUrl(places, repository)}/actions/runs/${id}`;
  const repositoryBody = minimalRepositoryBody(places, repository);
  const commit = repository.git.commit(run.sha);
  const person = { name: commit?.author ?? run.actor, email: `${run.actor}@users.noreply.github.com` };
  return {
    id,
    name: workflow.name,
    node_id: nodeId('WFR', id),
    check_suite_id: id + 1,
    check_suite_node_id: nodeId('CS', id + 1),
    head_branch: run.branch,
    head_sha: run.sha,
    path: `${workflow.path}@refs/heads/${run.branch}`,
    display_title: run.title,
    run_number: run.number,
    run_attempt: snapshot.attempt,
    event: run.event,
    status: snapshot.status,
    conclusion: snapshot.conclusion,
    workflow_id: workflow.id,
    url,
    html_url: runPage(places, run),
    pull_requests: [],
    created_at: iso(run.createdAt),
    updated_at: iso(snapshot.at),
    run_started_at: iso(snapshot.startedAt),
    actor: userBody(places, run.actor),
    triggering_actor: userBody(places, snapshot.triggeredBy),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryUrl(places, repository)}/check-suites/${id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: snapshot.attempt > 1 ? `${url}/attempts/${snapshot.attempt - 1}` : null,
    workflow_url: `${repositoryUrl(places, repository)}/actions/workflows/${workflow.id}`,
    referenced_workflows: [],
    head_commit: {
      id: run.sha,
      tree_id: commit?.tree ?? run.sha,
      message: commit?.message ?? '',
      timestamp: iso(commit?.at ?? run.createdAt),
      author: person,
      committer: person,
    },
    repository: repositoryBody,
    head_repository: repositoryBody,
  };
}

export function runPage(places: Places, run: Run): string {
  return `${places.html}/${run.repository.fullName}/actions/runs/${run.id}`;
}

export function jobBody(places: Places, place: { run: Run; attempt: Attempt; job: Job }, now: number): Body {
  const { run, attempt, job } = place;
  const view = jobView(attempt, job, now);
  const url = `${repositoryUrl(places, run.repository)}/actions/jobs/${job.id}`;
  const isRunning = view.status !== 'queued';
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.workflow.name,
    head_branch: run.branch,
    run_url: `${repositoryUrl(places, run.repository)}/actions/runs/${run.id}`,
    run_attempt: attempt.number,
    node_id: nodeId('CR', job.id),
    head_sha: run.sha,
    url,
    html_url: `${runPage(places, run)}/job/${job.id}`,
    status: view.status,
    conclusion: view.conclusion,
    created_at: iso(attempt.createdAt),
    started_at: iso(job.startsAt),
    completed_at: view.endedAt === null ? null : iso(view.endedAt),
    name: job.script.name,
    steps: stepBodies(job, view),
    check_run_url: `${repositoryUrl(places, run.repository)}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: isRunning ? 1 : null,
    runner_name: isRunning ? 'Hosted Agent' : null,
    runner_group_id: isRunning ? 2 : null,
    runner_group_name: isRunning ? 'GitHub Actions' : null,
  };
}

interface JobView {
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: string | null;
  readonly endedAt: number | null;
}

/** How a job stands now: its plan, cut off by the end of its attempt. */
function jobView(attempt: Attempt, job: Job, now: number): JobView {
  const until = attempt.endedAt ?? now;
  if (job.endsAt <= until) return { status: 'completed', conclusion: job.conclusion, endedAt: job.endsAt };
  if (attempt.endedAt !== undefined) return { status: 'completed', conclusion: 'cancelled', endedAt: attempt.endedAt };
  return { status: job.startsAt <= now ? 'in_progress' : 'queued', conclusion: null, endedAt: null };
}

function stepBodies(job: Job, view: JobView): Body[] {
  const steps = job.script.steps ?? [
    { name: 'Set up job' },
    { name: `Run ${job.script.name}`, conclusion: job.conclusion },
    { name: 'Complete job' },
  ];
  if (view.status === 'queued') return [];
  return steps.map((step, index) => ({
    name: step.name,
    status: view.status,
    conclusion:
      view.conclusion === null ? null : view.conclusion === 'cancelled' ? 'cancelled' : (step.conclusion ?? 'success'),
    number: index + 1,
    started_at: iso(job.startsAt),
    completed_at: view.endedAt === null ? null : iso(view.endedAt),
  }));
}

export function jobLog(job: Job): string {
  const time = new Date(job.startsAt).toISOString();
  const failed = job.conclusion === 'failure' ? ['##[error]Process completed with exit code 1.'] : [];
  const lines = [...(job.script.log ?? `Run ${job.script.name}`).split('\n'), ...failed];
  return lines.map((line) => `${time.slice(0, -1)}0000Z ${line}`).join('\n');
}
