import { messageOf } from '../../platform/errors.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { activeRulesets, type ListedRuleset } from '../../platform/github/rulesets.ts';
import { listed } from '../../platform/text/wording.ts';
import { branchGuards, type Guards, tagGuards } from './guards.ts';
import type { ReleasePush } from './release-push.ts';

export interface Pushed {
  readonly repository: Repository;
  /** The branch that the run stands on. */
  readonly branch: string;
  /** The workflow file, its repository and ref, for messages. */
  readonly where: string;
  readonly push: ReleasePush;
  /** What the tag of its release may be called. */
  readonly tags: readonly string[];
}

/** What is certain, and what may be. */
export interface Judgement {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Whether a rule would stop the release commit or the tag: that is found out after publishing otherwise, when it can be neither
 * undone nor repeated. Two requests, the repository's rulesets and its branch; without a release commit only the first. One more
 * for each ruleset of tags, and for a branch whose rules stop no push.
 */
export async function lookAtPush(pushed: Pushed, options: CallOptions): Promise<Judgement> {
  const { repository, branch: standsOn, push } = pushed;
  const rulesets = activeRulesets(repository, options);
  const branch = push.commit && (push.commit.branch ?? standsOn).replace(/^refs\/heads\//, '');
  const onto =
    branch !== undefined && !branch.startsWith('refs/')
      ? judged(ontoBranch(branch), pushed, async () =>
          branchGuards(repository, { branch, rulesets: await rulesets }, options),
        )
      : NOTHING;
  const tagged = push.tags ? judged(ITS_TAG, pushed, async () => ontoTag(pushed, await rulesets, options)) : NOTHING;
  const both = await Promise.all([onto, tagged]);
  return {
    problems: both.flatMap(({ problems }) => problems),
    warnings: both.flatMap(({ warnings }) => warnings),
  };
}

/** Where it depends on the name, what is in the repository may say which one it is: two requests or more, where there is doubt. */
async function ontoTag(
  { repository, branch, push, tags }: Pushed,
  rulesets: readonly ListedRuleset[],
  options: CallOptions,
): Promise<Guards> {
  const guards = await tagGuards(repository, { tags, rulesets }, options);
  const isSure = guards.stopping.length > 0 || guards.doubtful.length === 0;
  if (isSure || tags.length === 1 || push.token !== 'job') return guards;
  const { exactTags } = await import('./exact-tags.ts');
  const exact = await exactTags({ repository, ref: branch.replace(/^refs\/heads\//, ''), tags }, options);
  return exact.length < tags.length ? tagGuards(repository, { tags: exact, rulesets }, options) : guards;
}

const NOTHING: Judgement = { problems: [], warnings: [] };

/** What is pushed, in the words of a warning and of a fault, and what a refusal means. */
interface Words {
  readonly pushes: string;
  readonly certainly: string;
  readonly otherwise: string;
}

function ontoBranch(branch: string): Words {
  return {
    pushes: `pushes to ${branch}`,
    certainly: `pushes its release commit to ${branch}`,
    otherwise:
      'The version would be published and tagged, and the component count as failed. Give the step record-release the token of a GitHub App that may bypass the rule; ' +
      'or take its input branch away, or set on-branch-failure: warn there: the tag keeps the commit.',
  };
}

const ITS_TAG: Words = {
  pushes: 'pushes the tag of its release',
  certainly: 'pushes the tag of its release',
  otherwise:
    'The version would be published without its tag and its GitHub release, and the component count as failed. ' +
    'Give the step record-release the token of a GitHub App that may bypass the rule, or let the ruleset not match this tag.',
};

async function judged(
  { pushes, certainly, otherwise }: Words,
  { where, push }: Pushed,
  look: () => Promise<Guards>,
): Promise<Judgement> {
  try {
    const { stopping, doubtful } = await look();
    if (stopping.length > 0 && push.token === 'job') {
      const refusal = `${where} ${certainly} with GITHUB_TOKEN, and GitHub would refuse that: ${listed(stopping)}. ${otherwise}`;
      return { problems: [refusal], warnings: [] };
    }
    const unsure = [...stopping, ...doubtful];
    const warning = `${where} ${pushes}, and whether it may cannot be seen from here: ${listed(unsure)}.`;
    return { problems: [], warnings: unsure.length > 0 ? [warning] : [] };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const unseen = `${where} ${pushes}, whose rules could not be looked at: ${messageOf(error)}`;
    return { problems: [], warnings: [unseen] };
  }
}
