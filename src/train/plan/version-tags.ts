import semver from 'semver';
import type { Component } from '../manifest/manifest.ts';
import { nameOf, packagesOf } from '../manifest/packages.ts';
import { highest } from './existing-versions.ts';

/** What the tags of a repository say of one component. */
interface TaggedVersions {
  readonly versions: readonly string[];
  /** The tag of each of them. */
  readonly tagOf: ReadonlyMap<string, string>;
  /** Tags in which a version can be recognised and not read, and that may be above all that can: `2026.01.15`, `v1.2`. */
  readonly unread: readonly string[];
}

type Tagged = Pick<Component, 'id' | 'repository' | 'package' | 'tag'>;

/** Names before a version that mean no component: `release-2.5.0`, `release/v2.5.0`. */
const PLAIN_PREFIX = /^(?:releases?|version|rel)[-/@]/i;

/**
 * The versions that tags give a component: in the form that its `tag` says; else `name@1.2.3`, `name-v1.2.3`, `name/v1.2.3` by
 * its id, its packages (with or without their scope) or its repository, and `v1.2.3`, `1.2.3`, `release-1.2.3`. Where several
 * components share the repository, tags without a name count only for one of which no tag has the name.
 */
export function versionsInTags(
  tags: readonly string[],
  component: Tagged,
  { sharesRepository, known = [] }: { readonly sharesRepository: boolean; readonly known?: readonly string[] },
): TaggedVersions {
  const named = tags.flatMap((tag) => withRest(tag, restOfNamed(tag, component, sharesRepository)));
  const plain = component.tag === undefined ? tags.flatMap((tag) => withRest(tag, restOfPlain(tag))) : [];
  const found = readable(named);
  if (sharesRepository && found.length > 0) return tagged(found, named, known);
  return tagged([...readable(plain), ...found], [...named, ...plain], known);
}

interface Candidate {
  readonly tag: string;
  /** What is left of it behind the name. */
  readonly rest: string;
}

function withRest(tag: string, rest: string | undefined): Candidate[] {
  return rest === undefined ? [] : [{ tag, rest }];
}

function restOfNamed(tag: string, component: Tagged, sharesRepository: boolean): string | undefined {
  if (component.tag !== undefined) return restOfForm(tag, component.tag);
  const lower = tag.toLowerCase();
  for (const name of namesOf(component, sharesRepository)) {
    if (lower.startsWith(name) && /^[@/-]v?\d/i.test(tag.slice(name.length))) return tag.slice(name.length + 1);
  }
  return undefined;
}

/** What stands where the form has `{version}`. */
function restOfForm(tag: string, form: string): string | undefined {
  const [before = '', after = ''] = form.split('{version}');
  const fits = tag.length > before.length + after.length && tag.startsWith(before) && tag.endsWith(after);
  return fits ? tag.slice(before.length, tag.length - after.length) : undefined;
}

function namesOf(component: Tagged, sharesRepository: boolean): Set<string> {
  const { id, repository } = component;
  const published = packagesOf(component).map(nameOf);
  const names = [id, ...published, ...published.map((name) => name.split('/').at(-1) ?? name)];
  if (!sharesRepository) names.push(repository.split('/').at(-1) ?? repository);
  return new Set(names.map((name) => name.toLowerCase()));
}

function restOfPlain(tag: string): string | undefined {
  const rest = tag.replace(PLAIN_PREFIX, '');
  return /^v?\d/i.test(rest) ? rest : undefined;
}

function versionOf({ rest }: Candidate): string | undefined {
  return semver.valid(rest.replace(/^v/i, '')) ?? undefined;
}

function readable(candidates: readonly Candidate[]): (Candidate & { version: string })[] {
  return candidates.flatMap((one) => {
    const version = versionOf(one);
    return version === undefined ? [] : [{ ...one, version }];
  });
}

function tagged(
  found: readonly (Candidate & { version: string })[],
  all: readonly Candidate[],
  known: readonly string[],
): TaggedVersions {
  const tagOf = new Map(found.map(({ tag, version }) => [version, tag] as const));
  const versions = [...tagOf.keys()];
  const top = highest([...versions, ...known]);
  const unread = all.filter((one) => versionOf(one) === undefined && isAbove(one.rest, top)).map(({ tag }) => tag);
  return { versions, tagOf, unread: [...new Set(unread)] };
}

/** `v2` beside `v2.3.1` is a tag that moves along; `2026.01.15` beside it may be the last release. */
function isAbove(rest: string, top: string | undefined): boolean {
  const numbers = /^v?(\d+(?:\.\d+){0,3})$/i.exec(rest)?.[1]?.split('.').map(Number) ?? [];
  if (numbers.length === 0) return false;
  if (top === undefined) return true;
  const [major = 0, minor = 0, patch = 0] = numbers;
  return numbers.length > 1 && semver.gt(`${major}.${minor}.${patch}`, top);
}
