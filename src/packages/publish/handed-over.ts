import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import { mapOf } from '../../platform/records.ts';
import type { ReleasePackage } from './publishable.ts';
import type { HandedRelease, PackedPackage } from './release-folder.ts';
import { packedManifest } from './tarball.ts';

/** What a job knows of a release without the job that ran the code of the packages and of their dependencies. */
export interface KnownOfRelease {
  /** The commit of the run. */
  readonly sha: string | undefined;
  /** The packages of that commit, as this job checked it out. */
  readonly packages: readonly ReleasePackage[];
  /** The version that the run was started for, where it makes a release commit. */
  readonly chosen: () => string;
}

/**
 * Throws a UserError with everything in a handed-over release that is not what this job knows: its commit, the names and
 * versions of its packages, their dist-tags. Anyone who ran foreign code may have written any of it.
 */
export function verifyRelease(release: HandedRelease, { sha, packages, chosen }: KnownOfRelease): void {
  if (release.commit !== sha) {
    throw refusal([`it was made for the commit ${release.commit}, and this run is for ${sha ?? 'no commit'}`]);
  }
  const byName = new Map(packages.map((one) => [one.name, one]));
  const faults = release.packages.flatMap((pkg) => {
    const known = byName.get(pkg.name);
    if (!known) return [`no public package ${pkg.name} is in the repository`];
    const version = release.head === release.commit ? known.version : chosen();
    const tag = `${known.tag.slice(0, known.tag.length - known.version.length)}${version}`;
    return [
      ...different(`${pkg.name}: its version`, pkg.version, version),
      ...different(`${pkg.name}: its tag`, pkg.tag, tag),
      ...different(`${pkg.name}: its registry`, pkg.registry, known.registry),
      ...different(`${pkg.name}: its dist-tag`, pkg.distTag, publishConfigOf(known.json.json.value).tag),
    ];
  });
  const names = release.packages.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `it has ${name} twice`);
  if (faults.length + twice.length > 0) throw refusal([...faults, ...twice]);
}

/** Throws a UserError where a tarball is not the one that the release describes: its digest, and the package.json in it. */
export async function verifyTarballs(
  release: HandedRelease,
  folder: string,
  { packages }: KnownOfRelease,
): Promise<void> {
  const byName = new Map(packages.map((one) => [one.name, one]));
  const faults = await Promise.all(
    release.packages.map(async (pkg) => {
      const bytes = await pathInside(folder, pkg.file)
        .then((path) => readFile(path))
        .catch(() => undefined);
      return bytes ? tarballFaults(pkg, bytes, byName.get(pkg.name)) : [`${pkg.file} is missing`];
    }),
  );
  if (faults.flat().length > 0) throw refusal(faults.flat());
}

function tarballFaults(pkg: PackedPackage, bytes: Buffer, known: ReleasePackage | undefined): string[] {
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const inside = packedManifest(bytes, pkg.file);
  const [is, wanted] = [publishConfigOf(inside), publishConfigOf(known?.json.json.value)];
  const keys = new Set([...Object.keys(is), ...Object.keys(wanted).filter((key) => /(?:^|:)registry$/.test(key))]);
  return [
    ...different(`${pkg.file}: its digest`, integrity, pkg.integrity),
    ...different(`${pkg.file}: the name in it`, inside.name, pkg.name),
    ...different(`${pkg.file}: the version in it`, inside.version, pkg.version),
    // Every setting of npm may stand there: a proxy, another registry of the scope. A packer may leave some out, but not where it goes.
    ...[...keys].flatMap((key) => different(`${pkg.file}: its publishConfig.${key}`, is[key], wanted[key])),
  ];
}

function publishConfigOf(json: unknown): Readonly<Record<string, unknown>> {
  return mapOf(mapOf(json).publishConfig);
}

function different(what: string, is: unknown, wanted: unknown): string[] {
  const [found, expected] = [JSON.stringify(is), JSON.stringify(wanted)];
  return found === expected ? [] : [`${what} is ${found ?? 'absent'}, expected ${expected ?? 'none'}`];
}

/** A fault of what another job handed over. */
export function refusal(faults: readonly string[]): UserError {
  return new UserError(
    `The release that was handed over is refused: ${faults.join('; ')}. Nothing was published, tagged or pushed. ` +
      'The job that packed it runs the code of the packages and of their dependencies; if you did not change the workflow, look at what they do.',
  );
}
