/**
 * Proves that the histories can fail: plants one defect at a time in a copy of the sources and looks for the first seed that
 * shows it.
 *
 *   npm run mutants [-- --seeds N] [--only TEXT]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mistake, readArguments } from './arguments.ts';
import { MUTANTS, type Mutant } from './mutants/list.ts';
import { root } from './project.ts';

const { values } = readArguments({
  seeds: { type: 'number', default: 500, min: 1 },
  only: { type: 'text', default: '' },
});
/** Histories that do not end are killed too, by the processor time that they take: a busy machine is no verdict. */
const LONGEST_S = 1_800;

const chosen = MUTANTS.filter(({ name }) => name.includes(values.only));
if (chosen.length === 0)
  mistake(`--only ${values.only}: no mutant has that in its name`, 'scripts/mutants/list.ts has them.');
let survivors = 0;
for (const mutant of chosen) {
  const found = tryOut(mutant);
  if (found === undefined) survivors += 1;
  console.log(`${mutant.name.padEnd(44)} ${found ?? `SURVIVED ${values.seeds} seeds`}`);
}
console.log(`\n${chosen.length - survivors} of ${chosen.length} mutants killed within ${values.seeds} seeds.`);
process.exitCode = survivors === 0 ? 0 : 1;

/** What killed it; undefined where nothing did. Throws where the source does not have the text any more. */
function tryOut({ name, file, from, to, shownBy = [] }: Mutant): string | undefined {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    for (const part of ['src', 'simulator', 'scripts', 'package.json', 'release-train.schema.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const text = readFileSync(join(copy, file), 'utf8');
    if (text.split(from).length !== 2)
      throw new Error(`Mutant "${name}": ${file} does not have its text exactly once.`);
    const planted = text.replace(from, () => to);
    writeFileSync(join(copy, file), planted);
    const only = shownBy.length > 0 ? ['--with', shownBy.join()] : [];
    const histories = ['--no-warnings', 'scripts/histories.ts', '--seeds', String(values.seeds), '--first', ...only];
    const run = spawnSync(
      'sh',
      ['-c', `ulimit -t ${LONGEST_S} && exec "$@"`, 'sh', process.execPath, ...histories],
      // What histories that are killed leave behind goes with the copy.
      { cwd: copy, encoding: 'utf8', env: { ...process.env, TMPDIR: copy } },
    );
    if (run.status === 0) return undefined;
    if (run.signal === 'SIGXCPU' || run.signal === 'SIGKILL') return 'killed: its histories do not end';
    const seed = /Seed (\d+) is VIOLATED/.exec(run.stdout)?.[1];
    if (seed === undefined) throw new Error(`Mutant "${name}" does not even run: ${run.stderr.slice(0, 500)}`);
    return `killed by seed ${seed}: ${/VIOLATED:\n {2}(.*)/.exec(run.stdout)?.[1] ?? ''}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
