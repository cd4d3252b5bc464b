import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Assigned, assignmentsTo, setupArguments } from '../../../src/packages/python/python-source.ts';
import { needPython } from '../../support/python.ts';
import { slow } from '../../support/slow.ts';

const shown = (source: string, found: readonly Assigned[]) =>
  found.map((one) => (one.kind === 'literal' ? source.slice(one.start, one.end) : null));

describe('what a module assigns', () => {
  test.each([
    ['v = "1"', ['1']],
    ["v='1'#v='2'", ['1']],
    ['v: str = "1"', ['1']],
    ['v: Final[str] = "1"', ['1']],
    ['v = w = "1"', ['1']],
    ['w = v = "1"', ['1']],
    ['w = v.split(".")', []],
    ['w = v', []],
    ['v = """1"""; w = 2', ['1']],
    ['v = \\\n  "1"', ['1']],
    ['v = "1" if w else "2"', [null]],
    ['v = "1" "2"', [null]],
    ['v = "1".strip()', [null]],
    ['v = ("1")', [null]],
    ['v = b"1"', [null]],
    ['v = f"1"', [null]],
    ['v = "1\\x2e0"', [null]],
    ['v == "1"', []],
    ['v += "1"', []],
    ['v: str', []],
    ['x.v = "1"', []],
    [' v = "1"', []],
    ['if w:\n  v = "1"', []],
    ['f(\nv = "1")', []],
    ['"""\nv = "1"\n"""', []],
    ["'''\nv = \"1\"\n\\'''\nv = '2'\n'''", []],
    ['"\\\nv = 1"', []],
    ['# \\\nv = "1"', ['1']],
    ['"unterminated\nv = "1"', ['1']],
    ['"""unterminated\nv = "1"', ['1']],
    ['vv = "1"\nv2 = "2"\nV = "3"', []],
    ['v = "1"\r\nv = 2\rv = "3"', ['1', null, '3']],
  ])('%j', (source, expected) => {
    expect(shown(source, assignmentsTo(['v'], source))).toEqual(expected);
  });
});

describe('what setup() is called with', () => {
  test.each([
    ['setup(v="1")', ['1']],
    ['setup(v="1",)', ['1']],
    ['setup(**x, v = "1")', ['1']],
    ['setuptools.setup(v="1")', ['1']],
    ['distutils.core.setup(v="1")', ['1']],
    ['setup(v=w)', [null]],
    ['setup(v="1" + w)', [null]],
    ['setup(w=dict(v="1"))', []],
    ['setup({"v": "1"})', []],
    ['setup(w == v)', []],
    ['other.setup(v="1")', []],
    ['def setup(v="1"): pass', []],
    ['my_setup(v="1")', []],
    ['# setup(v="1")', []],
    ['"setup(v=\'1\')"', []],
    ['setup(w=1)\nother(v="1")', []],
    ['setup(v="1"', ['1']],
  ])('%j', (source, expected) => {
    expect(shown(source, setupArguments('v', source))).toEqual(expected);
  });
});

slow('a million characters of strings, brackets and quotes that never close are read in seconds', () => {
  for (const piece of ['"""', "'", '(', '"a" ', 'v = ', '\\\n', '#\n', 'é']) {
    const source = piece.repeat(1_000_000 / piece.length);
    expect(Array.isArray(assignmentsTo(['v'], source))).toBe(true);
  }
});

const python = await needPython();

python.describe('judged by Python’s ast', ({ command, env }) => {
  slow('every assignment at the top level of the standard library’s modules', () => {
    const wrong: unknown[] = [];
    let literals = 0;
    for (const [path, assigned] of standardLibrary(command, env)) {
      const source = readFileSync(path, 'utf8');
      for (const [name, values] of Object.entries(assigned)) {
        const found = shown(source, assignmentsTo([name], source));
        literals += found.filter((text) => text !== null).length;
        // A literal with escapes or of several parts is a string to Python, and computed to us.
        const agrees = found.length === values.length && found.every((text, i) => text === null || text === values[i]);
        if (!agrees) wrong.push({ path, name, found, values });
      }
    }
    expect(wrong).toEqual([]);
    expect(literals).toBeGreaterThan(100);
  });
});

/** Path → name → the strings assigned to it, null for anything else. */
function standardLibrary(command: string, env: NodeJS.ProcessEnv): [string, Record<string, (string | null)[]>][] {
  const program = `
import ast, glob, json, os
found = []
for path in sorted(glob.glob(os.path.join(os.path.dirname(os.__file__), '*.py'))):
    with open(path, encoding='utf-8', newline='') as file: tree = ast.parse(file.read())
    names = {}
    for node in tree.body:
        if node.col_offset: continue
        if isinstance(node, ast.Assign): targets = node.targets
        elif isinstance(node, ast.AnnAssign) and node.value: targets = [node.target]
        else: continue
        value = node.value.value if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str) else None
        for target in targets:
            if isinstance(target, ast.Name): names.setdefault(target.id, []).append(value)
    found.append([path, names])
print(json.dumps(found))`;
  const answer = execFileSync(command, ['-c', program], { env, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(answer.toString()) as [string, Record<string, (string | null)[]>][];
}
