import { type Channel, type Delivery, Undelivered } from '../../../engine/drive/channel.ts';
import { kindOf, messageOf } from '../../../platform/errors.ts';
import { GitHubError, Paused } from '../../../platform/github/client/github-errors.ts';
import type { Repository } from '../../../platform/github/repository.ts';
import { type Issue, setIssueState } from '../../../platform/github/tracked-issues.ts';
import { code, escapeMarkdown, link } from '../../../platform/text/markdown.ts';
import type { Clock } from '../../../platform/time/clock.ts';
import type { ChannelSpec } from '../../../train/manifest/notifications.ts';
import { type Fact, isUrgent } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import { cut, factLine, headline, links, nextSteps, oneLine } from '../fact-words.ts';
import {
  currentIssue,
  factMarker,
  findOpenIssue,
  type IssuePlace,
  openIssue,
  tellIn,
  tidyProblem,
  toldIn,
} from '../problem-issues.ts';

interface IssueOptions {
  readonly spec: Extract<ChannelSpec, { kind: 'issue' }>;
  readonly repository: Repository;
  readonly clock: Clock;
}

/** GitHub issues: one a problem, each later fact a comment, closed by what resolves it. Whatever is there already is not told again. */
export function issueChannel({ spec, repository, clock }: IssueOptions): Channel {
  return {
    name: spec.name,
    kind: 'issue',
    takes: 'group',
    async tidy(problem, { signal }) {
      await tidyProblem({ repository, signal }, problem, clock.now());
    },
    async deliver(message, { signal }) {
      try {
        return await deliver(message, { place: { repository, signal }, spec, now: clock.now() });
      } catch (error) {
        if (signal.aborted || kindOf(error) === undefined) throw error;
        throw refused(error, repository, clock.now());
      }
    },
  };
}

interface Delivering {
  readonly place: IssuePlace;
  readonly spec: IssueOptions['spec'];
  readonly now: number;
}

async function deliver(message: Message, delivering: Delivering): Promise<Delivery> {
  const keys = new Set(message.facts.flatMap(({ problem, resolves }) => problem ?? resolves ?? []));
  let url: string | undefined;
  for (const key of keys) {
    const facts = message.facts.filter(({ problem, resolves }) => problem === key || resolves === key);
    url = (await tellProblem(key, { ...message, facts }, delivering)) ?? url;
  }
  return url === undefined ? {} : { ref: url, keep: url };
}

/** Brings the issue of one problem up to date; undefined where there is none to be. */
async function tellProblem(
  key: string,
  message: Message,
  { place, spec, now }: Delivering,
): Promise<string | undefined> {
  const { facts } = message;
  const isOver = facts.at(-1)?.resolves === key;
  const isNews = facts.some((fact) => fact.problem !== undefined && isUrgent(fact));
  // What only resolves or feeds a problem opens no issue, and none again.
  const issue = isNews ? await currentIssue(place, key, now) : await findOpenIssue(place, key);
  if (!issue && !isNews) return undefined;
  const known = issue ?? (await openIssue(place, key, issueOf(key, message, spec)));
  const told = await toldIn(
    place,
    known,
    facts.map(({ id }) => id),
  );
  const fresh = facts.filter(({ id }) => !told.has(id));
  if (fresh.length > 0)
    await tellIn(place, known.number, { ids: fresh.map(({ id }) => id), body: bodyOf({ ...message, facts: fresh }) });
  if (isOver) await close(place, known);
  return known.url;
}

async function close({ repository, signal }: IssuePlace, { number }: Issue): Promise<void> {
  await setIssueState(repository, { number, state: 'closed' }, { signal });
}

const LONGEST_TITLE = 200;

function issueOf(key: string, message: Message, { labels, assignees }: IssueOptions['spec']) {
  // A title is no Markdown, but a name in it would still ping people.
  const title = cut(oneLine(`${key}: ${message.facts.find(isUrgent)?.kind ?? 'problem'}`), LONGEST_TITLE).replaceAll(
    '@',
    '@\u200b',
  );
  const markers = message.facts.map(({ id }) => factMarker(id)).join('\n');
  const body = [
    markers,
    bodyOf(message),
    '---',
    `Assign this issue to somebody, or give it the label ${code('acknowledged')}, and nobody else is called for it. It is closed when ${escapeMarkdown(key)} succeeds again.`,
  ].join('\n\n');
  return { title, body, labels, assignees };
}

function bodyOf(message: Message): string {
  const lines = message.facts.map((fact) => `- ${factText(fact)}`);
  const steps = nextSteps(message).map((step) => `**What to do:** ${escapeMarkdown(step)}`);
  const where = links({ ...message, acknowledgeUrl: '' }).map(({ label, url }) => link(label, url));
  return [`**${escapeMarkdown(headline(message))}**`, lines.join('\n'), ...steps, where.join(' · ')]
    .filter((text) => text !== '')
    .join('\n\n');
}

function factText(fact: Fact): string {
  const text = escapeMarkdown(factLine(fact));
  return fact.url ? `${text} ${link('Its run', fact.url)}` : text;
}

function refused(error: unknown, repository: Repository, now: number): Undelivered {
  if (error instanceof Paused) return new Undelivered(messageOf(error), { retryAfterMs: error.until - now });
  const { status = 0 } = error instanceof GitHubError ? error : {};
  if (status === 403 || status === 404)
    return new Undelivered(
      `${repository} lets this token write no issues (${status}). It needs issues: write there, in the job's permissions or in the token for its owner.`,
      { retry: 'later' },
    );
  if (status === 410)
    return new Undelivered(`Issues are switched off in ${repository}. Switch them on, or name another repository.`, {
      retry: 'later',
    });
  return new Undelivered(messageOf(error), { retry: kindOf(error) === 'fault' ? 'later' : 'soon' });
}
