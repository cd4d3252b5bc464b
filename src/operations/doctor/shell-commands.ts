/** Commands for people to paste into a shell. Names in them are from repositories: each stays one word there, whatever is in it. */

export function enableWorkflow(path: string, repository: string): string {
  return `gh workflow enable ${shellWord(path.split('/').at(-1) ?? path)} --repo ${shellWord(repository)}`;
}

export function makeEnvironment(name: string, repository: string): string {
  return `gh api -X PUT ${shellWord(`repos/${repository}/environments/${encodeURIComponent(name)}`)}`;
}

export function trustPublisher(
  npm: string,
  {
    repository,
    path,
    environment,
  }: Readonly<Record<'repository' | 'path', string>> & { environment?: string | undefined },
): string {
  const file = shellWord(path.split('/').at(-1) ?? path);
  const env = environment === undefined ? '' : ` --env ${shellWord(environment)}`;
  return `npm trust github ${shellWord(npm)} --repo ${shellWord(repository)} --file ${file}${env} --allow-publish`;
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
