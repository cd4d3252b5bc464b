import { percentDecoded } from '../../platform/text/percent-encoding.ts';
import { normaliseName } from '../python/package-name.ts';
import { isPrerelease, normaliseVersion } from '../python/pep440.ts';

/** What `pip index versions -vv` says of one project. */
interface PipIndex {
  /** The releases that pip would take here, newest first; undefined where it lists none. */
  readonly installable: readonly string[] | undefined;
  /** Releases that are there but not to be taken unless named exactly, and why. https://peps.python.org/pep-0592/ */
  readonly yanked: ReadonlyMap<string, string>;
  /** Releases of which pip saw wheels for other machines only. */
  readonly elsewhere: readonly string[];
}

const YANKED = /Skipping link: yanked for reason: (?<reason>.*?): (?<url>\S+) \(from \S+\)/gs;
const FOREIGN = /Skipping link: none of the wheel's tags .*?: (?<url>\S+) \(from \S+\)/g;

/** Reads pip's list and, of its debug lines, which files it passed over. */
export function parsePipIndex(name: string, stdout: string): PipIndex {
  const list = /^Available versions: (.+)$/m.exec(stdout)?.[1];
  const installable = list?.split(',').map((one) => one.trim());
  const links = (pattern: RegExp) =>
    [...stdout.matchAll(pattern)].flatMap(({ groups }) => {
      const version = versionOf(groups?.url ?? '', name);
      return version === undefined ? [] : [[version, groups?.reason ?? ''] as const];
    });
  const known = new Set(installable?.map(normaliseVersion));
  const unlisted = ([version]: readonly [string, string]) => !known.has(normaliseVersion(version));
  const yanked = new Map(links(YANKED).filter(unlisted));
  const foreign = links(FOREIGN).filter((one) => unlisted(one) && !yanked.has(one[0]));
  return { installable, yanked, elsewhere: [...new Set(foreign.map(([version]) => version))] };
}

/** The newest version, a prerelease only where there is no other, a yanked one only where all are. */
export function latestOf({ installable = [], yanked, elsewhere }: PipIndex): string | undefined {
  const offered = [...installable, ...elsewhere];
  return offered.find((one) => !isPrerelease(one)) ?? offered[0] ?? [...yanked.keys()].at(-1);
}

/** The version that a link leads to, where it is one of this project. */
function versionOf(url: string, name: string): string | undefined {
  return versionInFile(percentDecoded(/([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1] ?? ''), name);
}

/** The version in the name of a wheel or an sdist of this project. https://packaging.python.org/en/latest/specifications/binary-distribution-format/ */
export function versionInFile(file: string, name: string): string | undefined {
  const [, project = '', version = ''] =
    /^(.+?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(file) ??
    /^(.+)-([^-]+)\.(?:tar\.gz|zip)$/.exec(file) ??
    [];
  return normaliseName(project) === normaliseName(name) && normaliseVersion(version) !== undefined
    ? version
    : undefined;
}
