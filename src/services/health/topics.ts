import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../platform/errors.ts';
import { createNetwork } from '../../platform/net/network.ts';
import { safeRequest } from '../../platform/net/safe-request.ts';
import { runContext } from '../../platform/runner/context.ts';
import { readJson, valueAt } from './bounded-json.ts';

export interface TopicsOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly apiUrl: string;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * The topics of the repository that the workflow runs in: from the event where it tells them, else from the API. Throws a
 * UserError where neither does, for a check that is left out by mistake would be a check that passed.
 */
export async function repositoryTopics(options: TopicsOptions): Promise<readonly string[]> {
  const { eventPath } = runContext(options.env);
  const fromEvent = eventPath === undefined ? undefined : await eventTopics(eventPath);
  return fromEvent ?? (await apiTopics(options));
}

async function eventTopics(path: string): Promise<readonly string[] | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const event = readJson(text);
  return event.kind === 'json' ? texts(valueAt(event.value, '/repository/topics')) : undefined;
}

async function apiTopics({ env, apiUrl, token, signal }: TopicsOptions): Promise<readonly string[]> {
  const { repository = '' } = runContext(env);
  const fail = (why: string) =>
    new UserError(
      `The topics of ${repository || 'the repository'} could not be read: ${why}. Give them as the input topics.`,
    );
  if (repository === '') throw fail('GITHUB_REPOSITORY is not set');
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { accept: 'application/vnd.github+json', ...authorization };
  // A GitHub Enterprise Server may well be on a private network.
  const network = createNetwork({ allowPrivateNetwork: true, env });
  const url = `${apiUrl}/repos/${repository}/topics`;
  const answer = await safeRequest(url, { network, headers, timeoutMs: 30_000, signal }).catch((error: unknown) => {
    throw fail(messageOf(error));
  });
  if (answer.status !== 200) throw fail(`GET ${url} answered ${answer.status}; the token needs metadata: read`);
  const body = readJson(answer.text);
  const topics = body.kind === 'json' ? texts(valueAt(body.value, '/names')) : undefined;
  if (!topics) throw fail(`GET ${url} answered no list of names`);
  return topics;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined;
}
