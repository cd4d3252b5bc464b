import { join } from 'node:path';
import { UserError } from '../../../platform/errors.ts';
import type { SourceFile } from '../../../platform/files/folder-tree.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import { faultAt, place, trimmed, type VersionFinding } from '../place.ts';
import type { Finder } from '../project.ts';
import { valueAt } from '../toml.ts';
import { assignedPlace } from './python-module.ts';

const VCS = ['vcs', 'uv-dynamic-versioning', 'versioningit', 'versioneer'];

/** `[tool.hatch.version]`. https://hatch.pypa.io/latest/version/ */
export const hatch: Finder = async ({ pyproject, isDynamic, folder, workspace }) => {
  const table = pyproject?.get('tool', 'hatch', 'version');
  if (!pyproject || !isDynamic || table === undefined) return [];
  const { shown } = pyproject.file;
  const source = valueAt(table, ['source']) ?? 'regex';
  if (VCS.includes(scalarText(source))) {
    return [
      { type: 'elsewhere', reason: `hatch takes the version from the git tag (source = "${scalarText(source)}")` },
    ];
  }
  if (source === 'nodejs') {
    return [{ type: 'elsewhere', reason: 'hatch takes the version from package.json (source = "nodejs")' }];
  }
  const path = valueAt(table, ['path']);
  if (source !== 'regex' || typeof path !== 'string') {
    const what = source === 'regex' ? 'has no path' : `has source = ${JSON.stringify(source)}`;
    throw new UserError({
      message: `${shown}: [tool.hatch.version] ${what}. Expected path = "…", the file that holds the version as text.`,
      file: shown,
    });
  }
  const file = await workspace.read(join(folder, path));
  if (!file) {
    throw new UserError({
      message: `${shown}: [tool.hatch.version].path names ${path}, which does not exist.`,
      file: shown,
    });
  }
  const pattern = valueAt(table, ['pattern']);
  return [typeof pattern === 'string' ? await matched(file, pattern) : byDefaultPattern(file)];
};

const LONGEST_MATCH_MS = 2_000;

/** Hatch's own pattern takes `__version__` or `VERSION` in any case, and a `v` before the number. */
const BY_DEFAULT = /^(?:__version__|version)(?: ?: ?str)? *= *(["'])v?(?<version>.+?)\1/i;

function byDefaultPattern(file: SourceFile): VersionFinding {
  const names = ['__version__', 'VERSION', 'version', '__VERSION__'];
  return assignedPlace(file, names, { backend: 'hatch', pattern: BY_DEFAULT });
}

async function matched(file: SourceFile, pattern: string): Promise<VersionFinding> {
  const span = (await execWithin(compile(file, pattern), file, pattern))?.indices?.groups?.version;
  if (!span) {
    throw faultAt(
      file,
      0,
      `${file.shown}: [tool.hatch.version].pattern ${JSON.stringify(pattern)} matches nothing in it.`,
    );
  }
  return place(file, 'tool.hatch.version.pattern', trimmed(file.text, { start: span[0], end: span[1] }));
}

/** A pattern can take for ever (`(a+)+$`), with nothing else heard meanwhile: only a context of its own is stopped in time. */
async function execWithin(expression: RegExp, file: SourceFile, pattern: string): Promise<RegExpExecArray | null> {
  const { runInNewContext } = await import('node:vm');
  try {
    return runInNewContext('expression.exec(text)', { expression, text: file.text }, { timeout: LONGEST_MATCH_MS });
  } catch {
    throw new UserError(
      `[tool.hatch.version].pattern ${JSON.stringify(pattern)} did not end within ${LONGEST_MATCH_MS} ms on ${file.shown}. Use a simpler pattern.`,
    );
  }
}

/** Python writes a named group `(?P<name>…)` and flags in front; hatch compiles with MULTILINE. */
function compile(file: SourceFile, pattern: string): RegExp {
  const [, inline = '', rest = pattern] = /^\(\?([aimsux]+)\)(.*)$/s.exec(pattern) ?? [];
  try {
    const flags = [...inline].filter((flag) => 'is'.includes(flag)).join('');
    return new RegExp(rest.replaceAll('(?P<', '(?<').replace(/\(\?P=(\w+)\)/g, '\\k<$1>'), `dm${flags}`);
  } catch {
    throw new UserError(
      `[tool.hatch.version].pattern ${JSON.stringify(pattern)} for ${file.shown} uses what only Python's re understands. ` +
        'Use a simpler pattern.',
    );
  }
}
