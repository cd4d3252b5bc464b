import { isText, listOf, mapOf } from '../../platform/records.ts';
import { parseToml } from './toml.ts';

/** What a pyproject.toml says of the package and of what it needs. */
interface DeclaredProject {
  readonly name: string;
  readonly needs: readonly DeclaredNeed[];
}

interface DeclaredNeed {
  readonly name: string;
  readonly range: string;
  /** `project.dependencies`, `tool.poetry.dependencies`, … */
  readonly kind: string;
  readonly atRuntime: boolean;
}

/**
 * Reads the name and the requirements of a pyproject.toml, those of PEP 621, of dependency groups (PEP 735) and of Poetry;
 * undefined where it describes no package. Throws a UserError where it is not valid TOML.
 */
export async function parseProject(text: string, file: string): Promise<DeclaredProject | undefined> {
  const toml = await parseToml({ path: file, shown: file, text });
  const name = toml.get('project', 'name') ?? toml.get('tool', 'poetry', 'name');
  if (typeof name !== 'string') return undefined;
  const poetry = ['tool', 'poetry'] as const;
  return {
    name,
    needs: [
      ...required(toml.get('project', 'dependencies'), 'project.dependencies', true),
      ...grouped(toml.get('project', 'optional-dependencies'), 'project.optional-dependencies', true),
      ...grouped(toml.get('dependency-groups'), 'dependency-groups', false),
      ...poetrys(toml.get(...poetry, 'dependencies'), 'tool.poetry.dependencies', true),
      ...poetrys(toml.get(...poetry, 'dev-dependencies'), 'tool.poetry.dev-dependencies', false),
      ...Object.entries(mapOf(toml.get(...poetry, 'group'))).flatMap(([group, value]) =>
        poetrys(mapOf(value).dependencies, `tool.poetry.group.${group}.dependencies`, false),
      ),
    ],
  };
}

/** `name[extra]>=1,<2; marker` of https://packaging.python.org/specifications/dependency-specifiers/ */
function required(value: unknown, kind: string, atRuntime: boolean): DeclaredNeed[] {
  const texts = listOf(value).filter(isText);
  return texts.flatMap((text) => {
    const [, name, rest = ''] = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?([^;]*)/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, range: rest.trim(), kind, atRuntime }];
  });
}

function grouped(value: unknown, kind: string, atRuntime: boolean): DeclaredNeed[] {
  return Object.entries(mapOf(value)).flatMap(([group, texts]) => required(texts, `${kind}.${group}`, atRuntime));
}

function poetrys(value: unknown, kind: string, atRuntime: boolean): DeclaredNeed[] {
  const entries = Object.entries(mapOf(value)).filter(([name]) => name !== 'python');
  return entries.map(([name, said]) => {
    const range = typeof said === 'string' ? said : mapOf(said).version;
    return { name, range: typeof range === 'string' ? range : '', kind, atRuntime };
  });
}
