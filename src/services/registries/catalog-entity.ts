import type { Document, Node } from 'yaml';
import { isText, listOf, mapOf, parsedJson } from '../../platform/records.ts';
import type { Registered, Service } from '../service.ts';
import { known, textAt, textsOf } from './rest-record.ts';

/** Which Component a service is. */
export interface EntityName {
  readonly name: string;
  readonly namespace: string;
}

type Yaml = typeof import('yaml');

/** Facts that Backstage has no field for are annotations below this prefix. */
const PREFIX = 'release-actions/';
const DEFAULT_NAMESPACE = 'default';
const MOST_ALIASES = 100;

/** The Component in a document, as a service; undefined for any other entity. Throws a ReferenceError for an alias that leads nowhere. */
export function readEntity(document: Document): { service: Registered; namespace: string } | undefined {
  const entity: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  const name = textAt(entity, 'metadata.name');
  if (textAt(entity, 'kind') !== 'Component' || name === undefined) return undefined;
  const metadata = mapOf(mapOf(entity).metadata);
  const { [`${PREFIX}version`]: version, [`${PREFIX}status`]: status, ...others } = textsOf(metadata.annotations);
  const commit = others[`${PREFIX}commit`];
  const branch = others[`${PREFIX}branch`];
  const lastDeployed = others[`${PREFIX}last-deployed`];
  const endpoints = listOf(metadata.links).filter(isOurs);
  const service: Registered = {
    name,
    endpoints: Object.fromEntries(endpoints.map(({ title, url }) => [title, url])),
    capabilities: capabilitiesIn(others[`${PREFIX}capabilities`]),
    ...known({ version, status, lastDeployed, description: textAt(entity, 'metadata.description') }),
    ...(commit !== undefined || branch !== undefined ? { deployment: known({ commit, branch }) } : {}),
  };
  return { service, namespace: textAt(entity, 'metadata.namespace') ?? DEFAULT_NAMESPACE };
}

/** A Component that is new to the catalog. */
export function newEntity({ name, namespace }: EntityName, owner: string): object {
  const place = namespace === DEFAULT_NAMESPACE ? {} : { namespace };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, ...place },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

/** Writes what is said of a service into its entity; everything else in it stays. */
export function writeFacts(document: Document, service: Service, yaml: Yaml): void {
  const { version, description, status, deployment, endpoints, capabilities } = service;
  const metadata = ownMap(document, ['metadata'], yaml);
  if (description !== undefined) document.setIn([...metadata, 'description'], description);
  const facts = { version, status, commit: deployment?.commit, branch: deployment?.branch };
  const listed = capabilities && capabilities.length > 0 ? JSON.stringify(capabilities) : undefined;
  writeAnnotations(document, { ...facts, capabilities: listed }, yaml);
  if (capabilities?.length === 0) document.deleteIn(annotation('capabilities'));
  if (endpoints !== undefined) writeLinks(document, endpoints, yaml);
}

/** Writes annotations of ours; undefined ones stay as they are. */
export function writeAnnotations(
  document: Document,
  facts: Readonly<Record<string, string | undefined>>,
  yaml: Yaml,
): void {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  ownMap(document, ['metadata', 'annotations'], yaml);
  for (const [fact, value] of given) document.setIn(annotation(fact), value);
}

function annotation(fact: string): string[] {
  return ['metadata', 'annotations', `${PREFIX}${fact}`];
}

/** Puts our endpoints in place of our old ones; the links of others keep their place, comments and anchors. */
function writeLinks(document: Document, endpoints: Readonly<Record<string, string>>, yaml: Yaml): void {
  const path = ['metadata', 'links'];
  if (document.getIn(path, true) === undefined && Object.keys(endpoints).length === 0) return;
  own(document, path, yaml);
  if (!yaml.isSeq(document.getIn(path, true))) document.setIn(path, document.createNode([]));
  const links = document.getIn(path, true);
  if (!yaml.isSeq(links)) return;
  links.items = links.items.filter((item) => !isOurs(plainValue(item, document, yaml)));
  for (const [title, url] of Object.entries(endpoints))
    links.add(document.createNode({ url, title, type: 'endpoint' }));
  if (links.items.length === 0) document.deleteIn(path);
}

/** Makes sure that a map of its own stands at a path, for an empty or a shared one cannot be written to; returns the path. */
function ownMap(document: Document, path: string[], yaml: Yaml): string[] {
  own(document, path, yaml);
  if (!yaml.isMap(document.getIn(path, true))) document.setIn(path, document.createNode({}));
  return path;
}

/**
 * Parts what stands at a path from other places of the document: an alias becomes a copy, and aliases elsewhere to anchors in it
 * become copies of what it is now. A change at the path then changes nothing else.
 */
function own(document: Document, path: string[], yaml: Yaml): void {
  const found = document.getIn(path, true);
  if (yaml.isAlias(found)) {
    const target = found.resolve(document);
    document.setIn(path, target ? withoutAnchors(target, document, yaml) : document.createNode(null));
    return;
  }
  const anchors = anchorsIn(found, yaml);
  if (anchors.size === 0) return;
  const inside = new Set<unknown>();
  yaml.visit(found as Node, (_, node) => void inside.add(node));
  yaml.visit(document, {
    Alias: (_, alias) => {
      if (inside.has(alias) || !anchors.has(alias.source)) return undefined;
      const target = alias.resolve(document);
      return target ? withoutAnchors(target, document, yaml) : undefined;
    },
  });
}

function anchorsIn(node: unknown, yaml: Yaml): Set<string> {
  const anchors = new Set<string>();
  if (!yaml.isNode(node)) return anchors;
  yaml.visit(node, {
    Node: (_, one) => {
      if ('anchor' in one && one.anchor) anchors.add(one.anchor);
    },
  });
  return anchors;
}

/** A copy by value. */
function withoutAnchors(node: Node, document: Document, yaml: Yaml): Node {
  return document.createNode(plainValue(node, document, yaml)) as Node;
}

function plainValue(node: unknown, document: Document, yaml: Yaml): unknown {
  return yaml.isNode(node) ? node.toJS(document, { maxAliasCount: MOST_ALIASES }) : node;
}

function isOurs(link: unknown): link is { url: string; title: string } {
  return (
    textAt(link, 'type') === 'endpoint' && textAt(link, 'title') !== undefined && textAt(link, 'url') !== undefined
  );
}

function capabilitiesIn(text: string | undefined): string[] {
  return listOf(parsedJson(text ?? '')).filter(isText);
}
