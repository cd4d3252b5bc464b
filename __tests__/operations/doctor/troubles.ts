import type { RepositoryDefinition } from '../../../simulator/types.ts';
import { printPointer } from '../../../src/operations/artifacts/pointer.ts';
import type { DoctorFinding } from '../../../src/operations/doctor/finding.ts';
import type { DoctorWorld } from './doctor-world.ts';

/** Something that is wrong with an ecosystem. */
export interface PlantedTrouble {
  /** `check subject`, as it is found. */
  readonly found: string;
  /** Whether it is worth knowing only, and counts as no problem. */
  readonly isHint?: true;
  /** What the same trouble makes wrong besides. */
  readonly also?: readonly string[];
  readonly plant: (stage: Stage) => void;
  /** What a person does who follows the fix; the finding is what that person was shown. */
  readonly fix: (stage: Stage, finding: DoctorFinding) => void;
}

/** A world, the parts of its manifest and the tokens of its job. */
export interface Stage {
  readonly world: DoctorWorld;
  /** Components by id, as YAML on one line. */
  readonly components: Map<string, string>;
  /** What stands beside them, by key. */
  readonly top: Map<string, string>;
  readonly tokens: Map<string, string>;
  readonly secrets: Map<string, string>;
  /** What is as it was before each look. */
  readonly fresh: Map<string, () => void>;
}

const DAY_MS = 24 * 3_600_000;
const BUILD = { commit: 'a'.repeat(40), workflow: '.github/workflows/release.yml' };

const WORKFLOW = `name: Release
run-name: Release \${{ inputs.version }} [\${{ inputs.nonce }}]
on:
  workflow_dispatch:
    inputs:
      version:
        type: string
      release_type:
        type: string
      dependency_versions:
        type: string
      nonce:
        type: string
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - run: npm publish
`;

const file = '.github/workflows/release.yml';

/** A component of its own, whose repository is as it should be but for one thing. */
function addComponent(
  { world, components }: Stage,
  id: string,
  {
    owner = 'web-buddy',
    workflow = WORKFLOW,
    more = '',
    packageJson = {},
    ...settings
  }: Partial<RepositoryDefinition> & {
    readonly workflow?: string;
    readonly more?: string;
    readonly packageJson?: object;
  } = {},
): void {
  const name = settings.name ?? id;
  world.github.addRepository({
    tags: ['v1.0.0'],
    ...{ owner, name },
    workflows: [
      {
        ...{ file: 'release.yml', on: ['workflow_dispatch'] },
        inputs: { version: {}, release_type: {}, dependency_versions: {}, nonce: {} },
        runName: `Release [\${{ inputs.nonce }}]`,
      },
    ],
    ...settings,
    files: { 'package.json': JSON.stringify({ name: id, version: '1.0.0', ...packageJson }), ...settings.files },
  });
  if (workflow !== '') world.github.commit(`${owner}/${name}`, 'main', { [file]: workflow });
  components.set(id, `{ repository: ${owner}/${name}${more} }`);
}

function changeFile({ world }: Stage, repository: string, path: string, edit: (text: string) => string): void {
  const { git } = world.github.repository(repository);
  const commit = git.resolve('main');
  const entry = commit && git.entryAt(commit.tree, path);
  const text = entry ? String(git.blob(entry.sha)) : '';
  world.github.commit(repository, 'main', { [path]: edit(text) });
}

/** Puts what was to be pasted in place of a line of a repository's workflow, or below it. */
function pasteInto(repository: string, below: string, { paste = '' }: DoctorFinding, stage: Stage): void {
  changeFile(stage, repository, file, (text) => text.replace(below, `${below}\n${paste}`));
}

/** Carries out the commands of the `gh` client that findings show. */
function runCommand({ world: { github } }: Stage, { paste = '' }: DoctorFinding): void {
  const [, workflow = '', repository = ''] = /^gh workflow enable (\S+) --repo (\S+)$/.exec(paste) ?? [];
  const [, switched = ''] = /^gh api -X PUT repos\/(\S+)\/actions\/permissions -F enabled=true/.exec(paste) ?? [];
  if (workflow !== '') github.setWorkflowState(repository, workflow, 'active');
  else if (switched !== '') github.changeSettings(switched, { actions: true });
  else throw new Error(`not a command that is known: ${paste}`);
}

/** What is good in production, and what was before it, each with an artifact that ends in so many days. */
function keepGood({ github }: DoctorWorld, [now, earlier]: readonly [number, number]): void {
  const version = (version: string, days: number) => ({
    ...{ version, trainId: 'run-1', at: Date.now() - DAY_MS },
    outputs: {
      config: printPointer({
        place: { store: 'github', host: 'github.com', repository: 'web-buddy/core', artifact: 7 },
        ...{ name: 'config', kind: 'deploy-config', form: { zip: true }, sha256: 'a'.repeat(64), bytes: 9 },
        expiresAt: Math.floor(Date.now() / 1000) * 1000 + days * DAY_MS,
      }),
    },
  });
  const production = { core: { ...version('1.1.0', now), before: [version('1.0.0', earlier)] } };
  github.commit('acme/releases', 'release-actions/state', { 'last-good.json': JSON.stringify({ production }) });
}

function addToComponent({ components }: Stage, id: string, more: string): void {
  components.set(id, (components.get(id) ?? '').replace(/ \}$/, `, ${more} }`));
}

/** Everything that is found of troubles. */
export function findingsOf(troubles: readonly PlantedTrouble[]): {
  readonly problems: string[];
  readonly hints: string[];
} {
  const of = (some: readonly PlantedTrouble[]) => some.flatMap(({ found, also = [] }) => [found, ...also]).sort();
  return {
    problems: of(troubles.filter(({ isHint }) => !isHint)),
    hints: of(troubles.filter(({ isHint }) => isHint)),
  };
}

/** One repository in which everything is wrong at once. */
const WRECK = 'web-buddy/wreck';
const SEVERAL_IN_ONE: readonly PlantedTrouble[] = [
  {
    found: 'nonce-shown wreck',
    plant: (stage) =>
      addComponent(stage, 'wreck', {
        workflow: `${WORKFLOW.replace(/run-name: .*\n/, '')}concurrency:\n  group: release\n  cancel-in-progress: true\n`,
        packageJson: { dependencies: { '@web-buddy/core': '^1.0.0' } },
        more: ', package: { npm: wreck }, inputs: { channel: next }',
      }),
    fix: (stage, finding) => pasteInto(WRECK, 'name: Release', finding, stage),
  },
  {
    found: 'run-not-cancelled wreck',
    plant: () => undefined,
    fix: (stage, { paste = '' }) =>
      changeFile(stage, WRECK, file, (text) => text.replace(/concurrency:[\s\S]*/, paste)),
  },
  {
    found: 'input-declared wreck',
    plant: () => undefined,
    fix: (stage, finding) => pasteInto(WRECK, '    inputs:', finding, stage),
  },
  {
    found: 'npm-name wreck',
    plant: () => undefined,
    fix: ({ world }) => world.github.registry.publish({ registry: 'npm', name: 'wreck', version: '1.0.0' }),
  },
  {
    found: 'needs-missing wreck',
    plant: () => undefined,
    fix: (stage, { paste = '' }) => addToComponent(stage, 'wreck', paste),
  },
];

export const TROUBLES: readonly PlantedTrouble[] = [
  {
    found: 'token-works lost-org',
    plant: (stage) => {
      addComponent(stage, 'lost', { owner: 'lost-org' });
      stage.tokens.set('lost-org', 'expired-token');
    },
    fix: ({ world, tokens }) => {
      world.github.addToken('token-of-lost-org', { owners: ['lost-org'] });
      tokens.set('lost-org', 'token-of-lost-org');
    },
  },
  {
    found: 'token-expires ends-org',
    plant: (stage) => {
      addComponent(stage, 'ends', { owner: 'ends-org' });
      stage.world.github.addToken('ends-soon', { owners: ['ends-org'], expiresAt: Date.now() + 5 * DAY_MS });
      stage.tokens.set('ends-org', 'ends-soon');
    },
    fix: ({ world, tokens }) => {
      world.github.addToken('ends-late', { owners: ['ends-org'], expiresAt: Date.now() + 90 * DAY_MS });
      tokens.set('ends-org', 'ends-late');
    },
  },
  {
    found: 'token-budget small-org',
    plant: (stage) => {
      for (const id of ['small-1', 'small-2', 'small-3', 'small-4']) addComponent(stage, id, { owner: 'small-org' });
      stage.fresh.set('small-token', () =>
        stage.world.github.addToken('small-token', { owners: ['small-org'], limit: 34 }),
      );
      stage.tokens.set('small-org', 'small-token');
    },
    fix: ({ world, tokens }) => {
      world.github.addToken('large-token', { owners: ['small-org'] });
      tokens.set('small-org', 'large-token');
    },
  },
  {
    found: 'token-dispatches reader',
    plant: (stage) => {
      addComponent(stage, 'reader', { owner: 'reader-org' });
      stage.world.github.addToken('token-that-reads', {
        owners: ['reader-org'],
        permissions: { contents: 'read', actions: 'read' },
      });
      stage.tokens.set('reader-org', 'token-that-reads');
    },
    fix: ({ world, tokens }) => {
      const permissions = { contents: 'read', actions: 'write' } as const;
      world.github.addToken('token-that-starts', { owners: ['reader-org'], permissions });
      tokens.set('reader-org', 'token-that-starts');
    },
  },
  {
    found: 'workflow-seen blind',
    also: ['token-dispatches blind'],
    plant: (stage) => {
      addComponent(stage, 'blind', { owner: 'blind-org', private: true });
      const permissions = { contents: 'read', administration: 'read' } as const;
      stage.world.github.addToken('token-that-sees-half', { owners: ['blind-org'], permissions });
      stage.tokens.set('blind-org', 'token-that-sees-half');
    },
    fix: ({ world, tokens }) => {
      const permissions = { contents: 'read', administration: 'read', actions: 'write' } as const;
      world.github.addToken('token-that-sees', { owners: ['blind-org'], permissions });
      tokens.set('blind-org', 'token-that-sees');
    },
  },
  {
    found: 'repository-there web-buddy/gohst',
    plant: (stage) => {
      addComponent(stage, 'ghost');
      stage.components.set('ghost', '{ repository: web-buddy/gohst }');
    },
    fix: ({ components }) => components.set('ghost', '{ repository: web-buddy/ghost }'),
  },
  {
    found: 'repository-name web-buddy/old-name',
    plant: (stage) => {
      addComponent(stage, 'moved', { name: 'new-name', formerNames: ['web-buddy/old-name'] });
      stage.components.set('moved', '{ repository: web-buddy/old-name }');
    },
    fix: ({ components }, { paste }) => components.set('moved', `{ ${paste} }`),
  },
  {
    found: 'repository-archived web-buddy/attic',
    plant: (stage) => {
      addComponent(stage, 'attic');
      stage.world.github.changeSettings('web-buddy/attic', { archived: true });
    },
    fix: ({ world }) => world.github.changeSettings('web-buddy/attic', { archived: false }),
  },
  {
    found: 'actions-on web-buddy/silent',
    plant: (stage) => addComponent(stage, 'silent', { actions: false }),
    fix: runCommand,
  },
  {
    found: 'workflow-there bare',
    plant: (stage) => addComponent(stage, 'bare', { workflows: [], workflow: '' }),
    fix: ({ world }) => {
      const { workflows } = world.github.repository('web-buddy/bare');
      workflows.push(...world.github.repository('web-buddy/google-buddy').workflows);
      world.github.commit('web-buddy/bare', 'main', { [file]: WORKFLOW });
    },
  },
  {
    found: 'workflow-active idle',
    plant: (stage) => {
      addComponent(stage, 'idle');
      stage.world.github.setWorkflowState('web-buddy/idle', 'release.yml', 'disabled_manually');
    },
    fix: runCommand,
  },
  {
    found: 'workflow-at-ref branched',
    plant: (stage) => {
      addComponent(stage, 'branched', { more: ', ref: develop' });
      stage.world.github.commit('web-buddy/branched', 'develop', { 'package.json': '{"name":"branched"}' });
    },
    fix: ({ world }) => world.github.commit('web-buddy/branched', 'develop', { [file]: WORKFLOW }),
  },
  {
    found: 'workflow-valid broken',
    plant: (stage) => addComponent(stage, 'broken', { workflow: `${WORKFLOW}  : [` }),
    fix: (stage) => changeFile(stage, 'web-buddy/broken', file, () => WORKFLOW),
  },
  {
    found: 'workflow-dispatch pushed',
    plant: (stage) =>
      addComponent(stage, 'pushed', { workflow: WORKFLOW.replace(/on:[\s\S]*?jobs:/, 'on: [push]\njobs:') }),
    fix: (stage, { paste = '' }) =>
      changeFile(stage, 'web-buddy/pushed', file, (text) => text.replace('on: [push]', paste)),
  },
  {
    found: 'input-declared undeclared',
    plant: (stage) => addComponent(stage, 'undeclared', { more: ', inputs: { channel: next }' }),
    fix: (stage, finding) => pasteInto('web-buddy/undeclared', '    inputs:', finding, stage),
  },
  {
    found: 'input-given demanding',
    plant: (stage) =>
      addComponent(stage, 'demanding', {
        workflow: WORKFLOW.replace('    inputs:', '    inputs:\n      channel:\n        required: true'),
      }),
    fix: (stage, { paste = '' }) => addToComponent(stage, 'demanding', paste.replace('…', 'latest')),
  },
  {
    found: 'input-value choosy',
    plant: (stage) =>
      addComponent(stage, 'choosy', {
        workflow: WORKFLOW.replace('    inputs:', '    inputs:\n      channel:\n        options: [latest, next]'),
        more: ', inputs: { channel: beta }',
      }),
    fix: ({ components }, { expected }) =>
      components.set('choosy', `{ repository: web-buddy/choosy, inputs: { channel: ${expected.split(' ').at(-1)} } }`),
  },
  {
    found: 'nonce-shown nameless',
    plant: (stage) => addComponent(stage, 'nameless', { workflow: WORKFLOW.replace(/run-name: .*\n/, '') }),
    fix: (stage, finding) => pasteInto('web-buddy/nameless', 'name: Release', finding, stage),
  },
  {
    found: 'event-heard deaf',
    plant: (stage) =>
      addComponent(stage, 'deaf', {
        more: ', event-type: release-deaf, inputs: { nonce: "{nonce}", version: "{version}" }',
      }),
    fix: (stage, { paste = '' }) =>
      changeFile(stage, 'web-buddy/deaf', file, (text) =>
        text
          .replace(/on:[\s\S]*?jobs:/, `${paste}\njobs:`)
          .replace('[${{ inputs.nonce }}]', '[${{ github.event.client_payload.nonce }}]'),
      ),
  },
  {
    found: 'run-not-cancelled hasty',
    plant: (stage) =>
      addComponent(stage, 'hasty', {
        workflow: `${WORKFLOW}concurrency:\n  group: release\n  cancel-in-progress: true\n`,
      }),
    fix: (stage, { paste = '' }) =>
      changeFile(stage, 'web-buddy/hasty', file, (text) => text.replace(/concurrency:[\s\S]*/, paste)),
  },
  {
    found: 'release-pushes guarded',
    plant: (stage) => {
      const record = 'org/release-actions/actions/record-release@v1\n        with:\n          branch: main';
      addComponent(stage, 'guarded', { workflow: WORKFLOW.replace('run: npm publish', `uses: ${record}`) });
      const rulesets = [{ id: 9, branch: 'main', rules: ['pull_request'] }];
      stage.world.github.changeSettings('web-buddy/guarded', { rulesets });
    },
    fix: (stage) =>
      changeFile(stage, 'web-buddy/guarded', file, (text) => `${text}          on-branch-failure: warn\n`),
  },
  {
    found: 'release-pushes untagged',
    plant: (stage) => {
      const record = 'uses: org/release-actions/actions/record-release@v1';
      addComponent(stage, 'untagged', { workflow: WORKFLOW.replace('run: npm publish', record) });
      const rulesets = [{ id: 9, tag: '**', rules: ['creation'] }];
      stage.world.github.changeSettings('web-buddy/untagged', { rulesets });
    },
    fix: (stage) => stage.world.github.changeSettings('web-buddy/untagged', { rulesets: [] }),
  },
  {
    found: 'approval-in-time asleep',
    plant: (stage) =>
      addComponent(stage, 'asleep', {
        workflow: WORKFLOW.replace('    runs-on:', '    environment: production\n    runs-on:'),
        environments: [{ name: 'production', reviewers: ['alice'] }],
        more: ', approval-timeout: 2h',
      }),
    fix: ({ components }, { paste }) => components.set('asleep', `{ repository: web-buddy/asleep, ${paste} }`),
  },
  {
    found: 'workflow-there undone',
    plant: (stage) => {
      addComponent(stage, 'undone', { more: ', rollback: { workflow: rollback.yml }' });
      stage.top.set('environments', '{ production: { rollback: true } }');
    },
    fix: ({ components }) => components.set('undone', '{ repository: web-buddy/undone }'),
  },
  {
    found: 'npm-name unborn',
    plant: (stage) => addComponent(stage, 'unborn', { more: ', package: { npm: unborn }' }),
    fix: ({ world }) => world.github.registry.publish({ registry: 'npm', name: 'unborn', version: '1.0.0' }),
  },
  {
    found: 'npm-provenance foreign',
    plant: (stage) => {
      const repository = { type: 'git', url: 'git+https://github.com/web-buddy/foreign.git' };
      addComponent(stage, 'foreign', {
        workflow: WORKFLOW.replace(
          '    runs-on:',
          '    permissions: { id-token: write }\n    environment: npm\n    runs-on:',
        ),
        packageJson: { repository },
        more: ', package: { npm: foreign }',
      });
      const provenance = { ...BUILD, repository: 'https://github.com/somebody/fork' };
      stage.world.github.registry.publish({ registry: 'npm', name: 'foreign', version: '1.0.0', provenance });
    },
    fix: ({ world }, { paste = '' }) => {
      const [, name = '', repository = '', workflow = ''] =
        /^npm trust github (\S+) --repo (\S+) --file (\S+) --env npm --allow-publish$/.exec(paste) ?? [];
      const provenance = {
        ...{ commit: BUILD.commit, repository: `https://github.com/${repository}` },
        workflow: `.github/workflows/${workflow}`,
      };
      world.github.registry.publish({ registry: 'npm', name, version: '1.0.1', provenance });
    },
  },
  {
    found: 'npm-repository homeless',
    plant: (stage) => {
      addComponent(stage, 'homeless', {
        workflow: WORKFLOW.replace('    runs-on:', '    permissions: { id-token: write }\n    runs-on:'),
        more: ', package: { npm: homeless }',
      });
      const provenance = { ...BUILD, repository: 'https://github.com/web-buddy/homeless' };
      stage.world.github.registry.publish({ registry: 'npm', name: 'homeless', version: '1.0.0', provenance });
    },
    fix: (stage, { paste = '' }) =>
      changeFile(stage, 'web-buddy/homeless', 'package.json', (text) => text.replace(/\}$/, `,${paste}}`)),
  },
  {
    found: 'pypi-name unheard',
    plant: (stage) => addComponent(stage, 'unheard', { more: ', package: { pypi: unheard-of }' }),
    fix: ({ world }) => world.github.registry.publish({ registry: 'pypi', name: 'unheard-of', version: '1.0.0' }),
  },
  {
    found: 'pypi-provenance borrowed',
    plant: (stage) => {
      addComponent(stage, 'borrowed', {
        workflow: WORKFLOW.replace(
          '    runs-on:',
          '    permissions: { id-token: write }\n    environment: pypi\n    runs-on:',
        ),
        more: ', package: { pypi: borrowed }',
      });
      const provenance = { ...BUILD, repository: 'https://github.com/somebody/fork', environment: 'release' };
      stage.world.github.registry.publish({ registry: 'pypi', name: 'borrowed', version: '1.0.0', provenance });
    },
    fix: ({ world }, { fix }) => {
      const [, owner = '', repository = '', workflow = '', environment = ''] =
        /owner (\S+), repository (\S+), workflow (\S+), environment (\S+)\.$/.exec(fix) ?? [];
      const provenance = {
        ...{ commit: BUILD.commit, repository: `https://github.com/${owner}/${repository}`, environment },
        workflow: `.github/workflows/${workflow}`,
      };
      world.github.registry.publish({ registry: 'pypi', name: 'borrowed', version: '1.0.1', provenance });
    },
  },
  {
    found: 'version-known versionless',
    plant: (stage) => addComponent(stage, 'versionless', { tags: [], packageJson: { version: '0.0.0' } }),
    fix: ({ world }) => {
      const { git } = world.github.repository('web-buddy/versionless');
      git.refs.set('refs/tags/v1.0.0', git.refs.get('refs/heads/main') ?? '');
    },
  },
  {
    found: 'needs-missing drifted',
    plant: (stage) => {
      addComponent(stage, 'drifted', { packageJson: { dependencies: { '@web-buddy/core': '^1.0.0' } } });
      stage.world.github.registry.publish({ registry: 'npm', name: 'drifted', version: '1.0.0' });
    },
    fix: (stage, { paste = '' }) => addToComponent(stage, 'drifted', paste),
  },
  {
    found: 'needs-missing roundabout',
    plant: (stage) =>
      addComponent(stage, 'roundabout', {
        packageJson: { peerDependencies: { '@web-buddy/core': '1.x', '@web-buddy/framework': '^1.0.0' } },
        more: ', needs: [web-buddy-framework]',
      }),
    fix: ({ components }, { paste }) => components.set('roundabout', `{ repository: web-buddy/roundabout, ${paste} }`),
  },
  {
    found: 'needs-cycle eda-ecosystem',
    plant: (stage) => {
      for (const [id, other] of [
        ['hen', 'egg'],
        ['egg', 'hen'],
      ] as const) {
        addComponent(stage, id, {
          packageJson: { dependencies: { [other]: '^1.0.0' } },
          more: `, package: { npm: ${id} }`,
        });
        stage.world.github.registry.publish({ registry: 'npm', name: id, version: '1.0.0' });
      }
      addToComponent(stage, 'hen', 'needs: [egg]');
    },
    fix: (stage) => changeFile(stage, 'web-buddy/egg', 'package.json', () => '{"name":"egg","version":"1.0.0"}'),
  },
  {
    found: 'needs-superfluous loose',
    isHint: true,
    plant: (stage) => {
      addComponent(stage, 'loose', { more: ', package: { npm: loose }, needs: [web-buddy-core]' });
      stage.world.github.registry.publish({ registry: 'npm', name: 'loose', version: '1.0.0' });
    },
    fix: ({ components }, { paste }) =>
      components.set('loose', `{ repository: web-buddy/loose, package: { npm: loose }, ${paste} }`),
  },
  ...SEVERAL_IN_ONE,
  {
    found: 'manifest-valid .github/release-train.yml',
    // Planted with channel-secrets: a rule for an environment that there is not.
    plant: () => undefined,
    fix: ({ top }, { seen }) => {
      const [, wrong = '', right = ''] = /no environment "(\w+)"; did you mean "(\w+)"/.exec(seen) ?? [];
      top.set('notifications', (top.get('notifications') ?? '').replace(wrong, right));
    },
  },
  {
    found: 'lock-over acme/releases',
    isHint: true,
    plant: ({ world }) => {
      const lock = {
        by: 'alice',
        reason: 'database migration',
        at: Date.now() - 2 * DAY_MS,
        until: Date.now() - DAY_MS,
      };
      // One that still holds is none of the doctor's business.
      const held = { by: 'bob', reason: 'freeze', at: Date.now(), until: Date.now() + DAY_MS };
      const locks = JSON.stringify({ production: lock, staging: held });
      world.github.commit('acme/releases', 'release-actions/state', { 'locks.json': locks });
    },
    fix: ({ world }) => world.github.commit('acme/releases', 'release-actions/state', { 'locks.json': '{}' }),
  },
  {
    found: 'state-branch acme/releases',
    plant: ({ world }) =>
      world.github.changeSettings('acme/releases', {
        rulesets: [{ id: 7, branch: 'release-actions/state', rules: ['deletion', 'pull_request'] }],
      }),
    fix: ({ world }) =>
      world.github.changeSettings('acme/releases', {
        rulesets: [{ id: 7, branch: 'release-actions/state', rules: ['deletion', 'update'], bypass: 'always' }],
      }),
  },
  {
    found: 'train-open acme/releases',
    plant: ({ world }) => {
      const train = { trainId: 'run-99', name: 'eda-ecosystem', status: 'running' };
      const startedAt = Date.now() - 3 * DAY_MS;
      const open = [{ ...train, startedAt, repositories: ['web-buddy/google-buddy'] }];
      world.github.commit('acme/releases', 'release-actions/state', { 'open.json': JSON.stringify(open) });
    },
    fix: ({ world }) => world.github.commit('acme/releases', 'release-actions/state', { 'open.json': '[]' }),
  },
  {
    found: 'artifact-ends acme/releases',
    plant: ({ world }) => keepGood(world, [6, 90]),
    fix: ({ world }) => keepGood(world, [80, 60]),
  },
  {
    found: 'schedule-on acme/releases',
    plant: ({ world }) => world.github.setWorkflowState('acme/releases', 'advance.yml', 'disabled_inactivity'),
    fix: runCommand,
  },
  {
    found: 'page-private acme/releases',
    plant: ({ world }) => world.github.changeSettings('acme/releases', { page: { public: true } }),
    fix: ({ world }) => world.github.changeSettings('acme/releases', { page: { public: false } }),
  },
  {
    found: 'channel-secrets eda-ecosystem',
    plant: ({ top }) =>
      top.set(
        'notifications',
        '{ channels: { hook: { webhook: HOOK_URL }, lonely: { webhook: HOOK_URL } }, rules: [{ events: [failed], environments: [prodution], channels: [hook] }] }',
      ),
    fix: ({ secrets }) => secrets.set('HOOK_URL', 'https://hooks.example.com/x'),
  },
  {
    // Planted with the one before.
    found: 'channel-used eda-ecosystem',
    plant: () => undefined,
    fix: ({ top }, { paste = '' }) => {
      const rule = paste.replace(/^- /, '');
      top.set('notifications', (top.get('notifications') ?? '').replace('rules: [', `rules: [${rule}, `));
    },
  },
];
