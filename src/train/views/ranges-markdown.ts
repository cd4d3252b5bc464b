import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';

/** What becomes of one range of a component's package.json when the plan's versions are released. */
export interface RangeChange {
  readonly component: string;
  /** `dependencies`, `peerDependencies`, … */
  readonly kind: string;
  readonly package: string;
  readonly from: string;
  /** What update-dependencies will write; absent where it leaves the range alone. */
  readonly to?: string;
  /** Why it is left alone, or cannot be. */
  readonly reason?: string;
}

const MOST_ROWS = 200;

/** The ranges that dependents would get, for people; empty where there is nothing to say. */
export function rangesMarkdown(changes: readonly RangeChange[], unseen: readonly string[]): string {
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
