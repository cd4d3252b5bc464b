import { UserError } from '../errors.ts';
import { trimEnd } from '../text/trim-end.ts';
import { CommandMissing } from './find-command.ts';
import { type ClientResult, lastWords, type RunClientOptions } from './run-client.ts';
import { runTool } from './run-tool.ts';

/** Where git works, and who it is. */
export interface GitOptions extends RunClientOptions {
  /** For servers that ask; never on a command line, never on disk. */
  readonly token?: string | undefined;
  /** Of the server that the token is for. */
  readonly serverUrl?: string | undefined;
}

/** What git printed, without blanks around it; throws a UserError with what git said where it fails. */
export async function git(args: readonly string[], options: GitOptions): Promise<string> {
  const { exitCode, stdout, stderr } = await tryGit(args, options);
  if (exitCode === 0) return stdout.trim();
  const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
  throw new UserError(`git ${args[0]} ${ending}: ${lastWords(stderr)}`);
}

/** The same where failure is an answer. Throws a UserError where git is not installed. */
export async function tryGit(args: readonly string[], options: GitOptions): Promise<ClientResult> {
  try {
    return await runTool('git', args, { ...options, env: { ...options.env, ...environment(options) } });
  } catch (error) {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError('git is not installed here. Runners of GitHub have it; install it on your own.');
  }
}

/** What a checkout could have git start by itself: hooks, a file monitor, helpers and other transports. */
const HARMLESS: readonly (readonly [key: string, value: string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.sshCommand', 'ssh'],
  ['core.askPass', ''],
  ['credential.helper', ''],
  ['protocol.ext.allow', 'never'],
];

/** Anyone who checked out with `persist-credentials: false` gives the token to the one command that needs it. */
function environment({ token, serverUrl = 'https://github.com' }: GitOptions): Record<string, string> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  const server = `http.${trimEnd(serverUrl, '/')}/`;
  const authorised = [
    [`${server}.extraheader`, `AUTHORIZATION: basic ${credentials}`],
    [`${server}.sslVerify`, 'true'],
  ] as const;
  const settings = token === undefined ? HARMLESS : [...HARMLESS, ...authorised];
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const common = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', GIT_CONFIG_COUNT: String(settings.length) };
  return { ...common, ...Object.fromEntries(entries) };
}

/**
 * Commits what is staged as the runner's bot and returns the commit; undefined where nothing is staged. The same content on
 * the same parent is the same commit, whenever it is made: so a run that is repeated finds what it made before.
 */
export async function commitStaged(message: string, options: GitOptions): Promise<string | undefined> {
  const { exitCode } = await tryGit(['diff', '--cached', '--quiet'], options);
  if (exitCode === 0) return undefined;
  const date = await git(['log', '-1', '--format=%cI'], options);
  const [name, email] = ['github-actions[bot]', '41898282+github-actions[bot]@users.noreply.github.com'];
  const identity = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
  const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
  const env = { ...options.env, ...identity, ...committer };
  await git(['commit', '--quiet', '--no-verify', '--no-gpg-sign', '-m', message], { ...options, env });
  return git(['rev-parse', 'HEAD'], options);
}

/** Stages every change of a tracked file, and new files that match these globs: nothing that a build left behind. */
export async function stageChanges(newFiles: readonly string[], options: GitOptions): Promise<void> {
  await git(['add', '--update', ':/'], options);
  const created = await git(
    ['ls-files', '--others', '--exclude-standard', '-z', '--', ...newFiles.map((glob) => `:(top,glob)${glob}`)],
    options,
  );
  const files = created.split('\0').filter((file) => file !== '');
  if (files.length > 0) await git(['add', '--', ...files.map((file) => `:(top,literal)${file}`)], options);
}
