import { permissionOf, workflowDispatch } from './permissions.ts';
import type { RefusalCause } from './refusal-facts.ts';
import { named, placeIn, ruleIn } from './words-of-github.ts';

const dispatchRoute = /\/dispatches$/;

/** Why GitHub refuses a request, and what to do about it; what is narrow comes before what is general. */
export const causes: readonly RefusalCause[] = [
  {
    status: [401, 403, 404, 410, 422],
    when: ({ html }) => html,
    say: 'The answer is an HTML page, so it does not come from GitHub’s API: check api-url and the proxy settings.',
  },
  { status: [401], said: /expired/i, say: 'The token has expired: make a new one and store it in the secret.' },
  {
    status: [401],
    route: /^(GET|POST) \/(app|(orgs|users)\/\{owner\}\/installation)/,
    say: 'GitHub does not accept the App’s key: check that app-id and private-key belong together, that the key was not deleted in the App’s settings, and that this machine’s clock is right.',
  },
  {
    status: [401],
    say: 'The token is not valid (mistyped, revoked or expired, or meant for another server than api-url): check the secret that holds it.',
  },
  {
    status: [403, 404],
    when: ({ headers }) => headers['x-github-sso'] !== undefined,
    say: ({ headers }) => {
      const url = /url=(https:[^\s;,]+)/.exec(headers['x-github-sso'] ?? '')?.[1];
      return `The organization enforces SAML single sign-on and the token is not authorized for it: authorize the token for the organization${url ? ` at ${url}` : ' in the settings of the token'}.`;
    },
  },
  {
    status: [403],
    said: /SAML/i,
    say: 'The organization enforces SAML single sign-on: authorize the token for it in the settings of the token ("Configure SSO").',
  },
  {
    status: [403],
    said: /IP allow list/i,
    say: 'The organization admits listed IP addresses only: add the runner’s address to its IP allow list, or use a runner with an admitted address.',
  },
  {
    status: [403],
    said: /forbids access via a (fine-grained )?personal access token/i,
    say: 'The organization does not accept this kind of token: use a GitHub App (app-id and private-key) or the kind that it allows.',
  },
  {
    status: [403, 422],
    said: /archived/i,
    say: 'The repository is archived, so nothing in it can be changed or run: unarchive it, or take it out of the manifest.',
  },
  {
    status: [403, 404, 422],
    route: dispatchRoute,
    said: /disabled/i,
    say: 'The workflow (or Actions in this repository) is disabled: enable it on the repository’s Actions page. GitHub disables scheduled workflows after 60 days without activity.',
  },
  {
    status: [401, 403, 404],
    said: /installation.*suspended|suspended.*installation/i,
    say: 'The installation of the GitHub App is suspended: an owner of the organization (or the App’s owner) has to lift that in the settings of the installation.',
  },
  {
    status: [403, 429],
    said: /rate limit|abuse detection/i,
    say: 'The rate limit was not lifted in time: it is shared by everything that uses this token. Run it again later, or use a GitHub App, whose limit is its own.',
  },
  {
    status: [403],
    route: /\/(rerun|rerun-failed-jobs)$/,
    said: /already running/i,
    say: 'The run has not ended, so it cannot be run again: wait until all of its jobs are over, or cancel it first.',
  },
  {
    status: [409, 422],
    said: /used by an immutable release/i,
    say: 'An immutable release had this tag and was deleted: GitHub gives its name to nobody ever again. Release another version.',
  },
  {
    status: [403, 409, 422],
    said: /rule violations|creations being restricted|protected (branch|tag|ref)/i,
    say: ({ said }) =>
      `A rule of the repository or its organization does not let this token do it${ruleIn(said)}: an administrator sees which under Settings → Rules. Add the App whose token this is to the bypass list of that ruleset (GITHUB_TOKEN cannot be in one), or let the ruleset not match this branch or tag.`,
  },
  {
    // https://github.com/googleapis/release-please/issues/1024
    status: [422],
    route: /^POST .*\/git\/refs/,
    said: /^reference update failed/i,
    say: 'Git keeps it from being made where there is a branch named as this one begins, up to a slash (or one that begins as this one is named): rename that one, or delete it.',
  },
  {
    status: [403, 404],
    route: /^(POST|PATCH) .*\/(git\/refs|releases)/,
    said: /workflow|not accessible by integration/i,
    say: 'The token lacks contents: write, or the commit’s workflow files differ from those of the default branch: GitHub then asks for the permission workflows as well, which a GITHUB_TOKEN can never have. Use a GitHub App or a fine-grained token with contents: write and workflows: write, or push the tag by git before the release is made.',
  },
  {
    status: [403],
    said: /not accessible by integration/i,
    say: (facts) =>
      `The token is a GITHUB_TOKEN or an App’s and lacks ${permissionOf(facts)}. GITHUB_TOKEN: add it to the job’s permissions; it can never reach another repository, for which a token or App of that repository’s owner is needed. App: grant it in the App’s settings and accept it in the installation.`,
  },
  {
    status: [403],
    said: /not accessible by personal access token/i,
    say: (facts) =>
      `The fine-grained token lacks ${permissionOf(facts)} on this repository: edit the token, and let the organization approve it.`,
  },
  {
    status: [403],
    when: ({ headers }) => headers['x-oauth-scopes'] !== undefined,
    say: (facts) =>
      `The classic token has the scopes ${facts.headers['x-oauth-scopes'] || '(none)'}; needed is repo${/actions|workflow/.test(facts.route) ? ' (and workflow, to change workflow files)' : ''}, and its user needs write access to the repository.`,
  },
  {
    status: [403],
    say: (facts) =>
      `The token may not do this: it needs ${permissionOf(facts)} on this repository, and its user or App needs access to it.`,
  },
  {
    status: [404],
    route: workflowDispatch,
    say: 'Either the workflow file is not on the default branch (GitHub can only dispatch those; give its file name, such as release.yml), or the repository does not exist, or the token has no access to it: GitHub answers 404 for what a token may not see. A GITHUB_TOKEN reaches only its own repository. Needed: actions: write.',
  },
  {
    status: [404],
    route: /^GET .*\/contents\//,
    say: 'There is no such file at this ref, or no such ref or repository, or the token cannot see it (contents: read).',
  },
  {
    status: [404],
    route: /\/statuses\//,
    say: 'The repository does not exist or the token may not set statuses in it (statuses: write; classic: repo:status).',
  },
  {
    status: [404],
    route: /installation/,
    say: 'The GitHub App is not installed on this owner or repository: install it there, and check app-id.',
  },
  {
    status: [404],
    say: (facts) =>
      `It does not exist, or the token has no access to it: GitHub answers 404 for what a token may not see, so check the name, and that the token reaches this repository with ${permissionOf(facts)}. A GITHUB_TOKEN reaches only its own repository.`,
  },
  {
    status: [410],
    route: /artifacts/,
    say: 'The artifact has expired or was deleted: run the workflow again, or raise its retention-days.',
  },
  {
    status: [410],
    route: /logs/,
    say: 'The log has expired or was deleted; GitHub keeps logs for the repository’s retention period.',
  },
  { status: [410], said: /deleted/i, say: 'It was deleted, and GitHub keeps nothing of it.' },
  { status: [410], route: /issues/, say: 'Issues are turned off in this repository: turn them on in its settings.' },
  { status: [410], say: 'It was here and is gone for good: it expired, was deleted, or the feature is turned off.' },
  {
    status: [422],
    route: workflowDispatch,
    said: /does not have .?workflow_dispatch/i,
    say: 'The workflow has no workflow_dispatch trigger at this ref: add `workflow_dispatch:` under `on:` there, and on the default branch.',
  },
  {
    status: [422],
    route: dispatchRoute,
    said: /failed to parse workflow|invalid workflow|workflow.*(not valid|syntax)/i,
    say: ({ said }) =>
      `GitHub cannot read the workflow file at this ref${placeIn(said)}: correct it there; the Actions page of the repository shows what is wrong with it.`,
  },
  {
    status: [422],
    route: workflowDispatch,
    said: /unexpected inputs/i,
    say: ({ said }) =>
      `The workflow does not declare the input${named(said)}: declare it under on.workflow_dispatch.inputs at this ref, or do not send it.`,
  },
  {
    status: [422],
    route: workflowDispatch,
    said: /required input/i,
    say: ({ said }) => `The workflow requires the input${named(said)}, which was not given: add it to inputs.`,
  },
  {
    status: [422],
    route: workflowDispatch,
    said: /allowed values|not in the list/i,
    say: 'An input has a value that the workflow’s list of options does not hold: choose one of its options.',
  },
  {
    status: [422],
    route: workflowDispatch,
    said: /no ref found for:? *["']?([0-9a-f]{40}\b|refs\/pull\/)/i,
    say: 'A workflow is dispatched on a branch or a tag, never on a commit or a pull request: give the name of a branch or tag that has the commit as ref, and the commit itself as an input.',
  },
  {
    status: [422],
    said: /no ref found|ref.*(not found|does not exist)|no commit found/i,
    say: 'The ref or commit does not exist in the repository: check its spelling (a branch or tag name), and that it was pushed.',
  },
  {
    status: [422],
    route: dispatchRoute,
    say: 'GitHub does not accept the dispatch: check ref, inputs and payload against what the workflow declares.',
  },
  {
    status: [422],
    said: /already.exists/i,
    say: 'It exists already: nothing was changed.',
  },
  {
    status: [422],
    said: /fast.forward/i,
    say: 'Somebody else moved the branch in between: read it again, then repeat the change.',
  },
  {
    status: [422],
    route: /\/statuses\//,
    say: 'GitHub does not accept the status: the commit must exist in this repository, and a commit and context take at most 1,000 statuses.',
  },
  {
    status: [422],
    say: 'GitHub understood the request but does not accept a value in it; its message names the field.',
  },
  {
    status: [400],
    say: 'GitHub could not read the request: check the values that went into it, and that api-url is right.',
  },
  {
    status: [409],
    route: /\/(cancel|force-cancel)$/,
    say: 'The run cannot be cancelled in its present state; most often it is over already.',
  },
  { status: [409], say: 'It conflicts with the present state: read it again, then repeat the change.' },
  { status: [429], say: 'The rate limit was not lifted in time: run it again later.' },
];
