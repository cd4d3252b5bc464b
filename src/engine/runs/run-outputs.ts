import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { isRecord } from '../../platform/records.ts';

export type RunOutputs = { readonly values: Readonly<Record<string, unknown>> } | { readonly fault: string };

/** What a run hands on: the one JSON file of its artifact of that name, which holds a map; or why that cannot be read. */
export async function readOutputs(
  client: GitHubClient,
  { repository, runId, name }: { repository: string; runId: number; name: string },
): Promise<RunOutputs> {
  try {
    const { downloadArtifact, findArtifact } = await import('../../platform/github/artifacts.ts');
    const artifact = await findArtifact(client, repository, { runId, name });
    if (!artifact || artifact.expired)
      throw new UserError(artifact ? 'it has expired' : 'the run left none of that name');
    const files = [...(await downloadArtifact(client, repository, artifact))];
    const json = files.length === 1 ? files : files.filter(([file]) => file.endsWith('.json'));
    if (json.length > 1)
      throw new UserError(`it holds ${json.length} .json files: ${json.map(([file]) => file).join(', ')}`);
    const [[path, bytes] = []] = json;
    if (!bytes) throw new UserError('it holds no .json file');
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isRecord(values)) throw new UserError(`${path} holds no map`);
    return { values };
  } catch (error) {
    if (!(error instanceof KnownError) && !(error instanceof SyntaxError)) throw error;
    const what = `The run succeeded, but its outputs cannot be read from its artifact ${JSON.stringify(name)}`;
    return { fault: `${what}: ${messageOf(error).replace(/\.+$/, '')}.` };
  }
}
