import { code, codeBlock, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { unifiedDiff } from '../../platform/text/unified-diff.ts';
import type { RangeEdit, UpdatePlan } from './plan-updates.ts';

/** What changes in all files, as one diff. */
export async function diffOf(changes: readonly RangeEdit[]): Promise<string> {
  return (await Promise.all(changes.map(({ file, before, after }) => unifiedDiff(file, before, after)))).join('\n');
}

/** What changed and what was left alone, as tables for the step summary. */
export async function summaryOf({ changes, updated, leftAlone }: UpdatePlan, title: string): Promise<string> {
  const changed = updated.map((one) => [
    code(one.package),
    code(one.from),
    code(one.to),
    code(one.file),
    code(one.kind),
  ]);
  const left = leftAlone.map((one) => [
    code(one.package),
    code(one.specifier),
    code(one.file),
    code(one.kind),
    escapeMarkdown(one.reason),
  ]);
  return [
    `### ${title}`,
    ...(changed.length > 0 ? [table(['Package', 'From', 'To', 'File', 'Where'], changed)] : []),
    ...(changes.length > 0
      ? [`<details><summary>Diff</summary>\n\n${codeBlock(await diffOf(changes), 'diff')}\n\n</details>`]
      : []),
    ...(left.length > 0 ? ['**Left alone**', table(['Package', 'Range', 'File', 'Where', 'Why'], left)] : []),
  ].join('\n\n');
}
