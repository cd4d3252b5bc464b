import { UserError } from '../../platform/errors.ts';
import type { FolderWorkspace } from '../../platform/files/folder-tree.ts';
import { compareVersions, isPythonVersion } from './pep440.ts';
import { faultAt, type Place, shownPlace, textAt } from './place.ts';
import { copies } from './places/copies.ts';
import { flit } from './places/flit.ts';
import { hatch } from './places/hatch.ts';
import { uvLock } from './places/lock.ts';
import { maturin } from './places/maturin.ts';
import { pdm } from './places/pdm.ts';
import { pep621 } from './places/pep621.ts';
import { poetry } from './places/poetry.ts';
import { packageVersion } from './places/python-module.ts';
import { scm } from './places/scm.ts';
import { setupCfg } from './places/setup-cfg.ts';
import { setupPy } from './places/setup-py.ts';
import { setuptools } from './places/setuptools.ts';
import { type Finder, openProject } from './project.ts';

/** Every kind of place, in the order in which messages name them. */
const finders: readonly Finder[] = [
  pep621,
  poetry,
  hatch,
  setuptools,
  flit,
  pdm,
  maturin,
  setupCfg,
  setupPy,
  packageVersion,
  scm,
  uvLock,
  copies,
];

/** Where one project holds its version. */
export interface ProjectPlaces {
  /** Without duplicates; empty where the version is made at build time. */
  readonly places: readonly Place[];
  /** What a reader should know: why nothing is written, or why something was left alone. */
  readonly notes: readonly string[];
}

/** Finds all places of a project and checks that they agree. Throws a UserError with all faults; reads only. */
export async function findPlaces(workspace: FolderWorkspace, path: string): Promise<ProjectPlaces> {
  const project = await openProject(workspace, path);
  const folder = workspace.shown(project.folder);
  const findings = [];
  for (const find of finders) findings.push(...(await find(project)));

  const places = withoutDuplicates(findings.filter((one) => one.type === 'place'));
  const sources = places.filter(({ role }) => role === 'source');
  const elsewhere = findings.filter((one) => one.type === 'elsewhere').map(({ reason }) => reason);
  const leftAlone = findings.filter((one) => one.type === 'left-alone').map(({ reason }) => reason);
  if (sources.length === 0 && elsewhere.length === 0) {
    const because = leftAlone.length > 0 ? ` ${leftAlone.join('; ')}.` : '';
    throw new UserError(
      `No version was found in the Python project ${folder}.${because} Expected one in pyproject.toml, setup.cfg, setup.py ` +
        'or the file that pyproject.toml names; see docs/python-versions.md for all places.',
    );
  }
  if (sources.length > 0 && elsewhere.length > 0) {
    throw new UserError(
      `The Python project ${folder} has two sources for its version: ${elsewhere[0]}, but ${sources.map(shownPlace).join(', ')} ` +
        'holds one too. Remove one of them.',
    );
  }
  requireVersions(sources);
  requireAgreement(sources);
  const others = places.filter((one) => one.role === 'copy' && sources.length > 0 && !isCopy(one, sources));
  const nothing = elsewhere.slice(0, 1).map((reason) => `${folder}: nothing to write, ${reason}.`);
  return {
    places: sources.length > 0 ? places.filter((one) => !others.includes(one)) : [],
    notes: [...nothing, ...leftAlone.map((one) => `${one}.`), ...others.filter(isTelling).map(leftAsItIs)],
  };
}

/** What is found twice counts as what it was found as first. */
function withoutDuplicates(places: readonly Place[]): Place[] {
  const byPosition = new Map([...places].reverse().map((place) => [`${place.file.path}:${place.start}`, place]));
  return places.filter((place) => byPosition.get(`${place.file.path}:${place.start}`) === place);
}

/** `2` in a module that speaks of an API is not the version 2.0.0: only the same text is a copy, or the same version as SemVer. */
function isCopy(place: Place, [source]: readonly Place[]): boolean {
  const text = textAt(place);
  if (source === undefined || !isPythonVersion(text)) return false;
  return text === textAt(source) || (place.spelling !== source.spelling && compareVersions(text, textAt(source)) === 0);
}

/** Whether its name can mean nothing but the project's version. */
function isTelling({ name }: Place): boolean {
  return name === '__version__' || name.startsWith('[');
}

function leftAsItIs(place: Place): string {
  return `${shownPlace(place)} says ${textAt(place)}, unlike the project, and is left as it is.`;
}

function requireVersions(places: readonly Place[]): void {
  const wrong = places.filter((place) => !isPythonVersion(textAt(place)));
  if (wrong.length === 0) return;
  throw new UserError(
    wrong.flatMap((place) => {
      const message =
        `${shownPlace(place)} holds ${JSON.stringify(textAt(place))}, which is no version that PEP 440 knows, so its ` +
        'order to the new one cannot be told. Write the version last released there once, by hand.';
      return faultAt(place.file, place.start, message).faults;
    }),
  );
}

function requireAgreement(places: readonly Place[]): void {
  const [first, ...others] = places;
  const other = first && others.find((one) => compareVersions(textAt(one), textAt(first)) !== 0);
  if (!other) return;
  const said = places.map((place) => `${shownPlace(place)} says ${textAt(place)}`).join(', ');
  throw faultAt(
    other.file,
    other.start,
    `The places that hold the version disagree: ${said}. Set them to the same version by hand, so that none is overwritten by mistake.`,
  );
}
