import { repositoryFault } from '../../packages/publish/own-repository-url.ts';
import type { PackageJson } from '../../packages/workspace/package-json.ts';
import { served } from './component-facts.ts';
import type { Trouble } from './finding.ts';
import type { Pass } from './pass.ts';

type Name = Parameters<typeof served>[0];

/** Those of the packages that their registry does not know. */
export async function notServed<N extends Name>(names: readonly N[], pass: Pass): Promise<N[]> {
  const found = await Promise.all(names.map(async (one) => ((await served(one, pass)) === undefined ? [one] : [])));
  return found.flat();
}

/** Trusted publishing creates no name: the first version of a package is published by hand. */
export function noSuchName(name: string): string {
  return `The registry knows no package named ${name}, or does not show it: trusted publishing cannot create a name.`;
}

/** What npm refuses after everything was built: a package.json that names another repository than the one it is published from. */
export function repositoryTrouble(
  {
    name,
    file,
    json,
    directory,
  }: {
    readonly name: string;
    readonly file: string;
    readonly json: PackageJson;
    readonly directory: string | undefined;
  },
  home: Parameters<typeof repositoryFault>[1],
): Trouble | undefined {
  const fault = repositoryFault({ name, repository: json.json.value.repository }, home, directory);
  if (fault === undefined) return undefined;
  const [seen = fault, line = ''] = fault.split(' Write ');
  return {
    severity: 'error',
    seen,
    expected: `"repository" of ${file} that names ${home.repository}`,
    fix: `Write into ${file}:`,
    paste: line.replace(/\.$/, ''),
  };
}
