import type { Run } from './core/run.ts';
import { findRepository, iso, type Repository, type World } from './core/world.ts';

/**
 * What a browser is shown where GitHub would show its own page: repositories, runs with their logs, branches, files, commits and
 * issues. Undefined where there is no such page. Every text may come from anywhere, and is escaped.
 */
export function pageOf(world: World, path: string): string | undefined {
  const parts = path.split('/').filter(Boolean).map(decoded);
  if (parts.length === 0)
    return page('The embedded GitHub', list([...world.repositories.values()].map(repositoryLink)));
  const [owner, name, kind, ...rest] = parts;
  const repository = findRepository(world, `${owner}/${name}`);
  if (!repository) return undefined;
  if (kind === undefined) return repositoryPage(repository);
  if (kind === 'actions') return runPage(repository, Number(rest[1]));
  if (kind === 'issues' || kind === 'pull') return issuePage(repository, Number(rest[0]));
  return refPage(repository, kind, rest.join('/'));
}

function repositoryPage(repository: Repository): string {
  const { fullName, git, runs, issues } = repository;
  const branches = [...git.refs.keys()].filter((ref) => ref.startsWith('refs/heads/')).map((ref) => ref.slice(11));
  return page(
    fullName,
    [
      section('Branches', list(branches.map((branch) => link(`/${fullName}/tree/${branch}`, branch)))),
      section(
        'Runs',
        list(
          runs.toReversed().map((run) => `${link(`/${fullName}/actions/runs/${run.id}`, run.title)} ${stateOf(run)}`),
        ),
      ),
      section(
        'Issues',
        list(
          issues.map(
            ({ number, title, state }) =>
              `${link(`/${fullName}/issues/${number}`, `#${number} ${title}`)} ${escaped(state)}`,
          ),
        ),
      ),
    ].join(''),
  );
}

function runPage({ fullName, runs }: Repository, id: number): string | undefined {
  const run = runs.find((one) => one.id === id);
  if (!run) return undefined;
  const inputs = Object.entries({ ...run.inputs, ...run.payload }).map(
    ([name, value]) => `${escaped(name)}: <code>${escaped(String(value))}</code>`,
  );
  const attempts = run.attempts.map(({ number, jobs, conclusion, status, startedAt, endedAt }) => {
    const told = jobs.map(
      ({ script, conclusion: end }) =>
        `<h3>${escaped(script.name)} ${escaped(end)}</h3><pre>${escaped(script.log ?? '')}</pre>`,
    );
    const when = [startedAt, endedAt].map((at) => (at === undefined ? '' : iso(at))).join(' – ');
    return section(`Attempt ${number}: ${conclusion ?? status}`, `<p>${escaped(when)}</p>${told.join('')}`);
  });
  return page(
    `${fullName}: ${run.title}`,
    `<p>${link(`/${fullName}`, fullName)}, by ${escaped(run.event)} of ${escaped(run.actor)}, ${stateOf(run)}</p>${section('Inputs', list(inputs))}${attempts.join('')}`,
  );
}

function issuePage({ fullName, issues }: Repository, number: number): string | undefined {
  const issue = issues.find((one) => one.number === number);
  if (!issue) return undefined;
  const texts = [issue.body ?? '', ...issue.comments.map(({ body }) => body)];
  const people = issue.assignees.length > 0 ? `, assigned to ${issue.assignees.join(', ')}` : '';
  return page(
    `${fullName} #${number}: ${issue.title}`,
    `<p>${escaped(`${issue.state}${people}`)}</p>${texts.map((text) => `<pre>${escaped(text)}</pre>`).join('')}`,
  );
}

/** `tree`, `blob`, `commits` and `commit`: a branch may have slashes in its name, so the longest that fits counts. */
function refPage(repository: Repository, kind: string, rest: string): string | undefined {
  const { git, fullName } = repository;
  const refs = [...git.refs.keys()]
    .map((ref) => ref.replace(/^refs\/(?:heads|tags)\//, ''))
    .sort((a, b) => b.length - a.length);
  const ref = refs.find((one) => rest === one || rest.startsWith(`${one}/`)) ?? rest.split('/')[0] ?? '';
  const path = rest.slice(ref.length + 1);
  const commit = git.resolve(ref);
  if (!commit) return undefined;
  if (kind === 'commits' || kind === 'commit') {
    const lines: string[] = [];
    for (let at = git.commit(commit.sha); at && lines.length < 500; at = git.commit(at.parents[0] ?? ''))
      lines.push(
        `${escaped(iso(at.at))} ${link(`/${fullName}/tree/${at.sha}`, at.sha.slice(0, 7))} ${escaped(at.message)}`,
      );
    return page(`${fullName} ${ref}: commits`, list(lines));
  }
  const entry = git.entryAt(commit.tree, path);
  if (!entry) return undefined;
  const title = `${fullName} ${ref}/${path}`;
  if (entry.mode !== '040000') return page(title, `<pre>${escaped(readable(git.blob(entry.sha)))}</pre>`);
  const base = `${ref}${path === '' ? '' : `/${path}`}`;
  const files = [...(git.tree(entry.sha) ?? [])].map(([name, { mode }]) =>
    link(`/${fullName}/${mode === '040000' ? 'tree' : 'blob'}/${base}/${name}`, name),
  );
  return page(title, `<p>${link(`/${fullName}/commits/${ref}`, 'commits')}</p>${list(files)}`);
}

/** JSON as people read it; anything else as it is. */
function readable(bytes: Buffer | undefined): string {
  const text = bytes?.toString('utf8') ?? '';
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function stateOf(run: Run): string {
  const { status, conclusion } = run.attempts.at(-1) ?? {};
  return escaped(conclusion ?? status ?? '');
}

function repositoryLink({ fullName }: Repository): string {
  return link(`/${fullName}`, fullName);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}pre{overflow:auto;padding:1rem;border:1px solid #8888}</style><h1>${escaped(title)}</h1>${body}</html>`;
}

function section(title: string, body: string): string {
  return `<h2>${escaped(title)}</h2>${body}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '<p>None.</p>' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function link(to: string, text: string): string {
  return `<a href="${escaped(to.split('/').map(encodeURIComponent).join('/'))}">${escaped(text)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
