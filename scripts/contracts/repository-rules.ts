import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockFile, missingOptionals, strictEngines } from '../lock-file.ts';
import { freshReference, REFERENCE } from '../manifest-reference.ts';
import { buildingBlocks, publicActions } from '../project.ts';
import { bundledActions } from './action-facts.ts';
import type { Finding } from './source.ts';

/** src/main.ts names exactly the folders that have an action.yml, each with the module of its name. */
export function bundleAndFoldersAgree(project: string): Finding[] {
  const file = 'src/main.ts';
  const bundled = bundledActions(readFileSync(join(project, file), 'utf8'));
  const actions = [...publicActions(project), ...buildingBlocks(project)];
  const folders = [...new Set(actions.map(({ name }) => name))];
  const finding = (message: string) => ({ file, line: 1, message });
  return [
    ...folders
      .filter((name) => !bundled.has(name))
      .map((name) => finding(`does not know ${name}, which has an action.yml.`)),
    ...[...bundled].flatMap(([name, module]) => {
      if (!folders.includes(name)) return [finding(`knows ${name}, which has no action.yml.`)];
      return module === `actions/${name}.ts`
        ? []
        : [finding(`loads ${module} for ${name}; expected actions/${name}.ts.`)];
    }),
  ];
}

/** GitHub offers a template only with a file of properties beside it. https://docs.github.com/actions/how-tos/reuse-automations/create-workflow-templates */
export function templatesHaveProperties(project: string): Finding[] {
  const folder = 'workflows-templates';
  if (!existsSync(join(project, folder))) return [];
  const names = readdirSync(join(project, folder));
  const templates = names.filter((name) => name.endsWith('.yml')).map((name) => name.slice(0, -'.yml'.length));
  const orphans = names
    .filter((name) => name.endsWith('.properties.json'))
    .filter((name) => !templates.includes(name.slice(0, -'.properties.json'.length)))
    .map((name) => ({ file: `${folder}/${name}`, line: 1, message: 'belongs to no template.' }));
  return [...templates.flatMap((name) => propertyFindings(project, `${folder}/${name}.properties.json`)), ...orphans];
}

function propertyFindings(project: string, file: string): Finding[] {
  const finding = (message: string) => [{ file, line: 1, message }];
  if (!existsSync(join(project, file))) return finding('is missing: GitHub would not offer the template.');
  try {
    const properties = JSON.parse(readFileSync(join(project, file), 'utf8')) as Record<string, unknown>;
    return ['name', 'description']
      .filter((key) => typeof properties[key] !== 'string')
      .flatMap((key) => finding(`has no ${key}.`));
  } catch {
    return finding('is not JSON.');
  }
}

/** The reference of the manifest is what its schema gives. */
export function referenceIsFresh(project: string): Finding[] {
  const page = join(project, REFERENCE);
  if (!existsSync(page) || readFileSync(page, 'utf8') === freshReference(project)) return [];
  return [{ file: REFERENCE, line: 1, message: 'is not what the schema gives. Run npm run manifest-reference.' }];
}

/** `npm ci` refuses a lock file that has no entry for an optional dependency, on whatever system. */
export function lockFileIsWhole(project: string): Finding[] {
  const file = 'package-lock.json';
  const lock = JSON.parse(readFileSync(join(project, file), 'utf8')) as LockFile;
  const missing = missingOptionals(lock).map(({ name }) => name);
  const strict = strictEngines(lock);
  const said = [
    ...(missing.length > 0 ? [`lacks ${missing.length} optional packages, such as ${missing[0]}`] : []),
    ...(strict.length > 0 ? [`lets npm ci warn of ${strict.length} packages, such as ${strict[0]}`] : []),
  ];
  return said.map((message) => ({ file, line: 1, message: `${message}. Run npm run lock.` }));
}
