import type { Document } from 'yaml';
import { messageOf, UserError } from '../../platform/errors.ts';
import { depthOf, MOST_OPEN } from '../../platform/text/nesting.ts';
import type { Registered, Service } from '../service.ts';
import { type EntityName, newEntity, readEntity, writeAnnotations, writeFacts } from './catalog-entity.ts';
import type { StatusChange } from './service-registry.ts';

/**
 * The Components of a catalog file in one namespace, as services; with a name, at least that one. Throws a UserError for a file
 * that is not valid.
 */
export async function readCatalog(text: string, namespace = 'default', name?: string): Promise<Registered[]> {
  const { parts } = await parse(text, name);
  return parts.flatMap(({ entity }) => (entity?.namespace === namespace ? [entity.service] : []));
}

/** The file with this service in it. Every other entity stays byte by byte; in its own, only spacing may become regular. */
export async function editCatalog(
  text: string,
  service: Service,
  { namespace, owner }: { readonly namespace: string; readonly owner: string },
): Promise<string> {
  const yaml = await import('yaml');
  const file = await parse(text, service.name);
  const name = { name: service.name, namespace };
  const existing = find(file, name);
  if (existing) {
    writeFacts(existing.document, service, yaml);
    return replaced(file, existing, render(existing.document));
  }
  const document = new yaml.Document(newEntity(name, owner));
  writeFacts(document, service, yaml);
  return appended(text, render(document));
}

/** The file with another status (and time of deployment) of a service. */
export async function withStatus(text: string, change: StatusChange, namespace: string): Promise<string> {
  const file = await parse(text, change.name);
  const existing = find(file, { name: change.name, namespace });
  if (!existing) return text;
  const facts = { status: change.status, 'last-deployed': change.lastDeployed };
  writeAnnotations(existing.document, facts, await import('yaml'));
  return replaced(file, existing, render(existing.document));
}

/** The file without the service. */
export async function removeFromCatalog(text: string, name: EntityName): Promise<string> {
  const file = await parse(text, name.name);
  const existing = find(file, name);
  return existing ? replaced(file, existing, '') : text;
}

interface Part {
  readonly document: Document;
  /** Where its text stands in the file, the marker before it included. */
  readonly from: number;
  readonly to: number;
  readonly entity: ReturnType<typeof readEntity>;
}

interface CatalogFile {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** Up to this many characters a file is read whole, above it only the documents in which the name stands. */
const READ_WHOLE = 512 * 1024;

/** The documents of a file; with a name, at least the one of that name. Throws a UserError for one that is not valid. */
async function parse(text: string, name?: string): Promise<CatalogFile> {
  const { parseDocument } = await import('yaml');
  const isAsked = (part: string) => name === undefined || text.length <= READ_WHOLE || part.includes(name);
  const parts = slices(text).flatMap(({ from, to }): Part[] => {
    const part = text.slice(from, to);
    if (!isAsked(part)) return [];
    const document = read(parseDocument, part);
    const [error] = document.errors;
    if (error) throw notValid(error.message);
    return document.contents === null ? [] : [{ document, from, to, entity: entityOf(document) }];
  });
  return { text, parts };
}

function read(parseDocument: typeof import('yaml').parseDocument, part: string): Document {
  try {
    if (depthOf(part) > MOST_OPEN) throw new RangeError();
    return parseDocument(part, { prettyErrors: false });
  } catch (error) {
    throw error instanceof RangeError ? notValid('it is nested too deeply to be read') : error;
  }
}

/** Where documents begin: at `---` in the first column, which stands in no other place of YAML. */
function slices(text: string): { from: number; to: number }[] {
  const starts = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
  // Directives belong to the document that they stand before.
  const begins = [0, ...starts.filter((start) => start > 0 && !/^%.*\r?\n$/.test(lineBefore(text, start)))];
  return begins.map((from, index) => ({ from, to: begins[index + 1] ?? text.length }));
}

function lineBefore(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
}

function entityOf(document: Document): Part['entity'] {
  try {
    return readEntity(document);
  } catch (error) {
    // An alias to nowhere, or aliases upon aliases that would fill the memory.
    throw notValid(messageOf(error));
  }
}

function notValid(why: string): UserError {
  return new UserError(`The catalog file is not valid YAML: ${why.replace(/\s+/g, ' ')}`);
}

function find({ parts }: CatalogFile, { name, namespace }: EntityName): Part | undefined {
  return parts.find(({ entity }) => entity?.service.name === name && entity.namespace === namespace);
}

/** The file with another text for one of its documents, in the line ends that it has. */
function replaced({ text }: CatalogFile, { from, to }: Part, document: string): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const marker = document !== '' && before !== '' && !document.startsWith('---') ? '---\n' : '';
  const body = `${marker}${document}`;
  const kept = before === '' && document === '' ? after.replace(/^---[ \t]*\r?\n/, '') : after;
  return before + asIn(text, body) + kept;
}

function appended(text: string, document: string): string {
  if (text.trim() === '') return text + asIn(text, document);
  const end = text.endsWith('\n') ? '' : '\n';
  return text + asIn(text, `${end}---\n${document}`);
}

function render(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

function asIn(text: string, addition: string): string {
  return /\r\n/.test(text) ? addition.replace(/\r?\n/g, '\r\n') : addition;
}
