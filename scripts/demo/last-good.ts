import { STATE_BRANCH } from '../../src/engine/stores/state-branch.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { openRepository } from '../../src/platform/github/repository.ts';
import { realClock } from '../../src/platform/time/clock.ts';

interface Place {
  readonly apiUrl: string;
  readonly token: string;
  /** The repository that runs the train, as `owner/name`. */
  readonly repository: string;
}

interface Before {
  readonly versions: Readonly<Record<string, string>>;
  /** What a component handed on in a version. */
  readonly handedOn?: (id: string, version: string) => Readonly<Record<string, string>>;
}

/** Has the state branch say that an earlier train brought these versions there: what a rollback goes back to. */
export async function writeLastGood(
  { apiUrl, token, repository }: Place,
  environment: string,
  { versions, handedOn = () => ({}) }: Before,
): Promise<void> {
  const client = createClient({ apiUrl, token: staticToken(token), clock: realClock, writeGapMs: 0 });
  const home = openRepository(client, repository);
  const at = realClock.now();
  const good = Object.entries(versions).map(([id, version]) => [
    id,
    { version, trainId: 'earlier', at, outputs: handedOn(id, version) },
  ]);
  const content = JSON.stringify({ [environment]: Object.fromEntries(good) });
  const tree = await home.write<{ sha: string }>('POST /repos/{owner}/{repo}/git/trees', {
    tree: [{ path: 'last-good.json', mode: '100644', type: 'blob', content }],
  });
  const commit = await home.write<{ sha: string }>('POST /repos/{owner}/{repo}/git/commits', {
    message: 'earlier: succeeded',
    tree: tree.data.sha,
    parents: [],
  });
  await home.write('POST /repos/{owner}/{repo}/git/refs', {
    ref: `refs/heads/${STATE_BRANCH}`,
    sha: commit.data.sha,
  });
}
