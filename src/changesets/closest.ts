/** ` Did you mean "…"?` for the candidate nearest to a mistyped name; empty where none is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const far = withoutScope(candidate) === withoutScope(name) ? 0 : distance(name, candidate, least);
    if (far < least) [best, least] = [candidate, far];
  }
  return best === undefined ? '' : ` Did you mean ${JSON.stringify(best)}?`;
}

function withoutScope(name: string): string {
  return name.replace(/^@[^/]*\//, '');
}

/** Levenshtein's distance, or `limit` as soon as it cannot be less. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const substituted = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
