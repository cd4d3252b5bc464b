import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { resolveManifestFile } from '../../src/engine/planning/open-manifest.ts';
import { mistake } from '../arguments.ts';

/** What a terminal has instead of a job: the folder that somebody works in, a repository, and tokens in the environment. */
export interface TerminalJob {
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
  /** Whether the folder is a clone of the repository that is meant. */
  readonly isOwn: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A job from what the terminal has. `GITHUB_TOKEN` stands in for every token that the manifest names and that is not set.
 * Without any token the script ends and says how to get one.
 */
export async function terminalJob(
  { repository, manifest }: { readonly repository: string | undefined; readonly manifest: string | undefined },
  env: Environment = process.env,
): Promise<TerminalJob> {
  const workspace = env.INIT_CWD ?? process.cwd();
  const token = env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '';
  if (token === '')
    mistake(
      'GITHUB_TOKEN is not set',
      'Set it to a token that reads your repositories: export GITHUB_TOKEN=$(gh auth token)',
    );
  const origin = originOf(workspace);
  const home = repository ?? origin;
  const kept = [
    'GITHUB_API_URL',
    'npm_config_registry',
    'PIP_INDEX_URL',
    'HTTPS_PROXY',
    'https_proxy',
    'NO_PROXY',
    'no_proxy',
    'NODE_EXTRA_CA_CERTS',
  ];
  const own = kept.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const tokens = manifest === undefined ? {} : await tokensOf(resolve(workspace, manifest), token, env);
  return {
    ...{ workspace, token, isOwn: home === undefined || home.toLowerCase() === origin?.toLowerCase() },
    env: { ...Object.fromEntries(own), ...tokens, ...(home !== undefined && { GITHUB_REPOSITORY: home }) },
  };
}

async function tokensOf(path: string, token: string, env: Environment): Promise<Record<string, string>> {
  try {
    const { manifest } = await resolveManifestFile(path);
    return Object.fromEntries(Object.values(manifest.tokens).map((variable) => [variable, env[variable] || token]));
  } catch {
    // The step itself says what is wrong with the file.
    return {};
  }
}

/** `owner/name` of the remote called origin; undefined outside of a clone. */
function originOf(folder: string): string | undefined {
  try {
    const url = execFileSync('git', ['remote', 'get-url', 'origin'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/.exec(url)?.[1];
  } catch {
    return undefined;
  }
}
