import { faultAt, place, trimmed } from '../place.ts';
import type { Finder } from '../project.ts';
import { setupArguments } from '../python-source.ts';

/** `setup(version="…")` of setup.py: a literal only, for anything else is a program. */
export const setupPy: Finder = async ({ setupPy: file }) => {
  const found = file ? setupArguments('version', file.text) : [];
  const [first, second] = found;
  if (!file || !first) return [];
  if (second) {
    throw faultAt(file, second.start, `${file.shown} calls setup(version=…) ${found.length} times. Keep one of them.`);
  }
  if (first.kind === 'expression') {
    const reason = `setup(version=…) in ${file.shown} is computed; only a plain string can be synchronised`;
    return [{ type: 'left-alone', reason }];
  }
  return [place(file, 'setup(version=…)', trimmed(file.text, first))];
};
