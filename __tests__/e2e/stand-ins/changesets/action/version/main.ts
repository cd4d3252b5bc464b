import { execFileSync } from 'node:child_process';
import { input, run, setOutput, variable } from '../../../toolkit.ts';

const [server, repository] = [variable('GITHUB_SERVER_URL'), variable('GITHUB_REPOSITORY')];
const base = variable('GITHUB_REF').replace('refs/heads/', '');
const branch = `changeset-release/${base}`;
const [program = '', ...args] = input('script').split(/\s+/);

const git = (...words: string[]) => run('git', words);
git('config', 'user.name', 'github-actions[bot]');
git('config', 'user.email', '41898282+github-actions[bot]@users.noreply.github.com');
git('checkout', '--quiet', '-B', branch);
run(program, args);
if (execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) === '') {
  console.log('No version is to be raised.');
} else {
  git('add', '--all');
  git('commit', '--quiet', '--message', input('commit-message'));
  const credentials = Buffer.from(`x-access-token:${input('github-token')}`).toString('base64');
  const header = `http.${server}/.extraheader=AUTHORIZATION: basic ${credentials}`;
  git('-c', header, 'push', '--quiet', '--force', `${server}/${repository}`, `HEAD:refs/heads/${branch}`);
  setOutput('pull-request-number', String((await openPull()) ?? (await request('POST', proposal())).number));
}

async function openPull(): Promise<number | undefined> {
  const [owner] = repository.split('/');
  const query = `?state=open&base=${base}&head=${encodeURIComponent(`${owner}:${branch}`)}`;
  const open = (await request('GET', undefined, query)) as unknown as { number: number }[];
  return open[0]?.number;
}

function proposal(): object {
  return { title: input('pr-title'), head: branch, base, body: 'Merging this releases the version it names.' };
}

async function request(method: string, body?: object, query = ''): Promise<{ number: number }> {
  const response = await fetch(`${variable('GITHUB_API_URL')}/repos/${repository}/pulls${query}`, {
    method,
    headers: { authorization: `Bearer ${input('github-token')}`, accept: 'application/vnd.github+json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} pulls: ${response.status} ${await response.text()}`);
  return (await response.json()) as { number: number };
}
