import { code, escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import { nameOf, packagesOf } from '../manifest/packages.ts';
import type { Plan, PlannedComponent } from '../plan/plan.ts';

export interface NotesOptions {
  /** Where repositories are browsed, without a slash at the end: `https://github.com`. */
  readonly server: string;
  /** The components that were released; by default all of the plan. */
  readonly released?: ReadonlySet<string>;
  /** The tag of a component's version; by default `v` and the version. */
  readonly tagOf?: (component: PlannedComponent, version: string) => string;
}

const NO_GROUP = 'Other components';

/** The release notes of the whole ecosystem: by group, every component with its versions and links to its own release. */
export function releaseNotes(
  plan: Plan,
  { server, released, tagOf = (_, version) => `v${version}` }: NotesOptions,
): string {
  const told = plan.components.filter(({ id }) => released?.has(id) ?? true);
  const groups = Map.groupBy(told, ({ group }) => group ?? NO_GROUP);
  const others = groups.get(NO_GROUP) ?? [];
  groups.delete(NO_GROUP);
  const sections = [...groups, ...(others.length > 0 ? [[NO_GROUP, others] as const] : [])];
  if (sections.length === 0) return 'Nothing was released.\n';
  const alone = sections.length === 1 && others.length > 0;
  return `${sections
    .map(([group, members]) => {
      const rows = members.map((component) => row(component, server, tagOf));
      const title = alone ? '' : `## ${escapeMarkdown(group)}${sharedVersion(members)}\n\n`;
      return `${title}${table(['Component', 'Package', 'From', 'To', 'Links'], rows)}`;
    })
    .join('\n\n')}\n`;
}

function sharedVersion(members: readonly PlannedComponent[]): string {
  const versions = new Set(members.map(({ version }) => version));
  const [only] = versions;
  return versions.size === 1 && only !== undefined ? ` ${escapeMarkdown(only)}` : '';
}

function row(component: PlannedComponent, server: string, tagOf: NonNullable<NotesOptions['tagOf']>): string[] {
  const { id, repository, version, previousVersion } = component;
  const home = `${server}/${repository}`;
  const tag = version === undefined ? undefined : encodeURIComponent(tagOf(component, version));
  const before = previousVersion === undefined ? undefined : encodeURIComponent(tagOf(component, previousVersion));
  const links = [
    ...(tag === undefined ? [] : [link('release', `${home}/releases/tag/${tag}`)]),
    ...(tag === undefined || before === undefined ? [] : [link('changes', `${home}/compare/${before}...${tag}`)]),
  ];
  return [
    link(id, home),
    packagesOf(component)
      .map((published) => code(nameOf(published)))
      .join(' '),
    previousVersion === undefined ? '' : code(previousVersion),
    version === undefined ? '' : code(version),
    links.join(' · '),
  ];
}
