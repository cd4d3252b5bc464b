import semver from 'semver';
import type { ServedVersions } from '../../packages/registries/served-versions.ts';
import { messageOf } from '../../platform/errors.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { quote } from '../../platform/text/wording.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import { nameOf, type PackageName, packagesOf } from '../../train/manifest/packages.ts';
import { type CurrentVersion, highest } from '../../train/plan/existing-versions.ts';
import { versionsInTags } from '../../train/plan/version-tags.ts';
import { TooManyTags, type VersionSources } from './version-sources.ts';

interface LookUpOptions {
  /** How many components are looked up at once; 8 by default. */
  readonly parallel?: number;
  readonly signal?: AbortSignal;
}

/**
 * What versions each component really has. Every source that could know one is asked: all its registries and its own tags,
 * of which the highest counts; package.json only where none of these names a version. A source that fails is a fault, never
 * passed over: another one might name an older version.
 */
export async function lookUpCurrentVersions(
  components: readonly Component[],
  sources: VersionSources,
  { parallel = 8, signal }: LookUpOptions = {},
): Promise<Map<string, CurrentVersion>> {
  const keyOf = ({ repository }: Component) => repository.toLowerCase();
  const byRepository = Map.groupBy(components, keyOf);
  const found = await mapPooled(components, parallel, async (component) => {
    signal?.throwIfAborted();
    const sharesRepository = byRepository.get(keyOf(component))?.length !== 1;
    try {
      return [component.id, await lookUp(component, sharesRepository, sources)] as const;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof SourceFailed)) throw error;
      return [component.id, { fault: `Component ${component.id}: ${error.message}` }] as const;
    }
  });
  return new Map(found);
}

/** What a source could not say, in the words of the fault. */
class SourceFailed extends Error {}

async function asked<T>(name: string, question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    throw new SourceFailed(`its current version could not be read from ${name}: ${messageOf(error)}`, { cause: error });
  }
}

async function lookUp(
  component: Component,
  sharesRepository: boolean,
  sources: VersionSources,
): Promise<CurrentVersion> {
  const { repository } = component;
  const packages = packagesOf(component);
  const answers = await Promise.all(
    packages.map((one) => asked(registryFor(one), sources.served(one)).then((answer) => ({ one, answer }))),
  );
  const served = semverOnly(answers.flatMap(({ answer }) => answer?.versions ?? []));
  const tagsName = `the tags of ${repository}`;
  const tags = await asked(tagsName, sources.tags(repository).catch(uncounted));
  if (tags !== undefined && 'uncounted' in tags) {
    const latest = answers.map(({ answer }) => latestOf(answer)).find((one) => one !== undefined);
    const known = { versions: served, ...(served.length > 0 && { served }), ...(latest !== undefined && { latest }) };
    return { ...known, source: packages.map(registryFor).join(' and '), ...tags };
  }
  const tagged = versionsInTags(tags ?? [], component, { sharesRepository, known: served });
  const versions = [...new Set([...served, ...tagged.versions])];
  const top = highest(versions);
  if (top !== undefined) {
    const first = answers.find(({ answer }) => answer?.versions.includes(top));
    const latest = answers.map(({ answer }) => latestOf(answer)).find((one) => one !== undefined);
    return {
      versions,
      source: first ? registryFor(first.one) : `the tag ${tagged.tagOf.get(top)} of ${repository}`,
      ...(served.length > 0 && { served }),
      ...(latest !== undefined && { latest }),
      ...(tagged.unread.length > 0 && { unread: tagged.unread }),
    };
  }
  const file = await fromPackageJson(component, tagged.unread.length > 0 ? undefined : sources);
  if ('version' in file) return { versions: [file.version], source: file.name };
  const unconverted = answers
    .filter(({ answer }) => answer !== undefined)
    .map(({ one }) => `what ${registryFor(one)} serves`);
  const seen = [...unconverted, ...tagged.unread.map((tag) => `the tag ${tag}`), ...file.seen];
  const hidden = whatMayBeHidden(component, { answers, tags });
  return {
    lookedIn: [...packages.map(registryFor), tagsName, file.name],
    ...(seen.length > 0 && { seen }),
    ...(hidden !== undefined && { hidden }),
  };
}

/** Anyone who gives the version need not know the others: only that they could not be counted is kept. */
function uncounted(error: unknown): { readonly uncounted: string } {
  if (error instanceof TooManyTags) return { uncounted: error.message };
  throw error;
}

function registryFor(published: PackageName): string {
  return `the registry for ${quote(nameOf(published))}`;
}

function semverOnly(versions: readonly string[]): string[] {
  return versions.map((version) => semver.valid(version)).filter((version) => version !== null);
}

function latestOf(answer: ServedVersions | undefined): string | undefined {
  return semver.valid(answer?.tags.latest) ?? undefined;
}

/** What answers "not found" to anyone who may not see it. */
function whatMayBeHidden(
  { repository }: Component,
  { answers, tags }: { answers: readonly { one: PackageName; answer: unknown }[]; tags: unknown },
): string | undefined {
  if (tags === undefined) return `there is no ${repository}, or the token may not see it`;
  const scoped = answers.find(({ one, answer }) => answer === undefined && nameOf(one).startsWith('@'));
  return scoped && `a registry shows a private package such as ${nameOf(scoped.one)} only to those who may install it`;
}

/** Whether it is what tools that take the version from tags leave in a package.json, which then never says the real one. */
export function isPlaceholder(version: string): boolean {
  return /^0\.0\.0(?:-|$)/.test(version);
}

/** The version of the component's own package.json. Where tags cannot be read it is not asked: it may say an older one. */
async function fromPackageJson(
  component: Component,
  sources: VersionSources | undefined,
): Promise<{ name: string; version: string } | { name: string; seen: string[] }> {
  const { repository, ref, directory } = component;
  const path = directory === undefined ? 'package.json' : `${directory}/package.json`;
  const name = `${path} of ${repository}${ref === undefined ? '' : ` at ${ref}`}`;
  if (!sources) return { name, seen: [] };
  const json = await asked(name, sources.packageJson(repository, { path, ref }));
  if (typeof json !== 'object' || json === null) return { name, seen: [] };
  const said = json as { readonly name?: unknown; readonly version?: unknown };
  const npm = packagesOf(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
  if (typeof said.version !== 'string' || (npm.length > 0 && !npm.includes(scalarText(said.name))))
    return { name, seen: [] };
  if (isPlaceholder(said.version)) return { name, seen: [] };
  const version = semver.valid(said.version);
  return version === null ? { name, seen: [`${quote(said.version)} in ${path}`] } : { name, version };
}
