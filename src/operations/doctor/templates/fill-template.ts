import { UserError } from '../../../platform/errors.ts';
import { yamlScalar } from '../../../platform/text/yaml-scalar.ts';
import type { Manifest } from '../../../train/manifest/manifest.ts';
import { packagesOf } from '../../../train/manifest/packages.ts';
import type { Hub } from '../../hub/hub-file.ts';
import { variableFor } from '../checks/owner-token.ts';
import { PLATFORMS, type WantedTemplate } from './wanted-templates.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** What the placeholders of templates stand for. */
export interface Placeholders {
  /** `owner/name` of release-actions, where it is known. */
  readonly bundle: string | undefined;
  /** The repository that runs trains or is the hub. */
  readonly home: string;
  readonly manifest: Manifest | undefined;
  /** Where the manifest is in that repository. */
  readonly manifestPath?: string | undefined;
  readonly hub: Hub | undefined;
  readonly workspace?: WorkspaceFacts | undefined;
}

type Filler = (text: string, known: Placeholders, wanted: WantedTemplate) => string;

/** The template with its placeholders filled in. What a person alone knows (a build command) stays an example. */
export function fillTemplate(wanted: WantedTemplate, text: string, known: Placeholders): string {
  const ours = known.bundle === undefined ? text : text.replaceAll('org/release-actions', known.bundle);
  const fill = FILLERS[wanted.template];
  return fill ? fill(ours, known, wanted) : ours;
}

const FILLERS: Readonly<Record<string, Filler>> = {
  'release-train.yml': (text, known) => withManifest(withTokens(text, known), known, '.github/release-train.yml'),
  'cross-repo-deploy.yml': (text, known) => withManifest(withTokens(text, known), known, '.github/deploy-train.yml'),
  'rollback-deployment.yml': (text, known) => withManifest(withTokens(text, known), known, '.github/deploy-train.yml'),
  'doctor.yml': withDoctor,
  'hub.yml': (text, known) => withTypes(withTokens(text, known), known),
  'hub-status.yml': withTokens,
  'trigger-hub.yml': withSource,
  'release-python.yml': withPythonName,
  'release-changesets.yml': withWorkspace,
  'deploy-backend.yml': withComponent,
  'deploy-frontend.yml': withPlatforms,
  'deploy-service.yml': withService,
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

/** Where the manifest is, if a workflow would look elsewhere. One outside of .github is a draft, and will be put there. */
function withManifest(text: string, known: Placeholders, standard: string): string {
  const path = inGithub(known);
  return path === undefined || path === standard
    ? text
    : text.replace(/^( {4})with:\n/m, `    with:\n      manifest: ${quoted(path)}\n`);
}

function withDoctor(text: string, known: Placeholders): string {
  const path = inGithub(known);
  const filled = withTokens(text, known);
  if (path === undefined || path === '.github/release-train.yml') return filled;
  return filled
    .replace('paths: [.github/release-train.yml', `paths: [${quoted(path)}`)
    .replace(/^ {4}secrets:\n/m, `    with:\n      manifest: ${quoted(path)}\n    secrets:\n`);
}

function inGithub({ manifestPath }: Placeholders): string | undefined {
  return manifestPath?.startsWith('.github/') ? manifestPath : undefined;
}

function withTypes(text: string, { hub }: Placeholders): string {
  const types = [...new Set((hub?.sources ?? []).flatMap(({ events }) => events))];
  if (types.length === 0) return text;
  return text.replace(
    /types: \[[^\]]*\]/,
    () => `types: [${[...types, 'release-actions-self-test'].map(quoted).join(', ')}]`,
  );
}

function withSource(text: string, { home, hub }: Placeholders, { source }: WantedTemplate): string {
  if (!source) return text;
  const branches = [...new Set((hub?.environments ?? []).map(({ branch }) => branch))].map(quoted);
  const paths = [...source.components].map(([id, folder]) => {
    const glob = folder === '.' ? '**' : `${folder.replace(/\/+$/, '')}/**`;
    return `            ${quoted(id)}: ${quoted(glob)}`;
  });
  const event = quoted(source.events[0] ?? 'services-changed');
  return text
    .replace('my-org/infrastructure', home)
    .replace(/branches: \[[^\]]*\]/, () => `branches: [${branches.join(', ')}]`)
    .replace('event-type: services-changed', () => `event-type: ${event}`)
    .replace(/( {10}paths: \|\n)(?: {12}[^\n]*\n)+/, (_, head: string) => `${head}${paths.join('\n')}\n`);
}

function withPythonName(text: string, _: Placeholders, { components = [] }: WantedTemplate): string {
  const [name] = components.flatMap(packagesOf).flatMap((one) => ('pypi' in one ? [one.pypi] : []));
  return name === undefined
    ? text
    : text.replace(/^( {2}PACKAGE: ).*$/m, (_line, head: string) => `${head}${quoted(name)}`);
}

/** Without a Python package its job goes, too. */
function withWorkspace(text: string, { workspace }: Placeholders): string {
  if (!workspace) return text;
  const { baseBranch, python } = workspace;
  const set = (name: string, value: string, of: string) =>
    of.replace(new RegExp(`^( {2}${name}: ).*$`, 'm'), (_, head: string) => `${head}${value}`);
  const branched = text.replace('branches: [main]', () => `branches: [${quoted(baseBranch)}]`);
  if (!python) return set('PYTHON_PACKAGE', '""', branched).replace(/\n {2}# After npm, but whether[\s\S]*$/, '');
  const named = set('PYTHON_PACKAGE', quoted(python.name), branched);
  return set('VERSION_FROM', quoted(python.versionFrom), set('PYTHON_PROJECT', quoted(python.folder), named));
}

function withComponent(text: string, known: Placeholders, { components = [] }: WantedTemplate): string {
  const [component] = components;
  if (!component) return text;
  const { id, ref } = component;
  const environments = known.manifest?.environments.map((one) => one.id) ?? [];
  const first = environments.includes('staging') ? 'staging' : (environments[0] ?? 'staging');
  const filled = text
    .replaceAll('packages: backend', () => `packages: ${quoted(id)}`)
    .replaceAll('{"backend": ', () => `{${JSON.stringify(id)}: `)
    .replaceAll('"backend: ${{', () => `"${id}: \${{`)
    .replaceAll('component: backend', () => `component: ${quoted(id)}`)
    .replace('environment: staging', () => `environment: ${quoted(first)}`);
  const branched = ref === undefined ? filled : filled.replace('branches: [main]', () => `branches: [${quoted(ref)}]`);
  return withHome(branched, known);
}

function withPlatforms(text: string, known: Placeholders, { components = [] }: WantedTemplate): string {
  const used = PLATFORMS.filter((platform) => components.some(({ inputs }) => inputs.platform === platform));
  return withHome(text.replace(`options: [${PLATFORMS.join(', ')}]`, `options: [${used.join(', ')}]`), known);
}

function withHome(text: string, known: Placeholders): string {
  const path = inGithub(known);
  const homed = text.replaceAll('my-org/releases', known.home);
  return path === undefined ? homed : homed.replaceAll('.github/deploy-train.yml', () => quoted(path));
}

function withService(text: string, _: Placeholders, { service }: WantedTemplate): string {
  if (!service) return text;
  const health = service.endpoints?.health;
  const named = text.replace('service-name: my-service', () => `service-name: ${quoted(service.name)}`);
  // Where it answers in staging nobody has said: that line stays an example.
  return health === undefined || !/^https?:\/\/[\w.:/-]+$/.test(health)
    ? named
    : named.replace('https://my-service.example.com/health', health);
}

/** A text as YAML, in quotes where it would be anything else. Throws a UserError where GitHub would compute it. */
function quoted(text: string): string {
  if (text.includes('${{'))
    throw new UserError(`${JSON.stringify(text)} cannot be written into a workflow: GitHub would compute it.`);
  return yamlScalar(text);
}
