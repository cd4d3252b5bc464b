import semver from 'semver';
import { listed } from '../../platform/text/wording.ts';
import type { Component } from '../manifest/manifest.ts';
import { type ExistingVersions, highestStable } from './existing-versions.ts';
import type { Selection } from './selection.ts';
import type { KnownVersions } from './versions.ts';

/** How to release below what exists: a sentence where the version is of an older line, else nothing. */
export function hintOfLine(version: string, existing: string): string {
  const [one, other] = [semver.parse(version), semver.parse(existing)];
  if (!one || !other || (one.major === other.major && one.minor >= other.minor)) return '';
  const line = one.major === other.major ? `${one.major}.${one.minor}.x` : `${one.major}.x`;
  return ` To release an older line, say so in the manifest (line: ${line}).`;
}

/** Why no version is known to start from, and what to do. A first version is proposed only where nothing can be hidden. */
export function notFound(
  { intent }: Selection,
  { currentVersions }: KnownVersions,
  { id, repository, line }: Component,
): string {
  const current = currentVersions.get(id);
  const give = `give its version: versions: { ${id}: `;
  if (line !== undefined && current && 'versions' in current) {
    return `Component ${id}: no version of its line ${line} is known. The highest is ${highestStable(current.versions)}; correct the line, or ${give}… }.`;
  }
  if (!current || !('lookedIn' in current)) return `Component ${id}: no current version is known; ${give}… }.`;
  const { lookedIn, seen = [], hidden } = current;
  if (seen.length > 0) {
    return `Component ${id}: there is ${listed(seen, 'and', 5)}, but no version can be read from that (looked in ${listed(lookedIn)}). Say the form of its tags (tag: "v{version}"), or ${give}… }, above what exists.`;
  }
  if (hidden !== undefined) {
    return `Component ${id}: no current version was found (looked in ${listed(lookedIn)}), but ${hidden}. Give the job access, or ${give}… }, above what exists.`;
  }
  const example = intent === 'deploy' ? `a version that ${repository} has` : '1.0.0';
  const first = intent === 'deploy' ? 'To deploy it' : 'If this is its first release';
  return `Component ${id}: no current version was found (looked in ${listed(lookedIn)}). ${first}, ${give}${example} }.`;
}

/** That a tag may name a version above all that are known; undefined where none does. */
export function mayBeHigher(existing: ExistingVersions | undefined, { id }: Component): string | undefined {
  if (existing?.uncounted !== undefined) return `Component ${id}: ${existing.uncounted}`;
  const tags = existing?.unread;
  if (tags === undefined) return undefined;
  const [are, them] = tags.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `Component ${id}: there ${are} ${listed(tags, 'and', 5)}, above every version that is known, but no version can be read from ${them}. Say the form of its tags (tag: "v{version}"), or give its version: versions: { ${id}: … }.`;
}
