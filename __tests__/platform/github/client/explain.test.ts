import { describe, expect, test } from '@jest/globals';
import { staticToken } from '../../../../src/platform/github/auth/tokens.ts';
import { explain } from '../../../../src/platform/github/client/explain.ts';
import { GitHubError } from '../../../../src/platform/github/client/github-errors.ts';
import { json } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const DISPATCH = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
const EVENT = 'POST /repos/{owner}/{repo}/dispatches';
const RUN = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
const CANCEL = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel';
const RERUN = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs';
const REFS = 'POST /repos/{owner}/{repo}/git/refs';
const RELEASES = 'POST /repos/{owner}/{repo}/releases';
const FILE = 'GET /repos/{owner}/{repo}/contents/{path}';
const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}';
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const ARTIFACT = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
const LOGS = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';

function explained(
  status: number,
  route: string,
  said: string,
  headers: Record<string, string> = {},
  body = '',
): string {
  return explain({ reply: { status, headers, bytes: Buffer.from(body) }, said, route });
}

test.each<[number, string, string, RegExp, Record<string, string>?]>([
  [401, RUN, 'Bad credentials', /token is not valid/],
  [401, RUN, 'Token has expired', /has expired: make a new one/],
  [
    422,
    REFS,
    'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n',
    /A rule of the repository or its organization .*\(Cannot create ref due to creations being restricted\): .*bypass list.*GITHUB_TOKEN cannot be in one/,
  ],
  [
    409,
    REFS,
    'Repository rule violations found\n\nChanges must be made through a pull request.',
    /\(Changes must be made/,
  ],
  [422, REFS, 'Reference update failed', /a branch named as this one begins, up to a slash.*rename that one/],
  [403, REFS, 'Repository rule violations found', /let this token do it: an administrator/],
  [422, RELEASES, 'tag_name was used by an immutable release', /had this tag and was deleted.*Release another version/],
  [
    403,
    DISPATCH,
    'Resource not accessible by integration',
    /GITHUB_TOKEN .*lacks the permission actions: write.*never reach another repository/,
  ],
  [403, EVENT, 'Resource not accessible by integration', /contents: write/],
  [
    403,
    EVENT,
    'Resource not accessible by personal access token',
    /fine-grained token lacks the permission contents: write/,
  ],
  [403, RUN, 'Resource not accessible by integration', /actions: read/],
  [403, CANCEL, 'Resource not accessible by integration', /actions: write/],
  [403, FILE, 'Resource not accessible by integration', /contents: read/],
  [403, STATUS, 'Resource not accessible by integration', /statuses: write/],
  [403, COMMENT, 'Resource not accessible by integration', /issues: write \(pull-requests: write/],
  [
    403,
    COMMENT,
    'Resource not accessible by integration',
    /permission issues: write or pull-requests: write with contents: read\./,
    { 'x-accepted-github-permissions': 'issues=write; pull_requests=write,contents=read' },
  ],
  [
    403,
    DISPATCH,
    'Must have admin rights',
    /classic token has the scopes gist, read:org; needed is repo/,
    { 'x-oauth-scopes': 'gist, read:org' },
  ],
  [403, DISPATCH, 'Forbidden', /needs the permission actions: write/],
  [403, DISPATCH, 'Repository was archived so is read-only.', /archived.*unarchive it/],
  [
    403,
    DISPATCH,
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled',
    /IP allow list/,
  ],
  [
    403,
    DISPATCH,
    'Resource protected by organization SAML enforcement.',
    /enforces SAML single sign-on: authorize the token/,
  ],
  [
    403,
    DISPATCH,
    'x',
    /authorize the token for the organization at https:\/\/github\.com\/orgs\/acme\/sso\?a=1\./,
    { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?a=1' },
  ],
  [403, DISPATCH, '`acme` forbids access via a personal access token (classic).', /use a GitHub App/],
  [
    404,
    DISPATCH,
    'Not Found',
    /not on the default branch.*no access.*GITHUB_TOKEN reaches only its own.*actions: write/,
  ],
  [404, EVENT, 'Not Found', /no access to it.*contents: write/],
  [404, RUN, 'Not Found', /does not exist, or the token has no access.*actions: read/],
  [404, FILE, 'Not Found', /no such file at this ref/],
  [404, STATUS, 'Not Found', /statuses: write/],
  [410, ARTIFACT, 'Artifact has expired', /retention-days/],
  [410, LOGS, 'Gone', /log has expired/],
  [410, COMMENT, 'Issues are disabled for this repo', /turned off/],
  [410, FILE, 'Gone', /gone for good/],
  [
    422,
    DISPATCH,
    "Workflow does not have 'workflow_dispatch' trigger",
    /no workflow_dispatch trigger at this ref: add/,
  ],
  [422, DISPATCH, 'Unexpected inputs provided: ["verson", "x"]', /does not declare the input verson, x:/],
  [422, DISPATCH, "Required input 'version' not provided", /requires the input version,/],
  [422, DISPATCH, "Provided value 'big' for input 'size' not in the list of allowed values", /list of options/],
  [
    422,
    DISPATCH,
    'failed to parse workflow: (Line: 3, Col: 5): Unexpected value',
    /cannot read the workflow file at this ref \(line 3, column 5\): correct it/,
  ],
  [403, RERUN, 'This workflow is already running', /has not ended, so it cannot be run again: wait/],
  [403, RUN, 'This installation has been suspended', /is suspended: an owner of the organization/],
  [403, RUN, 'API rate limit exceeded for installation ID 1.', /rate limit was not lifted.*a limit of its own|own/],
  [403, REFS, 'Resource not accessible by integration', /lacks contents: write, or .*workflow files differ/],
  [403, RELEASES, 'Resource not accessible by integration', /a GITHUB_TOKEN can never have\. .*push the tag by git/],
  [422, DISPATCH, 'No ref found for: nope', /ref or commit does not exist/],
  [422, DISPATCH, `No ref found for: ${'0a'.repeat(20)}`, /branch or a tag, never on a commit/],
  [422, DISPATCH, 'No ref found for: refs/pull/67/merge', /never on a commit or a pull request/],
  [422, DISPATCH, "Cannot trigger a 'workflow_dispatch' on a disabled workflow", /disabled: enable it/],
  [422, STATUS, 'No commit found for SHA: 0000', /commit does not exist/],
  [422, 'POST /repos/{owner}/{repo}/git/refs', 'Reference already exists', /exists already/],
  [422, 'PATCH /repos/{owner}/{repo}/git/refs/{ref}', 'Update is not a fast forward', /Somebody else moved/],
  [422, COMMENT, 'Validation Failed', /names the field/],
  [409, CANCEL, 'Cannot cancel a workflow run that is completed.', /over already/],
])('%i %s %j', (...[status, route, said, words, headers]) => {
  expect(explained(status, route, said, headers)).toMatch(words);
});

test.each([401, 403, 404, 410, 422])('%i of an HTML page is not GitHub’s', (status) => {
  expect(explained(status, RUN, '', { 'content-type': 'text/html' }, '<html>')).toMatch(
    /does not come from GitHub.*api-url/,
  );
});

describe('through the client', () => {
  const scene = setUp();

  test.each([401, 403, 404])('%i says which token was used, and never its value', async (status) => {
    const refused = json({ message: 'No' }, { status });
    scene.server.play(refused, refused);
    const token = staticToken('github_pat_x', 'the entry acme of the input tokens');
    const asked = rejection(scene.another({ token }).read('GET /a'));
    if (status === 401) await scene.clock.pass(1000);
    const { message } = await asked;
    expect(message).toContain('Token used: the entry acme of the input tokens (a fine-grained token).');
    expect(message).not.toContain('github_pat_x');
  });

  test('a token with a line break is named, was not sent, and is not shown', async () => {
    const token = staticToken('ghp_one\ntwo', 'the input token');
    const error = await rejection(scene.another({ token }).write('POST /a'));
    expect(error).toMatchObject({ name: 'GitHubError', kind: 'fault' });
    expect(error.message).toMatch(
      /^POST \/a failed\. It was not sent, because the input token \(a classic token\) holds a/,
    );
    expect(error.message).not.toContain('ghp_one');
    expect(scene.server.requests).toEqual([]);
  });

  test('what GraphQL refuses for its token says which it was, other errors do not', async () => {
    const refused = (type: string) => json({ data: null, errors: [{ type, message: 'No' }] });
    scene.server.play(refused('FORBIDDEN'), refused('UNPROCESSABLE'));
    const ask = () => rejection(scene.client.graphql('query { a }', {}));
    expect((await ask()).message).toContain('Token used: the token (a classic token).');
    expect((await ask()).message).not.toContain('Token used');
  });

  test('the caller’s own words come first, GitHub’s are kept, a hostile message stays in its line', async () => {
    scene.server.play(
      json(
        { message: 'Not\n::error::Found', errors: [{ resource: 'Run', field: 'id', code: 'invalid' }] },
        { status: 404 },
      ),
    );
    const error = await rejection(scene.client.read('GET /a', {}, { explain: { 404: 'The run was deleted.' } }));
    expect(error).toBeInstanceOf(GitHubError);
    expect(error.message).toBe(
      'GET /a answered 404 ("Not\\n::error::Found; Run id invalid"). The run was deleted. Token used: the token (a classic token). Request id AB12:CD34.',
    );
  });
});
