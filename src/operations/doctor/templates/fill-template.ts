import type { Manifest } from '../../../train/manifest/manifest.ts';
import type { Hub, Source } from '../../hub/hub-file.ts';
import { variableFor } from '../checks/owner-token.ts';

/** What the placeholders of templates stand for. */
export interface Placeholders {
  /** `owner/name` of release-actions, where it is known. */
  readonly bundle: string | undefined;
  /** The repository that runs trains or is the hub. */
  readonly home: string;
  readonly manifest: Manifest | undefined;
  readonly hub: Hub | undefined;
  /** What the repository that the template is for is to the hub. */
  readonly source: Source | undefined;
}

/** The template with its placeholders filled in. What a person alone knows (a build command) stays an example. */
export function fillTemplate(template: string, text: string, known: Placeholders): string {
  const ours = known.bundle === undefined ? text : text.replaceAll('org/release-actions', known.bundle);
  const fill = FILLERS[template];
  return fill ? fill(ours, known) : ours;
}

const FILLERS: Readonly<Record<string, (text: string, known: Placeholders) => string>> = {
  'release-train.yml': withTokens,
  'cross-repo-deploy.yml': withTokens,
  'doctor.yml': withTokens,
  'hub.yml': (text, known) => withTypes(withTokens(text, known), known),
  'hub-status.yml': withTokens,
  'trigger-hub.yml': withSource,
};

const TOKEN_LINE = /^( *)my-org: \$\{\{ secrets\.(\w+) \}\}$/m;

/** A line for each owner. */
function withTokens(text: string, { manifest, hub }: Placeholders): string {
  return text.replace(TOKEN_LINE, (whole, indent: string, secret: string) => {
    const isHubs = secret === 'SOURCES_TOKEN';
    const repositories = isHubs
      ? (hub?.sources ?? []).map(({ repository }) => repository)
      : (manifest?.components ?? []).map(({ repository }) => repository);
    const owners = [...new Set(repositories.map((one) => one.split('/', 1)[0] ?? ''))];
    const lines = owners.map((owner) => {
      const own = manifest?.tokens[owner] ?? variableFor(owner);
      return `${indent}${owner}: \${{ secrets.${isHubs ? variableFor(owner) : own} }}`;
    });
    return lines.length === 0 ? whole : lines.join('\n');
  });
}

function withTypes(text: string, { hub }: Placeholders): string {
  const types = [...new Set((hub?.sources ?? []).flatMap(({ events }) => events))];
  if (types.length === 0) return text;
  return text.replace(/types: \[[^\]]*\]/, `types: [${[...types, 'release-actions-self-test'].join(', ')}]`);
}

function withSource(text: string, { home, hub, source }: Placeholders): string {
  if (!source) return text;
  const branches = [...new Set((hub?.environments ?? []).map(({ branch }) => branch))].map(quoted);
  const paths = [...source.components].map(([id, folder]) => {
    const glob = folder === '.' ? '**' : `${folder.replace(/\/+$/, '')}/**`;
    return `            ${id}: ${quoted(glob)}`;
  });
  return text
    .replace('my-org/infrastructure', home)
    .replace(/branches: \[[^\]]*\]/, `branches: [${branches.join(', ')}]`)
    .replace('event-type: services-changed', `event-type: ${source.events[0] ?? 'services-changed'}`)
    .replace(/( {10}paths: \|\n)(?: {12}[^\n]*\n)+/, `$1${paths.join('\n')}\n`);
}

function quoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) ? text : JSON.stringify(text);
}
