import { escapeMarkdown } from '../../platform/text/markdown.ts';

/** What a changelog says under the heading of a version (`## 1.2.3`, `## [v1.2.3] - date`); undefined where it has none. */
export function changelogSection(changelog: string, version: string): string | undefined {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => headingVersion(line) === version);
  if (start < 0) return undefined;
  const level = levelOf(lines[start] ?? '');
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
  return rest
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}

interface NewSection {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly changes: readonly ChangelogChange[];
}

interface ChangelogChange {
  /** First line of the commit's message; written by anybody. */
  readonly subject: string;
  readonly commit: string;
}

/** The changelog with a section for this version on top; one that has the version already is left as it is. */
export function withSection(changelog: string, { version, date, changes }: NewSection): string {
  if (changelogSection(changelog, version) !== undefined) return changelog;
  const newline = changelog.includes('\r\n') ? '\r\n' : '\n';
  const items = changes.map(({ subject, commit }) => `- ${escapeMarkdown(subject)} (${commit.slice(0, 9)})`);
  const section = [`## ${version} (${date})`, '', ...(items.length > 0 ? items : ['- No changes.']), ''];
  const text = changelog.trim() === '' ? `# Changelog${newline}` : changelog;
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => levelOf(line) === 2);
  if (first >= 0) return [...lines.slice(0, first), ...section, ...lines.slice(first)].join(newline);
  return [...lines.join('\n').trimEnd().split('\n'), '', ...section].join(newline);
}

function levelOf(line: string): number {
  return /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}

function headingVersion(line: string): string | undefined {
  return /^#{1,6}\s+(?:\S+@|\[)?v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*?)\]?(?:[\s(].*)?$/.exec(line)?.[1];
}
