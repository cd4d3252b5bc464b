import { type Channel, type Delivery, Undelivered } from '../../../engine/drive/channel.ts';
import { kindOf, messageOf } from '../../../platform/errors.ts';
import { type GitHubError, Paused } from '../../../platform/github/client/github-errors.ts';
import type { Repository } from '../../../platform/github/repository.ts';
import { type Issue, issueRefusal, setIssueState, UnlabelledIssue } from '../../../platform/github/tracked-issues.ts';
import { code, escapeMarkdown, link } from '../../../platform/text/markdown.ts';
import type { Clock } from '../../../platform/time/clock.ts';
import type { ChannelSpec } from '../../../train/manifest/notifications.ts';
import { type Fact, isUrgent } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import {
  componentLine,
  cut,
  factLine,
  headline,
  links,
  nextSteps,
  oneLine,
  progressLine,
  troubled,
  worstFact,
} from '../fact-words.ts';
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
  const [first = []] = inParts(facts);
  const known = issue ?? (await openIssue(place, key, issueOf(key, message, { spec, first })));
  const ids = (some: readonly Fact[]) => some.map(({ id }) => id);
  const told = await toldIn(place, known, ids(facts));
  for (const part of inParts(facts.filter(({ id }) => !told.has(id))))
    await tellIn(place, known, { ids: ids(part), body: bodyOf({ ...message, facts: part }) });
  if (isOver) await close(place, known);
  return known.url;
}

async function close({ repository, signal }: IssuePlace, { number }: Issue): Promise<void> {
  await setIssueState(repository, { number, state: 'closed' }, { signal });
}

const MOST_TOGETHER = 100;
const LONGEST_TOGETHER = 40_000;
const LONGEST_FACT = 4_000;

/** Facts that fit into one text each time: GitHub takes 65,536 characters, and hundreds of components may fail at once. */
function inParts(facts: readonly Fact[]): Fact[][] {
  const parts: Fact[][] = [];
  let length = 0;
  for (const fact of facts) {
    const own = factText(fact, undefined).length;
    const part = parts.at(-1);
    const isRoom = part && part.length < MOST_TOGETHER && length + own <= LONGEST_TOGETHER;
    if (isRoom) part.push(fact);
    else parts.push([fact]);
    length = isRoom ? length + own : own;
  }
  return parts;
}

const LONGEST_TITLE = 200;
const MOST_STEPS = 3;

function issueOf(
  key: string,
  message: Message,
  { spec: { labels, assignees }, first }: Pick<Delivering, 'spec'> & { readonly first: readonly Fact[] },
) {
  // A title is no Markdown, but a name in it would still ping people.
  const title = cut(oneLine(`${key}: ${worstFact(message.facts)?.kind ?? 'problem'}`), LONGEST_TITLE).replaceAll(
    '@',
    '@\u200b',
  );
  const markers = first.map(({ id }) => factMarker(id)).join('\n');
  const body = [
    markers,
    bodyOf({ ...message, facts: first }),
    '---',
    `Assign this issue to somebody, or give it the label ${code('acknowledged')}, and nobody else is called for it. It is closed when ${escapeMarkdown(key)} succeeds again.`,
  ].join('\n\n');
  return { title, body, labels, assignees };
}

const MOST_FAILED = 10;
const LONGEST_LINE = 400;

function bodyOf(message: Message): string {
  const { overview } = message;
  const about = overview ? [`${escapeMarkdown(progressLine(overview))} · train ${code(overview.trainId)}`] : [];
  const lines = [
    ...message.facts.map((fact) => `- ${factText(fact, overview?.runUrl)}`),
    // Each marker stands for a line with a hyphen.
    ...troubled(message, MOST_FAILED).map(
      (line) =>
        `* ❌ ${escapeMarkdown(cut(componentLine(line), LONGEST_LINE))}${line.failedUrl ? ` ${link('Its run', line.failedUrl)}` : ''}`,
    ),
  ];
  const next = nextSteps(message).slice(0, MOST_STEPS);
  const steps = next.map((step) => `**What to do:** ${escapeMarkdown(cut(step, LONGEST_FACT))}`);
  const where = links({ ...message, acknowledgeUrl: '' }).map(({ label, url }) => link(label, url));
  return [`**${escapeMarkdown(headline(message))}**`, ...about, lines.join('\n'), ...steps, where.join(' · ')]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The train's own run stands below. */
function factText(fact: Fact, runUrl: string | undefined): string {
  const text = escapeMarkdown(cut(factLine(fact), LONGEST_FACT));
  return fact.url && fact.url !== runUrl ? `${text} ${link('Its run', fact.url)}` : text;
}

function refused(error: unknown, repository: Repository, now: number): Undelivered {
  const said = messageOf(error);
  const later = (text: string) => new Undelivered(text, { retry: 'later' });
  if (error instanceof Paused) return new Undelivered(said, { retryAfterMs: error.until - now });
  if (error instanceof UnlabelledIssue) return new Undelivered(said, { retry: 'never' });
  switch (issueRefusal(error)) {
    case 'gone':
      return new Undelivered(`The issue of this problem in ${repository} was just deleted or moved.`);
    case 'locked':
      return later(`The issue of this problem in ${repository} is locked, and takes no comment. Unlock it.`);
    case 'off':
      return later(`Issues are switched off in ${repository}. Switch them on, or name another repository.`);
    case 'forbidden':
      return later(
        `${repository} lets this token write no issues (${(error as GitHubError).status}). It needs issues: write there: in the job's permissions, or in the token for its owner (tokens, the secret TOKENS, or the App). The job that tells in deploy-service.yml has neither by itself.`,
      );
    default:
      return kindOf(error) === 'fault' ? later(said) : new Undelivered(said);
  }
}
