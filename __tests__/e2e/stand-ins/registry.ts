import { variable } from './toolkit.ts';

interface Locked {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/** The packages from a registry that a package-lock.json names. */
export function lockedPackages(text: string): Locked[] {
  const { packages = {} } = JSON.parse(text) as { packages?: Record<string, Partial<Locked>> };
  return Object.entries(packages).flatMap(([path, { name, version = '', integrity }]) =>
    integrity === undefined ? [] : [{ name: name ?? path.replace(/^.*node_modules\//, ''), version, integrity }],
  );
}

/** What the registry says that the files of a version are; '' where it has no such version. */
export async function integrityOf({ name, version }: Locked): Promise<string> {
  const response = await fetch(`${variable('E2E_REGISTRY')}${name.replace('/', '%2f')}`);
  const { versions = {} } = (await response.json()) as { versions?: Record<string, { dist: { integrity: string } }> };
  return versions[version]?.dist.integrity ?? '';
}

interface Advisory {
  readonly title: string;
  readonly severity: string;
}

/** What the registry's audit endpoint knows of these packages, by name. */
export async function advisoriesOf(packages: readonly Locked[]): Promise<Record<string, Advisory[]>> {
  const response = await fetch(`${variable('E2E_REGISTRY')}-/npm/v1/security/advisories/bulk`, {
    method: 'POST',
    body: JSON.stringify(Object.fromEntries(packages.map(({ name, version }) => [name, [version]]))),
  });
  return (await response.json()) as Record<string, Advisory[]>;
}
