import { type Fault, KnownError, UserError } from '../../platform/errors.ts';
import type { SourceFile } from '../../platform/files/folder-tree.ts';
import { openWorkspace } from '../../platform/files/folder-tree.ts';
import { type Replacement, replaceFiles } from '../../platform/files/replace-files.ts';
import { unifiedDiff } from '../../platform/text/unified-diff.ts';
import { findPlaces, type ProjectPlaces } from './find-places.ts';
import { onlyProject } from './find-project.ts';
import { type Channels, type PythonVersion, requireOrderKept, toPython } from './from-semver.ts';
import { compareVersions } from './pep440.ts';
import { faultAt, type Place, shownPlace, textAt } from './place.ts';

export interface SyncRequest {
  readonly workspace: string;
  /** SemVer. */
  readonly version: string;
  /** SemVer of the release before, where it is known: the order of the two must be kept. */
  readonly previous?: string | undefined;
  /** Project folders relative to the workspace; without any, the workspace's one Python project. */
  readonly to?: readonly string[] | undefined;
  readonly channels: Channels;
  readonly signal?: AbortSignal;
}

/** One version that stands in a file and what it becomes. */
interface VersionEdit {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What would be written; `write` does it, all of it or nothing. */
export interface SyncPlan {
  /** PEP 440. */
  readonly version: string;
  readonly edits: readonly VersionEdit[];
  /** The files that differ, in order of their names. */
  readonly files: readonly string[];
  /** What the reader should know besides: why nothing is written, or why something was left alone. */
  readonly notes: readonly string[];
  /** A unified diff of all files; empty where nothing differs. */
  readonly diff: string;
  write(): Promise<void>;
}

/** Reads and checks everything that a synchronisation touches. Throws a UserError with the faults of all projects. */
export async function planSync(request: SyncRequest): Promise<SyncPlan> {
  const { version, previous, channels, signal } = request;
  const python = toPython(version, channels);
  if (previous !== undefined) requireOrderKept(previous, version, channels);
  const projects = await readProjects(request);
  requireNoDowngrade(projects, version, python);

  const places = distinct(projects.flatMap((project) => project.places));
  const stale = places.filter((place) => textAt(place) !== spelled(place, python));
  const files = new Map(stale.map(({ file }) => [file.path, file]));
  const replacements = [...files.values()]
    .map((file) => rewrite(file, stale, python))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const diffs = await Promise.all(replacements.map(({ file, before, text }) => unifiedDiff(file, before, text)));
  return {
    version: python.pep440,
    edits: stale.map((place) => ({
      file: place.file.shown,
      name: place.name,
      from: textAt(place),
      to: spelled(place, python),
    })),
    files: replacements.map(({ file }) => file),
    notes: projects.flatMap(({ notes }) => notes),
    diff: diffs.join('\n'),
    write: () => replaceFiles(replacements, { within: request.workspace, signal }),
  };
}

/** The projects that are named, or the one there is. Throws a UserError with the faults of all. */
export async function readProjects({
  workspace: path,
  to,
}: Pick<SyncRequest, 'workspace' | 'to'>): Promise<ProjectPlaces[]> {
  const workspace = await openWorkspace(path);
  const projects: ProjectPlaces[] = [];
  const faults: Fault[] = [];
  for (const folder of to ?? [await onlyProject(workspace)]) {
    try {
      projects.push(await findPlaces(workspace, folder));
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new UserError(faults);
  return projects;
}

function requireNoDowngrade(projects: readonly ProjectPlaces[], version: string, { pep440 }: PythonVersion): void {
  const higher = projects.flatMap(({ places }) =>
    places.filter((place) => place.role === 'source' && compareVersions(pep440, textAt(place)) < 0).slice(0, 1),
  );
  const faults = higher.flatMap((place) => {
    const message =
      `${shownPlace(place)} holds ${textAt(place)}, and ${pep440} (from ${version}) would be a downgrade: pip would go on ` +
      `choosing ${textAt(place)}. Release a version above it, or correct the file by hand.`;
    return faultAt(place.file, place.start, message).faults;
  });
  if (faults.length > 0) throw new UserError(faults);
}

/** Projects of one workspace share its lock file; a folder may be named twice. */
function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file.path}:${place.start}`, place])).values()];
}

function spelled({ spelling }: Place, version: PythonVersion): string {
  return version[spelling];
}

/** From the last place to the first, so that earlier offsets stay true. */
function rewrite(
  { path, shown, text: before }: SourceFile,
  places: readonly Place[],
  version: PythonVersion,
): Replacement & { before: string } {
  const text = places
    .filter(({ file }) => file.path === path)
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, place) => result.slice(0, place.start) + spelled(place, version) + result.slice(place.end),
      before,
    );
  return { path, file: shown, before, text };
}
