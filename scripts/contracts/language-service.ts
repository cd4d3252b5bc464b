import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerLogger, validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { ownAction } from './reference.ts';
import type { Finding, Source } from './source.ts';

type Config = NonNullable<Parameters<typeof validate>[1]>;
type MetadataProvider = NonNullable<Config['actionsMetadataProvider']>;
type Metadata = NonNullable<Awaited<ReturnType<MetadataProvider['fetchActionMetadata']>>>;
type FileProvider = NonNullable<Config['fileProvider']>;

/**
 * What GitHub's own language service says of the files: syntax, expressions and contexts, and what is given to each of our
 * actions and reusable workflows against what those declare. Third parties are taken as they are: nothing is downloaded.
 */
export async function languageServiceFindings(project: string, sources: readonly Source[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const source of sources) findings.push(...(await judge(project, source)));
  return findings;
}

async function judge(project: string, { kind, file, text }: Source): Promise<Finding[]> {
  const failures: string[] = [];
  // Its own failures go to a logger and nowhere else: a file that it could not read would pass.
  const fail = (message: string) => void failures.push(message);
  registerLogger({ error: fail, warn: fail, info: () => {}, log: () => {} });
  const document = TextDocument.create(addressOf(kind, file, text), 'yaml', 1, text);
  const diagnostics = await validate(document, {
    actionsMetadataProvider: { fetchActionMetadata: async (action) => metadataOf(project, action) },
    fileProvider: { getFileContent: async (reference) => ownFile(project, reference) },
  });
  return [
    ...diagnostics.map(({ message, range }) => ({
      file,
      line: range.start.line + 1,
      message: typeof message === 'string' ? message : message.value,
    })),
    ...failures.map((message) => ({ file, line: 1, message })),
  ];
}

/** It tells kinds apart by path, and remembers results by address: the digest keeps one text's result from another's. */
function addressOf(kind: Source['kind'], file: string, text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  const path = kind === 'template' ? `.github/workflows/${file.split('/').at(-1)}` : file;
  return `file:///${digest}/${path}`;
}

type ActionAddress = Parameters<MetadataProvider['fetchActionMetadata']>[0];

function metadataOf(project: string, { owner, name, path, ref }: ActionAddress): Metadata | undefined {
  const uses = `${[owner, name, ...(path === undefined ? [] : [path])].join('/')}@${ref}`;
  const file = ownAction(uses);
  if (file === undefined) return { name, description: '' };
  return existsSync(join(project, file)) ? (parse(readFileSync(join(project, file), 'utf8')) as Metadata) : undefined;
}

type FileAddress = Parameters<FileProvider['getFileContent']>[0];

function ownFile(project: string, reference: FileAddress): { name: string; content: string } {
  if ('repository' in reference && reference.repository !== 'release-actions') {
    throw new Error(
      `${reference.owner}/${reference.repository} is not this repository: its workflows cannot be judged.`,
    );
  }
  const { path } = reference;
  if (!existsSync(join(project, path))) throw new Error(`There is no ${path} in this repository.`);
  return { name: path, content: readFileSync(join(project, path), 'utf8') };
}
