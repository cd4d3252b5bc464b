import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';

/** A row of the table of ranges; see engine/planning/raised-ranges.ts. */
export interface RangeRow {
  readonly component: string;
  readonly kind: string;
  readonly package: string;
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
}

const MOST_ROWS = 200;

/** The ranges that dependents would get, for people; empty where there is nothing to say. */
export function rangesMarkdown(changes: readonly RangeRow[], unseen: readonly string[]): string {
  const rows = changes
    .slice(0, MOST_ROWS)
    .map(({ component, kind, package: name, from, to, reason = '' }) => [
      code(component),
      escapeMarkdown(kind),
      code(name),
      code(from),
      to === undefined ? escapeMarkdown(`as it is: ${reason}`) : code(to),
    ]);
  const more = changes.length > MOST_ROWS ? `${changes.length - MOST_ROWS} more in the output ranges.` : '';
  const sections = [
    rows.length > 0 ? table(['Component', 'In', 'Package', 'Range', 'Becomes'], rows) : '',
    more,
    unseen.map((one) => `> ⚠️ Not looked at: ${escapeMarkdown(one)}`).join('\n>\n'),
  ].filter((section) => section !== '');
  return sections.length === 0 ? '' : `### Ranges of dependents\n\n${sections.join('\n\n')}\n`;
}
