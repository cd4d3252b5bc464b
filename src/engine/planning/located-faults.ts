import type { Fault } from '../../platform/errors.ts';
import type { YamlDocument } from '../../platform/text/yaml.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';

/** Faults of a document's meaning with the file, line and column of what is wrong. */
export function locate(faults: readonly TrainFault[], document: YamlDocument, file: string): Fault[] {
  return faults.map(({ message, at, key, place }) => {
    if (place) return { message, file, ...place };
    return at === undefined ? { message } : { message, file, ...document.locate(at, key) };
  });
}

/** The order in which somebody reads the file; what is wrong elsewhere comes after it. */
export function byPlace(a: Fault, b: Fault): number {
  const [one, other] = [a.line ?? Number.MAX_SAFE_INTEGER, b.line ?? Number.MAX_SAFE_INTEGER];
  return one - other || (a.column ?? 0) - (b.column ?? 0);
}
