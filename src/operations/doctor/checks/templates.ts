import { readFile } from '../../../platform/github/contents.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import type { Repository } from '../../../platform/github/repository.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';
import { standingOf } from '../templates/compare-template.ts';
import { readHeader } from '../templates/template-text.ts';
import { placeholdersOf, templatesOf } from '../templates/templates-of-pass.ts';
import type { WantedTemplate } from '../templates/wanted-templates.ts';

/** The templates that a repository has of us, and how they stand to those of this version. */
async function troublesWith(
  repository: Repository,
  pass: Pass,
): Promise<readonly (Trouble & { readonly is: 'behind' | 'changed' })[]> {
  const { templates } = pass;
  if (!templates) return [];
  const wanted = wantedIn(repository.name, pass);
  if (wanted.length === 0) return [];
  const { defaultBranch: ref } = await readRepository(repository);
  const found = await Promise.all(
    wanted.map(async (one) => {
      const present = await readFile(repository, { path: one.path, ref });
      // What somebody wrote, or copied by hand, is theirs.
      if (present === undefined || !readHeader(present)) return [];
      const known = await placeholdersOf(pass);
      const standing = await standingOf(one, present, { templates: templates.source, known });
      if (standing.is !== 'behind' && standing.is !== 'changed') return [];
      return [troubleWith(one, standing, templates.source.version)];
    }),
  );
  return found.flat();
}

function wantedIn(repository: string, pass: Pass): WantedTemplate[] {
  return templatesOf(pass).filter(
    (one): one is WantedTemplate => 'template' in one && one.repository.toLowerCase() === repository.toLowerCase(),
  );
}

function troubleWith(
  { path, template, repository }: WantedTemplate,
  { is, version }: { readonly is: 'behind' | 'changed'; readonly version: string },
  ours: string,
): Trouble & { readonly is: 'behind' | 'changed' } {
  if (is === 'behind')
    return {
      ...{ is, severity: 'warning', expected: `${template} of ${ours}` },
      seen: `${path} in ${repository} is ${template} of release-actions ${version}; this is ${ours}.`,
      fix: 'Let the doctor open a pull request (operation: install, update: true, dry-run: false), or:',
      paste: 'npm run doctor -- install --update --write',
    };
  return {
    ...{ is, severity: 'info', expected: `${template} of ${ours}` },
    seen: `${path} in ${repository} was changed since it was installed (${template} of ${version}), and is not what ${ours} brings.`,
    fix: 'It is never overwritten. To compare: operation: install, update: true opens a pull request with the new one beside it.',
  };
}

type Drift = 'behind' | 'changed';

async function told(is: Drift, repository: Repository, pass: Pass): Promise<Trouble[]> {
  const all = await pass.once(`templates ${repository.name.toLowerCase()}`, () => troublesWith(repository, pass));
  return all.filter((one) => one.is === is).map(({ is: _, ...trouble }) => trouble);
}

function inRepository(is: Drift): CheckOf<'repository'> {
  return {
    ...{ check: `template-${is}`, area: 'templates', of: 'repository' },
    run: ({ name }, pass) => told(is, pass.repositoryFor(name), pass),
  };
}

function atHome(is: Drift): CheckOf<'home'> {
  return {
    ...{ check: `template-${is}`, area: 'templates', of: 'home' },
    run: ({ repository }, pass) => told(is, repository, pass),
  };
}

export const templateChecks = [
  inRepository('behind'),
  inRepository('changed'),
  atHome('behind'),
  atHome('changed'),
] as const;
