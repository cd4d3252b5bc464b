/** What one segment of a path must be. */
type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  /** Any text, or any that the source of a regular expression matches. */
  | { readonly kind: 'any'; readonly constraint?: string }
  /** Any text that begins so. */
  | { readonly kind: 'prefix'; readonly text: string };

interface Alternative {
  readonly segments: readonly Segment[];
  /** Whether everything below matches too. */
  readonly open: boolean;
}

/** The requests that a route matches. */
interface RoutePattern {
  /** More than one where a part is optional. */
  readonly alternatives: readonly Alternative[];
  /** `api.example.com`, `*.example.com`; undefined for every host. */
  readonly host: string | undefined;
  readonly specificity: number;
}

const MOST_OPTIONAL = 6;

/**
 * Reads a path as the usual routers write it: `/users/:id`, `/users/{id}`, `/users/:id(\d+)`, `/users/{id:[0-9]+}`, `/users/:id?`,
 * `/files/*`, `/files/**`, and as Cloudflare does: `example.com/api*`, where a star at the end matches everything that follows.
 */
export function routePattern(path: string, host?: string): RoutePattern {
  const [, ownHost, rest = ''] = /^(?:https?:\/\/)?((?:\*\.?)?[\w-]+(?:\.[\w-]+)+(?::\d+)?|\*)?(\/.*|$)/.exec(path) ?? [
    '',
    undefined,
    path,
  ];
  const parts = rest.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const isStar = /^\*{1,2}$|^\{[\w-]*\*\}$|^\{\*[\w-]*\}$|^\*[\w-]+$|^:[\w-]+[*+]$/.test(last);
  const isGlued = !isStar && /^[^*{}:()]+\*$/.test(last);
  if (isStar) parts.pop();
  const alternatives = expanded(parts, isStar || isGlued);
  const specificity = Math.max(...alternatives.map(specificityOf));
  return { alternatives, host: (ownHost === '*' ? undefined : (ownHost ?? host))?.toLowerCase(), specificity };
}

/** The pattern with and without each of its optional parts. */
function expanded(parts: readonly string[], open: boolean): Alternative[] {
  let paths: Segment[][] = [[]];
  let optional = 0;
  for (const part of parts) {
    const isOptional = /^[:{].*[?]\}?$|^\{\/.*\}\??$/.test(part) && ++optional <= MOST_OPTIONAL;
    const segment = segmentOf(part.replace(/\?(\}?)$/, '$1'));
    paths = paths.flatMap((path) => (isOptional ? [path, [...path, segment]] : [[...path, segment]]));
  }
  return paths.map((segments) => ({ segments, open }));
}

function segmentOf(part: string): Segment {
  const named = /^:[\w-]+(?:\((.+)\))?$/.exec(part) ?? /^\{[\w-]+(?::(.+))?\}$/.exec(part);
  if (named) return named[1] === undefined ? { kind: 'any' } : { kind: 'any', constraint: named[1] };
  if (part === '*') return { kind: 'any' };
  if (part.endsWith('*')) return { kind: 'prefix', text: part.slice(0, -1) };
  // A part with a parameter inside it, such as `v:major.:minor` or `{name}.json`, begins with its literal.
  const inner = /^([^:{*]*)[:{*]/.exec(part);
  return inner ? { kind: 'prefix', text: inner[1] ?? '' } : { kind: 'literal', text: part };
}

function specificityOf({ segments, open }: Alternative): number {
  const literals = segments.filter(({ kind }) => kind === 'literal').length;
  return literals * 2 + segments.length - (open ? 1 : 0);
}

/**
 * How two patterns overlap: `same` requests; `shadowed`, one lying wholly within the other; `ambiguous`, where neither does;
 * undefined where no request matches both.
 */
export function overlapOf(one: RoutePattern, other: RoutePattern): 'same' | 'shadowed' | 'ambiguous' | undefined {
  if (!hostsMeet(one.host, other.host)) return undefined;
  const meets = one.alternatives.some((a) => other.alternatives.some((b) => meet(a, b)));
  if (!meets) return undefined;
  const [covers, covered] = [contains(one, other), contains(other, one)];
  if (covers && covered) return 'same';
  return covers || covered ? 'shadowed' : 'ambiguous';
}

function hostsMeet(one: string | undefined, other: string | undefined): boolean {
  return hostContains(one, other) || hostContains(other, one);
}

function hostContains(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || outer === inner) return true;
  if (inner === undefined) return false;
  return outer.startsWith('*') && inner.replace(/^\*/, '').endsWith(outer.slice(1));
}

function meet(one: Alternative, other: Alternative): boolean {
  const shared = Math.min(one.segments.length, other.segments.length);
  for (let index = 0; index < shared; index++) {
    const [a, b] = [one.segments[index], other.segments[index]];
    if (a && b && !segmentsMeet(a, b)) return false;
  }
  if (one.segments.length === other.segments.length) return true;
  return one.segments.length < other.segments.length ? one.open : other.open;
}

function segmentsMeet(one: Segment, other: Segment): boolean {
  if (one.kind === 'literal') return matches(other, one.text);
  if (other.kind === 'literal') return matches(one, other.text);
  if (one.kind === 'prefix' && other.kind === 'prefix') {
    return one.text.startsWith(other.text) || other.text.startsWith(one.text);
  }
  // Whether some text fits two expressions is not worth computing: it may.
  return true;
}

function matches(segment: Segment, text: string): boolean {
  switch (segment.kind) {
    case 'literal':
      return segment.text === text;
    case 'prefix':
      return text.startsWith(segment.text);
    case 'any':
      return segment.constraint === undefined || fits(segment.constraint, text);
  }
}

/** An expression that this language does not know, or that would take long, may match. */
function fits(constraint: string, text: string): boolean {
  if (constraint.length > 100 || text.length > 200 || /[+*}]\)?[+*{]/.test(constraint)) return true;
  try {
    return new RegExp(`^(?:${constraint})$`).test(text);
  } catch {
    return true;
  }
}

/** Whether every request that `inner` matches is matched by `outer`. */
function contains(outer: RoutePattern, inner: RoutePattern): boolean {
  if (!hostContains(outer.host, inner.host)) return false;
  return inner.alternatives.every((path) => outer.alternatives.some((one) => alternativeContains(one, path)));
}

function alternativeContains(outer: Alternative, inner: Alternative): boolean {
  if (outer.segments.length > inner.segments.length) return false;
  if (inner.open && !outer.open) return false;
  if (!outer.open && outer.segments.length !== inner.segments.length) return false;
  return outer.segments.every((segment, index) => segmentContains(segment, inner.segments[index]));
}

function segmentContains(outer: Segment, inner: Segment | undefined): boolean {
  if (inner === undefined) return false;
  if (inner.kind === 'literal') return matches(outer, inner.text);
  if (outer.kind === 'any')
    return outer.constraint === undefined || (inner.kind === 'any' && inner.constraint === outer.constraint);
  return outer.kind === 'prefix' && inner.kind === 'prefix' && inner.text.startsWith(outer.text);
}
