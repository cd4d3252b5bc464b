import type { Document } from 'yaml';
import { UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import type { Registered, Service } from '../service.ts';
import { known, textAt, textsOf } from './rest-record.ts';
import type { StatusChange } from './service-registry.ts';

/** Facts that Backstage has no field for are annotations below this prefix. */
const PREFIX = 'release-actions/';

/** The Components of a catalog file, as services. */
export async function readCatalog(text: string): Promise<Registered[]> {
  return (await parse(text)).flatMap((document) => fromEntity(document.toJS({ maxAliasCount: 100 })));
}

/** The file with this service in it. Other entities and comments are kept; only their spacing may become regular. */
export async function editCatalog(text: string, service: Service, owner: string): Promise<string> {
  const { Document } = await yaml();
  const documents = await parse(text);
  const existing = documents.find((document) => isComponent(document, service.name));
  const entity = existing ?? new Document(newEntity(service.name, owner));
  if (!existing) documents.push(entity);
  write(entity, service);
  return render(documents);
}

/** The file with another status (and time of deployment) of a service. */
export async function withStatus(text: string, { name, status, lastDeployed }: StatusChange): Promise<string> {
  const documents = await parse(text);
  const entity = documents.find((document) => isComponent(document, name));
  entity?.setIn(annotation('status'), status);
  entity?.setIn(annotation('last-deployed'), lastDeployed);
  return render(documents);
}

/** The file without the service. */
export async function removeFromCatalog(text: string, name: string): Promise<string> {
  return render((await parse(text)).filter((document) => !isComponent(document, name)));
}

function yaml() {
  return import('yaml');
}

async function parse(text: string): Promise<Document[]> {
  const { parseAllDocuments } = await yaml();
  const documents: Document[] = [...parseAllDocuments(text, { prettyErrors: false })].filter(
    (document) => document.contents !== null,
  );
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) throw new UserError(`The catalog file is not valid YAML: ${error.message.replace(/\s+/g, ' ')}`);
  return documents;
}

function render(documents: readonly Document[]): string {
  return documents.map((document) => document.toString({ lineWidth: 0 }).replace(/^---\n/, '')).join('---\n');
}

function isComponent(document: Document, name: string): boolean {
  return document.get('kind') === 'Component' && document.getIn(['metadata', 'name']) === name;
}

function newEntity(name: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

function annotation(fact: string): string[] {
  return ['metadata', 'annotations', `${PREFIX}${fact}`];
}

function write(entity: Document, service: Service): void {
  const { version, description, status, deployment, endpoints, capabilities } = service;
  if (description !== undefined) entity.setIn(['metadata', 'description'], description);
  const facts = { version, status, commit: deployment?.commit, branch: deployment?.branch };
  for (const [fact, value] of Object.entries(facts)) if (value !== undefined) entity.setIn(annotation(fact), value);
  if (capabilities && capabilities.length > 0) entity.setIn(annotation('capabilities'), JSON.stringify(capabilities));
  else if (capabilities) entity.deleteIn(annotation('capabilities'));
  if (endpoints === undefined) return;
  const foreign = linksOf(entity.toJS({ maxAliasCount: 100 })).filter((link) => !isOurs(link));
  const links = [...foreign, ...Object.entries(endpoints).map(([title, url]) => ({ url, title, type: 'endpoint' }))];
  if (links.length > 0) entity.setIn(['metadata', 'links'], entity.createNode(links));
  else entity.deleteIn(['metadata', 'links']);
}

function linksOf(entity: unknown): unknown[] {
  const links = isRecord(entity) && isRecord(entity.metadata) ? entity.metadata.links : undefined;
  return Array.isArray(links) ? links : [];
}

function isOurs(link: unknown): link is { url: string; title: string } {
  return (
    textAt(link, 'type') === 'endpoint' && textAt(link, 'title') !== undefined && textAt(link, 'url') !== undefined
  );
}

function fromEntity(entity: unknown): Registered[] {
  const name = textAt(entity, 'metadata.name');
  if (textAt(entity, 'kind') !== 'Component' || name === undefined) return [];
  const metadata = isRecord(entity) && isRecord(entity.metadata) ? entity.metadata : {};
  const { [`${PREFIX}version`]: version, [`${PREFIX}status`]: status, ...others } = textsOf(metadata.annotations);
  const commit = others[`${PREFIX}commit`];
  const branch = others[`${PREFIX}branch`];
  const lastDeployed = others[`${PREFIX}last-deployed`];
  const endpoints = linksOf(entity).filter(isOurs);
  return [
    {
      name,
      endpoints: Object.fromEntries(endpoints.map(({ title, url }) => [title, url])),
      capabilities: capabilitiesIn(others[`${PREFIX}capabilities`]),
      ...known({ version, status, lastDeployed, description: textAt(entity, 'metadata.description') }),
      ...(commit !== undefined || branch !== undefined ? { deployment: known({ commit, branch }) } : {}),
    },
  ];
}

function capabilitiesIn(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
