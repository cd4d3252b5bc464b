import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import type { ChangesetPlan, PlannedRelease } from './assemble.ts';

/** As much of a changeset's summary as a table's cell shows. */
const SUMMARY = 100;
/** As many warnings as are shown; they are annotations as well. */
const WARNINGS = 20;

/**
 * A plan as Markdown for a step summary or a comment: what is released, from which version to which, and why. A plan longer
 * than `limit` characters loses rows at its end, and says so; GitHub takes 65,536 in a comment.
 */
export function planMarkdown(plan: ChangesetPlan, limit = 60_000): string {
  const whole = render(plan, plan.releases.length);
  if (whole.length <= limit) return whole;
  let [fits, tooMany] = [0, plan.releases.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (render(plan, middle).length <= limit) fits = middle;
    else tooMany = middle;
  }
  return render(plan, fits);
}

function render(plan: ChangesetPlan, rows: number): string {
  const mode = plan.preState ? [modeLine(plan.preState)] : [];
  const warnings = plan.warnings.slice(0, WARNINGS).map(({ message }) => `- ⚠️ ${escapeMarkdown(message)}`);
  const body =
    plan.releases.length === 0 ? [nothing(plan)] : [releaseTable(plan.releases.slice(0, rows)), counts(plan, rows)];
  return [...mode, ...body, ...(warnings.length > 0 ? [warnings.join('\n')] : [])].join('\n\n');
}

function releaseTable(releases: readonly PlannedRelease[]): string {
  const across = releases.some(({ repository }) => repository !== undefined);
  const head = ['Package', ...(across ? ['Repository'] : []), 'From', 'To', 'Type', 'Why', 'Changesets'];
  const rows = releases.map((one) => [
    `${code(one.name)}${one.private ? ' (private)' : ''}`,
    ...(across ? [code(one.repository ?? '')] : []),
    code(one.oldVersion),
    code(one.newVersion),
    one.type,
    why(one),
    one.changesets.map(({ id, summary }) => `${code(id)} ${escapeMarkdown(shorten(summary))}`).join('<br>') || '–',
  ]);
  return table(head, rows);
}

function why({ why: reason, because }: PlannedRelease): string {
  const names = because.map(code).join(', ');
  switch (reason) {
    case 'changeset':
      return 'changeset';
    case 'dependency':
      return `depends on ${names}`;
    case 'linked':
      return `linked with ${names}`;
    case 'fixed':
      return `fixed with ${names}`;
    case 'prerelease-exit':
      return 'end of prerelease mode';
  }
}

function modeLine({ mode, tag }: { readonly mode: 'pre' | 'exit'; readonly tag: string }): string {
  return mode === 'pre' ? `Prerelease mode, tag ${code(tag)}.` : `Leaving prerelease mode (tag ${code(tag)}).`;
}

function nothing({ changesets }: ChangesetPlan): string {
  if (changesets.length === 0) return 'There are no pending changesets: nothing would be released.';
  return `${plural(changesets.length, 'changeset')} would be used up, and nothing released.`;
}

function counts({ releases, changesets }: ChangesetPlan, shown: number): string {
  const cut = shown < releases.length ? ` The last ${releases.length - shown} do not fit here.` : '';
  return `${plural(releases.length, 'release')} from ${plural(changesets.length, 'changeset')}, in publish order.${cut}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shorten(summary: string): string {
  const line = summary.split(/\r?\n/, 1)[0] ?? '';
  return line.length > SUMMARY ? `${line.slice(0, SUMMARY - 1).trimEnd()}…` : line;
}
