import { pinsRunOnNode24 } from './pinned-runtimes.ts';
import { referenceOf } from './reference.ts';
import { type Finding, isMapping, jobsOf, mappingAt, type Source, stepListsOf, textsIn, usesOf } from './source.ts';

/** Keeps one rule over one workflow, template or action.yml. */
export type Rule = (source: Source) => Finding[];

/** An expression is pasted into a script before the shell reads it, so its value can be code: values go through `env`. */
export const noExpressionInScripts: Rule = (source) =>
  stepListsOf(source).flatMap(({ steps }) =>
    steps.flatMap(({ step, path }) => {
      const scripts = [
        { path: [...path, 'run'], script: step.run },
        { path: [...path, 'with', 'script'], script: mappingAt(step, 'with').script },
      ];
      return scripts
        .filter(({ script }) => typeof script === 'string' && script.includes('${{'))
        .map((script) => source.finding(script.path, 'has ${{ }} in a script. Pass the value by env.'));
    }),
  );

export const noPermissionsOnTop: Rule = (source) => {
  const { permissions } = source.value;
  if (source.kind === 'action' || (isMapping(permissions) && Object.keys(permissions).length === 0)) return [];
  return [source.finding(['permissions'], 'does not say permissions: {} on top. Grant the least to each job.')];
};

/** A tag can be moved to other code; a commit cannot. The version behind it is for people and for Dependabot. */
export const pinnedThirdParties: Rule = (source) =>
  usesOf(source).flatMap(({ uses, path }) => {
    const reference = referenceOf(uses);
    if (reference.kind === 'container') return [source.finding(path, `runs a container, ${uses}; use an action.`)];
    if (reference.kind !== 'third-party') return [];
    const found = source.finding(
      path,
      `${uses} is not pinned by its full commit SHA with the version behind it (# v1.2.3).`,
    );
    const line = source.text.split('\n')[found.line - 1] ?? '';
    const pinned = /^[0-9a-f]{40}$/.test(reference.ref) && /@[0-9a-f]{40}['"]? +# v\d+\.\d+\.\d+\s*$/.test(line);
    return pinned ? [] : [found];
  });

/** Two versions of one action side by side are a version that nobody raised; over all files, so this is no rule over one. */
export function oneVersionEach(sources: readonly Source[]): Finding[] {
  const pins = sources.flatMap((source) =>
    usesOf(source).flatMap(({ uses, path }) => {
      const [address = '', ref = ''] = uses.split('@');
      // The parts of one repository (codeql-action/init, …/analyze) are one action.
      const name = address.split('/').slice(0, 2).join('/');
      return referenceOf(uses).kind === 'third-party' ? [{ name, ref, finding: source.finding(path, '') }] : [];
    }),
  );
  const count = (name: string, ref: string) => pins.filter((pin) => pin.name === name && pin.ref === ref).length;
  return pins.flatMap(({ name, ref, finding }) => {
    const refs = [...new Set(pins.filter((pin) => pin.name === name).map((pin) => pin.ref))];
    const [most] = refs.toSorted((one, other) => count(name, other) - count(name, one));
    const message = `pins ${name} to another commit than most files do. Use one.`;
    return ref === most ? [] : [{ ...finding, message }];
  });
}

/** `./` is the caller's checkout once a workflow is called or copied, and `$/` the copier's repository. */
export const ownAddresses: Rule = (source) =>
  usesOf(source).flatMap(({ uses, path }) => {
    const reference = referenceOf(uses);
    const wrong = (message: string) => [source.finding(path, `${uses} ${message}`)];
    if (source.kind === 'template') {
      if (reference.kind === 'self') return wrong('means the repository that the template is copied to.');
      if (reference.kind === 'ours' && reference.ref !== 'v1')
        return wrong('is not at v1, the version users are given.');
      return [];
    }
    if (reference.kind === 'ours') return wrong('may be another version than this one. Use $/.');
    const called = source.kind === 'action' || 'workflow_call' in mappingAt(source.value, 'on');
    return called && reference.kind === 'checkout' ? wrong('means what the caller has checked out. Use $/.') : [];
  });

export const noInheritedSecrets: Rule = (source) =>
  jobsOf(source)
    .filter(({ job }) => job.secrets === 'inherit')
    .map(({ path }) => source.finding([...path, 'secrets'], 'hands on every secret there is. Name those it needs.'));

/** It runs with the secrets of the base repository on what a stranger proposes. */
export const noPullRequestTarget: Rule = (source) =>
  triggersOf(source).includes('pull_request_target')
    ? [source.finding(['on'], 'is triggered by pull_request_target. Use pull_request.')]
    : [];

/** A workflow that is only called runs in its caller's group. */
export const concurrencyWhereTriggered: Rule = (source) => {
  if (source.kind === 'action' || triggersOf(source).every((trigger) => trigger === 'workflow_call')) return [];
  const grouped = 'concurrency' in source.value || jobsOf(source).every(({ job }) => 'concurrency' in job);
  return grouped ? [] : [source.finding([], 'has no concurrency group: two runs of it can overlap.')];
};

/** A caller that has a group of the same name (case does not count) and what it calls wait for each other, and both are cancelled. */
export const calledGroupsArePrefixed: Rule = (source) => {
  if (source.kind === 'action' || !triggersOf(source).includes('workflow_call')) return [];
  const holders = [
    { holder: source.value, path: [] as string[] },
    ...jobsOf(source).map(({ job, path }) => ({ holder: job, path })),
  ];
  return holders.flatMap(({ holder, path }) => {
    const { concurrency } = holder;
    const group = isMapping(concurrency) ? concurrency.group : concurrency;
    if (group === undefined || String(group).startsWith('release-actions/')) return [];
    return [
      source.finding(
        [...path, 'concurrency'],
        `has the group ${group}, which a caller may choose too. Begin it with release-actions/.`,
      ),
    ];
  });
};

/** What installs, builds or tests runs the code of every dependency; shipped libraries without install scripts are our own. */
const FOREIGN_ACTIONS = /\/(?:actions\/(?:install-dependencies|pack-packages|run-scripts)|update-dependencies)(?:@|$)/;
/** Raises versions by the tools of the checkout, unless it only applies what another job has made. */
const VERSION_PACKAGES = /\/actions\/version-packages(?:@|$)/;
const FOREIGN_SCRIPT =
  /\b(?:npm (?:ci|install|i|run|test|exec)|npx|pnpm|yarn|corepack|pip install|python -m (?:pip|build)|go install|cargo|make)\b/;
const SHIPPED_ONLY = /npm ci --omit=dev --ignore-scripts/g;

/**
 * Foreign code or a right to write, never both: what runs in a job can do all that the job may. What the one hands over, the
 * other checks.
 */
export const foreignCodeHasNoRights: Rule = (source) =>
  jobsOf(source).flatMap(({ id, job, path }) => {
    const { permissions } = job;
    const granted = isMapping(permissions) ? Object.entries(permissions).filter(([, level]) => level === 'write') : [];
    const steps = Array.isArray(job.steps) ? job.steps.filter(isMapping) : [];
    const foreign = steps.find(({ uses, run, with: given }) => {
      const script =
        typeof run === 'string' ? run.replace(SHIPPED_ONLY, '').replace(/npm run --silent release -- /g, '') : '';
      if (typeof uses !== 'string') return FOREIGN_SCRIPT.test(script);
      const applies = isMapping(given) && 'apply' in given;
      return FOREIGN_ACTIONS.test(uses) || (VERSION_PACKAGES.test(uses) && !applies);
    });
    if (!foreign || granted.length === 0) return [];
    const rights = granted.map(([name]) => `${name}: write`).join(', ');
    return [
      source.finding(
        path,
        `runs foreign code (${foreign.uses ?? foreign.run}) in job ${id}, which has ${rights}. Use two jobs.`,
      ),
    ];
  });

/** Another job built them with foreign code: what it hands over may be any package that this publisher is trusted with. */
export const distributionsAreVerified: Rule = (source) =>
  jobsOf(source).flatMap(({ id, job, path }) => {
    const used = (Array.isArray(job.steps) ? job.steps.filter(isMapping) : []).map(({ uses }) => String(uses));
    const [verified, published] = [/\/actions\/verify-distributions(?:@|$)/, /^pypa\/gh-action-pypi-publish@/].map(
      (one) => used.findIndex((uses) => one.test(uses)),
    );
    if (published === undefined || verified === undefined || published < 0) return [];
    return verified >= 0 && verified < published
      ? []
      : [source.finding(path, `publishes to PyPI in job ${id} without actions/verify-distributions before it.`)];
  });

/** An environment that only holds a job back until people or a timer let it go: what goes on then is no deployment to it. */
export const heldJobsAreNoDeployments: Rule = (source) =>
  jobsOf(source).flatMap(({ id, job: { environment }, path }) => {
    const { name, deployment } = isMapping(environment) ? environment : { name: environment, deployment: true };
    if (deployment === false || !/inputs\.[a-z]+-environment\b/.test(String(name))) return [];
    return [
      source.finding([...path, 'environment'], `makes a record of a deployment in job ${id}. Say deployment: false.`),
    ];
  });

/** Without one a job that hangs is paid for six hours. */
export const jobsHaveTimeouts: Rule = (source) =>
  jobsOf(source)
    .filter(({ job }) => !('uses' in job) && !('timeout-minutes' in job))
    .map(({ id, path }) => source.finding(path, `has no timeout-minutes in job ${id}.`));

/** What a reusable workflow or a composite action takes and nothing reads is a promise that it breaks. */
export const inputsAreRead: Rule = (source) => {
  const composite = source.kind === 'action' && mappingAt(source.value, 'runs').using === 'composite';
  if (source.kind === 'action' && !composite) return [];
  const holder = composite ? [] : ['on', 'workflow_call'];
  const texts = textsIn({ ...source.value, on: undefined }).map(({ text }) => text);
  return ['inputs', 'secrets'].flatMap((context) =>
    Object.keys(mappingAt(source.value, ...holder, context))
      .filter((name) => !texts.some((text) => reads(text, context, name)))
      .map((name) => source.finding([...holder, context, name], `never reads ${context}.${name}.`)),
  );
};

function reads(text: string, context: string, name: string): boolean {
  return new RegExp(`\\b${context}(\\.${name}(?![\\w-])|\\['${name}'\\])`, 'i').test(text);
}

export const workflowRules: readonly Rule[] = [
  foreignCodeHasNoRights,
  distributionsAreVerified,
  noExpressionInScripts,
  noPermissionsOnTop,
  pinnedThirdParties,
  pinsRunOnNode24,
  ownAddresses,
  noInheritedSecrets,
  noPullRequestTarget,
  concurrencyWhereTriggered,
  calledGroupsArePrefixed,
  heldJobsAreNoDeployments,
  jobsHaveTimeouts,
  inputsAreRead,
];

function triggersOf({ value: { on } }: Source): string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys(isMapping(on) ? on : {});
}
