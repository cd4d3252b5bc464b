import { type ActionFacts, stubOf } from './action-facts.ts';
import { type Finding, isMapping, mappingAt } from './source.ts';

/** Keeps one rule over an action: its action.yml, its code and its README. */
export type ActionRule = (facts: ActionFacts) => Finding[] | Promise<Finding[]>;

export const inputsMatchTheCode: ActionRule = ({ source, inputs, code }) => {
  const declared = Object.keys(mappingAt(source.value, 'inputs'));
  const undeclared = Object.keys(inputs).filter((name) => !declared.includes(name));
  const unread = declared.filter((name) => !(name in inputs) || !isUsed(name, code));
  return [
    ...undeclared.map((name) =>
      source.finding(['inputs'], `does not declare the input ${name}, which the code reads.`),
    ),
    ...unread.map((name) =>
      source.finding(['inputs', name], `declares the input ${name}, which the code never reads.`),
    ),
  ];
};

/** An input is in use where its camel-cased value is named, besides the place that declares it. */
function isUsed(name: string, code: readonly string[]): boolean {
  const value = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const mentions = code.flatMap((text) => text.match(new RegExp(`\\b${value}\\b`, 'g')) ?? []);
  return mentions.length > (value === name ? 1 : 0);
}

/** The runner does not enforce `required`, the code does: what people read must be what it does. */
export const requirementsMatchTheCode: ActionRule = ({ source, inputs }) =>
  Object.entries(mappingAt(source.value, 'inputs')).flatMap(([name, declared]) => {
    const type = inputs[name];
    if (!type || !isMapping(declared)) return [];
    const mustBeGiven = declared.required === true && !('default' in declared);
    const needed = type.fallback === undefined && !('default' in declared);
    if (mustBeGiven === needed) return [];
    const says = needed ? 'does not say that it is' : 'says that it is';
    return [source.finding(['inputs', name], `${says} required, unlike the code: input ${name}.`)];
  });

export const defaultsAreValid: ActionRule = async ({ source, inputs }) => {
  const findings: Finding[] = [];
  for (const [name, declared] of Object.entries(mappingAt(source.value, 'inputs'))) {
    const text = isMapping(declared) && declared.default !== undefined ? String(declared.default) : '';
    if (text === '' || text.includes('${{')) continue;
    try {
      await inputs[name]?.parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      findings.push(
        source.finding(['inputs', name], `has the default ${text} of ${name}, which the code refuses: ${reason}.`),
      );
    }
  }
  return findings;
};

/** A value that is masked before its first use never reaches a log. */
export const credentialsAreSecret: ActionRule = ({ source, inputs }) =>
  Object.entries(inputs)
    .filter(([name, { secret }]) => /(^|-)(token|password|private-key|secret|secret-access-key)$/.test(name) && !secret)
    .map(([name]) =>
      source.finding(['inputs', name], `has the credential ${name}, which the code does not read as a secret.`),
    );

export const outputsMatchTheCode: ActionRule = ({ source, code }) => {
  const declared = Object.keys(mappingAt(source.value, 'outputs'));
  const set = new Set(code.flatMap(outputsSetIn));
  const unset = declared.filter((name) => !set.has(name));
  const undeclared = [...set].filter((name) => !declared.includes(name));
  return [
    ...unset.map((name) =>
      source.finding(['outputs', name], `declares the output ${name}, which the code never sets.`),
    ),
    ...undeclared.map((name) =>
      source.finding(['outputs'], `does not declare the output ${name}, which the code sets.`),
    ),
  ];
};

/**
 * The names a module sets as outputs: those it writes out, and the keys of the table `values` where it sets one output per
 * entry of it.
 */
export function outputsSetIn(module: string): string[] {
  const written = [...module.matchAll(/\boutputs\.set\(\s*'([^']+)'/g)].map(([, name = '']) => name);
  if (!/\boutputs\.set\(\s*name\b/.test(module)) return written;
  const [, table = ''] = /\bconst values\b[^=]*= \{\n(.*?)\n {2}\};/s.exec(module) ?? [];
  const keys = [...table.matchAll(/^ {4}'?([a-z][a-z-]*)'?(?::|,$)/gm)].map(([, name = '']) => name);
  return [...written, ...keys];
}

export const readmeMatches: ActionRule = ({ name, source, readme }) => {
  if (readme === undefined)
    return [source.finding([], `has no README.md beside it: the action ${name} is not documented.`)];
  return (['inputs', 'outputs'] as const).flatMap((section) => {
    const declared = Object.keys(mappingAt(source.value, section));
    const documented = rowsUnder(section, readme);
    const missing = declared.filter((one) => !documented.includes(one));
    const unknown = documented.filter((one) => !declared.includes(one));
    return [
      ...missing.map((one) =>
        source.finding([section, one], `declares ${one}, which the README's table of ${section} lacks.`),
      ),
      ...unknown.map((one) =>
        source.finding([section], `does not declare ${one}, which the README's table of ${section} has.`),
      ),
    ];
  });
};

/** The names in the first column of the tables below a README's heading `Inputs` or `Outputs`. */
export function rowsUnder(section: 'inputs' | 'outputs', readme: string): string[] {
  const sections = readme.split(/^#{2,} +/m);
  const tables = sections.filter((text) => new RegExp(`^${section}\\b`, 'i').test(text));
  return tables.flatMap((text) =>
    [...text.matchAll(/^\| *([^|]+?) *\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z][a-z0-9-]*)`/g)].map(([, name = '']) => name),
    ),
  );
}

export const describedForPeople: ActionRule = ({ source }) => {
  const missing = ['name', 'description', 'author', 'branding'].filter((key) => !(key in source.value));
  const undescribed = ['inputs', 'outputs'].flatMap((section) =>
    Object.entries(mappingAt(source.value, section))
      .filter(([, one]) => !isMapping(one) || typeof one.description !== 'string' || one.description.trim() === '')
      .map(([name]) => source.finding([section, name], `has no description of ${name}.`)),
  );
  return [...missing.map((key) => source.finding([], `has no ${key}.`)), ...undescribed];
};

export const mainIsItsStub: ActionRule = (facts) => {
  const { main } = mappingAt(facts.source.value, 'runs');
  const expected = stubOf(facts);
  return main === expected
    ? []
    : [facts.source.finding(['runs', 'main'], `runs ${String(main)}; its stub is ${expected}.`)];
};

export const actionRules: readonly ActionRule[] = [
  inputsMatchTheCode,
  requirementsMatchTheCode,
  defaultsAreValid,
  credentialsAreSecret,
  outputsMatchTheCode,
  readmeMatches,
  describedForPeople,
  mainIsItsStub,
];
