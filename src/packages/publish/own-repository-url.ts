import { isRecord, mapOf } from '../../platform/records.ts';
import { readEvent, runContext } from '../../platform/runner/context.ts';

/** Where provenance says that a package was built. */
export interface Home {
  /** `https://github.com` */
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
}

/**
 * The repository that the registry will hold packages against: of a public one, whose trusted publishing makes provenance by
 * itself. Undefined in a private one, or where nothing says which it is.
 */
export async function homeOfProvenance(env: Environment, workspace: string): Promise<Home | undefined> {
  const { serverUrl, repository } = runContext(env);
  const about = mapOf(mapOf(await readEvent(env, workspace)).repository);
  const isPublic = about.visibility === 'public' || about.private === false;
  return isPublic && serverUrl !== undefined && repository !== undefined ? { serverUrl, repository } : undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Why the registry would refuse a package's provenance, and the line that helps; undefined where it would not. It compares the
 * package's `repository` with the one that the run is of, with care for case. https://docs.npmjs.com/generating-provenance-statements
 */
export function repositoryFault(
  { name, repository }: { readonly name: string; readonly repository: unknown },
  { serverUrl, repository: own }: Home,
  directory?: string,
): string | undefined {
  const url = isRecord(repository) ? repository.url : repository;
  const host = new URL(serverUrl).host;
  if (typeof url === 'string' && slugOf(url, host) === own) return undefined;
  const says = typeof url === 'string' && url !== '' ? `says ${JSON.stringify(url)}` : 'is missing';
  const wanted = {
    type: 'git',
    url: `git+${serverUrl}/${own}.git`,
    ...(directory !== undefined && directory !== '.' && { directory }),
  };
  return (
    `${name}: "repository" in its package.json ${says}, but it is published from ${own}, and npm refuses (E422) provenance of ` +
    `anything else. Write "repository": ${JSON.stringify(wanted)}.`
  );
}

/** `owner/name` of a repository on the host, in all the forms that npm understands; undefined for one elsewhere. */
function slugOf(text: string, host: string): string | undefined {
  const url = text.replace(/^git\+/, '').replace(/#.*$/, '');
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url);
  if (short) return host === 'github.com' ? withoutGit(short[1]) : undefined;
  const full = /^(?:(?:https?|git|ssh):\/\/)?(?:[^@/]+@)?([^/:]+)(?::\d+)?[/:]([\w.-]+\/[\w.-]+)\/?$/.exec(url);
  return full?.[1]?.replace(/^www\./, '').toLowerCase() === host ? withoutGit(full[2]) : undefined;
}

function withoutGit(slug = ''): string {
  return slug.replace(/\.git$/, '');
}
