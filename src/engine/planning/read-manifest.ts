import { Buffer } from 'node:buffer';
import { type Fault, UserError } from '../../platform/errors.ts';
import { readText } from '../../platform/text/edits.ts';
import { quote } from '../../platform/text/wording.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { ParsedManifest } from '../../train/manifest/raw-manifest.ts';
import { byPlace, locate } from './located-faults.ts';
import { checkStructure } from './manifest-structure.ts';

/** 10,000 components with everything that they can say fit into it; reading it takes seconds, not minutes. */
const LARGEST = 4 * 1024 * 1024;

/** One slip of syntax can make every later line wrong; the first faults tell where to begin. */
const MOST_SYNTAX_FAULTS = 20;

/** What was read of a file, and where each of its values stands in it. */
export interface ReadManifest {
  readonly parsed: ParsedManifest;
  /** Gives faults their file, line and column, in the order of its lines; what is wrong elsewhere comes after them. */
  located(faults: readonly TrainFault[]): Fault[];
}

/** Reads a manifest file, whatever is wrong in it. Throws a UserError where there is no file to read. */
export async function readManifestFile(path: string, shownAs = path): Promise<ReadManifest> {
  const text = await readText(path, shownAs);
  if (text === undefined)
    throw new UserError(
      `The manifest ${quote(shownAs)} cannot be read: there is no such file. Check the input manifest, and that the repository is checked out before this step.`,
    );
  return readManifest(text, shownAs);
}

/** What a text says as a manifest, with every fault of syntax and structure in it. */
export async function readManifest(text: string, file: string): Promise<ReadManifest> {
  const size = Buffer.byteLength(text);
  if (size > LARGEST) {
    const message = `The manifest is ${megabytes(size)} MB; at most ${megabytes(LARGEST)} MB are read. Is this the right file?`;
    return unreadable([{ message, line: 1, column: 1 }], file);
  }
  const read = await parseYaml(text);
  const syntax = 'faults' in read ? read.faults : [];
  const document = 'faults' in read ? read.document : read;
  if (!document) return unreadable(syntax, file);
  const { faults, sound } = await checkStructure(document.value);
  return {
    parsed: {
      raw: sound,
      faults: [...placed(syntax), ...faults],
      written: (path, value) => document.written(path) ?? String(value),
    },
    located: (found) => locate(found, document, file).sort(byPlace),
  };
}

function unreadable(faults: readonly Fault[], file: string): ReadManifest {
  return {
    parsed: { raw: {}, faults: placed(faults), written: (_, value) => String(value) },
    located: (found) => found.map(({ message, place }) => ({ message, ...(place && { file, ...place }) })),
  };
}

function placed(faults: readonly Fault[]): TrainFault[] {
  return faults
    .slice(0, MOST_SYNTAX_FAULTS)
    .map(({ message, line = 1, column = 1 }) => ({ message, place: { line, column } }));
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
