import type { Fault } from '../../platform/errors.ts';
import type { YamlDocument } from '../../platform/text/yaml.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';

/** Faults of a document's meaning with the file, line and column of what is wrong. */
export function locate(faults: readonly TrainFault[], document: YamlDocument, file: string): Fault[] {
  return faults.map(({ message, at, key }) =>
    at === undefined ? { message } : { message, file, ...document.locate(at, key) },
  );
}

/** The order in which somebody reads the file. */
export function byPlace(a: Fault, b: Fault): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
