const CONTEXT = 3;

/** A unified diff, in the form of `git diff`, of two texts with the same number of lines; empty where they are equal. */
export function unifiedDiff(shown: string, before: string, after: string): string {
  const [old, next] = [linesOf(before), linesOf(after)];
  const changed = old.flatMap((line, index) => (line === next[index] ? [] : [index]));
  if (changed.length === 0) return '';
  const hunks = groups(changed).map(([first, last]) => {
    const from = Math.max(0, first - CONTEXT);
    const to = Math.min(old.length, last + CONTEXT + 1);
    const size = to - from;
    return [`@@ -${from + 1},${size} +${from + 1},${size} @@`, ...hunkLines(old.slice(from, to), next.slice(from, to))];
  });
  return [`--- a/${shown}`, `+++ b/${shown}`, ...hunks.flat()].join('\n');
}

function linesOf(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** Changed lines whose contexts touch share a hunk: first and last changed line of each. */
function groups(changed: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const index of changed) {
    const open = found.at(-1);
    if (open && index - open[1] <= 2 * CONTEXT) open[1] = index;
    else found.push([index, index]);
  }
  return found;
}

function hunkLines(old: readonly string[], next: readonly string[]): string[] {
  const lines: string[] = [];
  let added: string[] = [];
  for (const [index, line] of old.entries()) {
    const other = next[index] ?? '';
    if (line === other) {
      lines.push(...added, ` ${line}`);
      added = [];
    } else {
      lines.push(`-${line}`);
      added.push(`+${other}`);
    }
  }
  return [...lines, ...added];
}
