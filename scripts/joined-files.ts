/** Which files of the bundle become one: to open another takes longer than to skim a little code that is not needed. */

/** Characters that are skimmed in the time that it takes to find, read and link one more file (0.4 ms). */
const FILE_COSTS = 9000;

interface File {
  readonly names: readonly [string, ...string[]];
  readonly size: number;
  /** The imports that load it. */
  readonly loads: ReadonlySet<number>;
}

/**
 * Under which name each file is kept: two become one, under the larger's name, as long as all imports together gain by it.
 * What only one action holds stays by itself, and no library is kept under the name of a room.
 */
export function joinedFiles(
  sizes: ReadonlyMap<string, number>,
  imports: readonly ReadonlySet<string>[],
): Map<string, string> {
  let files = [...sizes].map(([name, size]): File => {
    const loads = imports.flatMap((names, index) => (names.has(name) ? [index] : []));
    return { names: [name], size, loads: new Set(loads) };
  });
  for (let pair = bestPair(files); pair; pair = bestPair(files)) {
    const [one, other] = pair;
    files = [...files.filter((file) => file !== one && file !== other), joined(one, other)];
  }
  return new Map(files.flatMap(({ names }) => names.map((name) => [name, names[0]] as const)));
}

function bestPair(files: readonly File[]): readonly [File, File] | undefined {
  let best: { readonly gain: number; readonly pair?: readonly [File, File] } = { gain: 0 };
  for (const [index, one] of files.entries()) {
    for (const other of files.slice(index + 1)) {
      const gain = gainOf(one, other);
      if (gain > best.gain) best = { gain, pair: [one, other] };
    }
  }
  return best.pair;
}

/** In characters, of all imports: a file less for those that load both, and what the others would skim in addition. */
function gainOf(one: File, other: File): number {
  const [kind, otherKind] = [one, other].map(({ names }) => /^(action|lib)-/.exec(names[0])?.[1]);
  if (kind !== otherKind || kind === 'action') return 0;
  const both = [...one.loads].filter((load) => other.loads.has(load)).length;
  return both * FILE_COSTS - (one.loads.size - both) * other.size - (other.loads.size - both) * one.size;
}

function joined(one: File, other: File): File {
  const [larger, smaller] = one.size >= other.size ? [one, other] : [other, one];
  const size = one.size + other.size;
  return { names: [...larger.names, ...smaller.names], size, loads: new Set([...one.loads, ...other.loads]) };
}
