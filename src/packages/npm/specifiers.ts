import semver from 'semver';

/**
 * What stands behind a dependency's name in a package.json, as npm, pnpm and yarn read it.
 * https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies, https://pnpm.io/catalogs, https://yarnpkg.com/protocols
 */
export type Specifier =
  /** A range of `name` (the real package, also behind an alias), kept after `prefix` as it was written. */
  | { readonly kind: 'range'; readonly name: string; readonly prefix: string; readonly range: string }
  | { readonly kind: 'catalog'; readonly name: string; readonly catalog: string }
  /** `name` is absent where only the source (a URL, a folder) knows which package it is. */
  | { readonly kind: 'other'; readonly name: string; readonly reason: string };

const ALIAS = /^npm:((?:@[^/@\s]+\/)?[^/@\s]+)(?:@(.*))?$/;

/** Reads one dependency; the name of an `npm:` alias is the package that is really meant. */
export function parseSpecifier(name: string, text: string): Specifier {
  if (text.startsWith('npm:')) return parseAlias(name, text);
  if (text.startsWith('workspace:')) return parseWorkspace(name, text.slice('workspace:'.length));
  if (text.startsWith('catalog:'))
    return { kind: 'catalog', name, catalog: text.slice('catalog:'.length) || 'default' };
  if (text.trim() === '' || semver.validRange(text) !== null) return { kind: 'range', name, prefix: '', range: text };
  return { kind: 'other', name, reason: otherReason(text) };
}

function parseAlias(name: string, text: string): Specifier {
  const rest = text.slice('npm:'.length);
  // yarn writes `npm:^1.0.0` for a plain range.
  if (semver.validRange(rest) !== null) return { kind: 'range', name, prefix: 'npm:', range: rest };
  const [, real = name, range] = ALIAS.exec(text) ?? [];
  if (range === undefined) return { kind: 'other', name: real, reason: `${text} names no version` };
  if (semver.validRange(range) === null) return { kind: 'other', name: real, reason: otherReason(range) };
  return { kind: 'range', name: real, prefix: `npm:${real}@`, range };
}

function parseWorkspace(name: string, rest: string): Specifier {
  if (/^[*^~]?$/.test(rest)) {
    return {
      kind: 'other',
      name,
      reason: `workspace:${rest} is the workspace's own package, at whatever version it has`,
    };
  }
  const alias = /^((?:@[^/@\s]+\/)?[^/@\s]+)@(.+)$/.exec(rest);
  const real = alias?.[1] ?? name;
  const range = alias?.[2] ?? rest;
  if (semver.validRange(range) === null || /^[*^~]$/.test(range)) {
    return { kind: 'other', name: real, reason: `workspace:${rest} is the workspace's own package` };
  }
  return { kind: 'range', name: real, prefix: `workspace:${alias ? `${real}@` : ''}`, range };
}

function otherReason(text: string): string {
  if (/^(file|link|portal):/.test(text) || /^(\.{1,2}|~)?[\\/]/.test(text)) return `${text} is a folder or a file`;
  if (/^(git\b|git\+|ssh:|github:|gitlab:|bitbucket:|gist:|[\w.-]+@)/.test(text))
    return 'it comes from a git repository';
  if (/^https?:/.test(text)) return 'it comes from a URL';
  if (/^[\w.-]+\/[\w.-]+(#.*)?$/.test(text)) return 'it comes from a git repository';
  if (/^[a-z]+:/.test(text)) return `its protocol ${text.slice(0, text.indexOf(':') + 1)} is not one we edit`;
  if (/^[A-Za-z][\w.-]*$/.test(text)) return `${text} is a dist-tag`;
  return `${text} is not a version range`;
}
