import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { fillIn, namesIn } from '../manifest/interpolate.ts';
import type { Component } from '../manifest/manifest.ts';
import type { Plan } from './plan.ts';

/** The tag of the whole; or what is wrong with its form; or why this train gives none: whose version it has is not in it. */
export type EcosystemTag = { readonly tag: string } | { readonly fault: string } | { readonly leftOut: string };

const VERSION = 'version.';

/**
 * Fills in the tag of the whole ecosystem: `{train}` is the train's id, `{version.NAME}` the version of a component, or the one
 * that the members of a group share.
 */
export function ecosystemTag(
  form: string,
  {
    plan,
    components,
    trainId,
  }: { plan: Plan; components: readonly Pick<Component, 'id' | 'group'>[]; trainId: string },
): EcosystemTag {
  const values: Record<string, string> = { train: trainId };
  const known = new Set(components.flatMap(({ id, group }) => (group === undefined ? [id] : [id, group])));
  for (const name of namesIn(form).filter((one) => one !== 'train')) {
    if (!name.startsWith(VERSION)) return faultOf(form, `Unknown {${name}}`, name, ['train', 'version.NAME']);
    const whose = name.slice(VERSION.length);
    if (!known.has(whose)) return faultOf(form, `There is no component and no group ${quote(whose)}`, whose, known);
    const members = plan.components.filter(({ id, group }) => id === whose || group === whose);
    const own = members.filter(({ id }) => id === whose);
    const versions = new Set((own.length > 0 ? own : members).flatMap(({ version }) => version ?? []));
    if (versions.size === 0) return { leftOut: whose };
    if (versions.size > 1) {
      return faultOf(form, `The members of ${whose} have several versions, ${listed([...versions].sort())}`, '', []);
    }
    values[name] = [...versions][0] ?? '';
  }
  const tag = fillIn(form, values);
  return isRefName(tag) ? { tag } : { fault: `Input ecosystem-tag: ${quote(tag)} cannot be the name of a git tag.` };
}

function faultOf(form: string, what: string, word: string, known: Iterable<string>): EcosystemTag {
  const all = [...known];
  const expected = all.length === 0 ? '' : ` Known: ${listed(all)}.`;
  return { fault: `Input ecosystem-tag: ${quote(form)}: ${what}${didYouMean(word, all) || '.'}${expected}` };
}

/** https://git-scm.com/docs/git-check-ref-format */
function isRefName(tag: string): boolean {
  const isShaped = /^(?!\/)(?!.*(?:\.\.|\/\/|@\{|\/\.|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}]+(?<![./])$/u.test(tag);
  return isShaped && tag !== '@' && !tag.startsWith('.') && !tag.startsWith('-');
}
