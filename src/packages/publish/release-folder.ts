import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { isText, mapOf, parsedJson } from '../../platform/records.ts';
import { isExactVersion } from '../registries/package.ts';
import { MANAGER_NAMES, type ManagerName } from '../workspace/manager.ts';
import { isNpmName } from '../workspace/npm-name.ts';

/** One packed package. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  readonly tag: string;
  /** Name of the tarball in the folder. */
  readonly file: string;
  /** `sha512-…` of the tarball, as npm will serve it. */
  readonly integrity: string;
  /** Where it is published, if not where npm's configuration says: the `publishConfig.registry` of the package. */
  readonly registry?: string;
  /** `publishConfig.tag`, where the package has one. */
  readonly distTag?: string;
  /** It has its tag already, so nobody doubts what is served. */
  readonly tagged?: boolean;
  /** What the changelog says of this version. */
  readonly notes?: string;
}

/**
 * What one job makes and another publishes: tarballs, in the order of publishing, and the commit that they were packed from.
 * The job that may publish runs no code of the packages, and the job that runs their code may not publish.
 */
export interface HandedRelease {
  /** The commit that the run is for: what provenance names. */
  readonly commit: string;
  /** The commit that gets the tags. Where it is not `commit`, it is in the bundle `commit.bundle`. */
  readonly head: string;
  /** The package manager of the workspace. */
  readonly manager?: ManagerName;
  readonly packages: readonly PackedPackage[];
}

const FILE = 'release.json';

export async function writeRelease(folder: string, release: HandedRelease): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, FILE), `${JSON.stringify(release, undefined, 2)}\n`);
}

/** Reads the folder; throws a UserError where there is none or where it is not one of ours. */
export async function readRelease(folder: string, shownAs: string): Promise<HandedRelease> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => {
    throw new UserError(
      `${shownAs.slice(0, 120)} has no ${FILE}. It is made by pack-packages in a job before this one; download its artifact to this folder first.`,
    );
  });
  const release = parse(text);
  if (release === undefined) throw new UserError(`${shownAs}/${FILE} is damaged. Run the job that packs again.`);
  return release;
}

function parse(text: string): HandedRelease | undefined {
  const { commit, head, packages, manager } = mapOf(parsedJson(text));
  const whole = isCommit(commit) && isCommit(head) && Array.isArray(packages) && packages.every(isPacked);
  const known = MANAGER_NAMES.find((one) => one === manager);
  return whole ? { commit, head, packages, ...(known && { manager: known }) } : undefined;
}

function isCommit(value: unknown): value is string {
  return isText(value) && /^[0-9a-f]{40,64}$/.test(value);
}

function isPacked(value: unknown): value is PackedPackage {
  const { name, version, tag, file, integrity, registry, distTag, tagged, notes } = mapOf(value);
  return (
    isText(name) &&
    isNpmName(name) &&
    isText(version) &&
    isExactVersion(version) &&
    (tag === `v${version}` || tag === `${name}@${version}`) &&
    isText(file) &&
    basename(file) === file &&
    isText(integrity) &&
    (registry === undefined || (isText(registry) && /^https?:\/\//.test(registry))) &&
    (distTag === undefined || isText(distTag)) &&
    (tagged === undefined || typeof tagged === 'boolean') &&
    (notes === undefined || isText(notes))
  );
}
