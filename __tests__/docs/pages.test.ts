import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { completed, examplesIn } from '../../scripts/contracts/examples.ts';
import { languageServiceFindings } from '../../scripts/contracts/language-service.ts';
import { parseSource } from '../../scripts/contracts/source.ts';
import { freshReference, REFERENCE } from '../../scripts/manifest-reference.ts';
import { publicActions, root } from '../../scripts/project.ts';
import { resolveRead } from '../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../src/engine/planning/read-manifest.ts';
import { readHub } from '../../src/operations/hub/hub-file.ts';
import { readServices } from '../../src/services/register/definition.ts';
import { describeWith } from '../support/needs.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();
const PAGES = globSync(['*.md', 'docs/*.md', '*/README.md', 'examples/*/README.md'], {
  cwd: root,
  exclude: ['node_modules', '.changeset'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const JOBS = ['many-repositories', 'monorepo', 'product', 'central-ci', 'service-fleet'].map(
  (name) => `docs/${name}.md`,
);

function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** The links of a page to files of this repository, with their anchors. */
function linksOf(page: string): { file: string; anchor: string | undefined }[] {
  const text = textOf(page).replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, path = '', anchor]) => ({
    file: path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/'),
    anchor,
  }));
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): Set<string> {
  const headings = [
    ...textOf(page)
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/^#+ +(.*)$/gm),
  ];
  return new Set(
    headings.map(([, title = '']) =>
      title
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/ /g, '-'),
    ),
  );
}

test('no page and no template promises when a schedule of GitHub starts: that may be hours late', () => {
  const templates = globSync('workflows-templates/*.yml', { cwd: root });
  const promises = [...PAGES, ...templates].filter((page) =>
    /(sweep|cron|schedule)[^.|]* within \d+ minutes/.test(textOf(page)),
  );
  expect(promises).toEqual([]);
});

/** The pages that somebody gets to who begins with the README. */
function reachable(): Set<string> {
  const seen = new Set(['README.md']);
  for (const page of seen)
    for (const { file } of linksOf(page)) if (file.endsWith('.md') && existsSync(join(root, file))) seen.add(file);
  return seen;
}

test('every page is reachable from the README', () => {
  const reached = reachable();
  expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
  expect(reached.size).toBeGreaterThan(40);
});

test('every action, template, reusable workflow and schema is linked from the README', () => {
  const linked = new Set(linksOf('README.md').map(({ file }) => file));
  const actions = publicActions().map(({ file }) =>
    file === 'action.yml' ? 'docs/train.md' : `${dirname(file)}/README.md`,
  );
  const templates = globSync('workflows-templates/*.yml', { cwd: root });
  expect(
    [...actions, ...templates, ...globSync('*.schema.json', { cwd: root })].filter((file) => !linked.has(file)),
  ).toEqual([]);
});

test.each(PAGES)('%s links to what is there', (page) => {
  const broken = linksOf(page).filter(
    ({ file, anchor }) =>
      !existsSync(join(root, file)) || (anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).has(anchor)),
  );
  expect(broken).toEqual([]);
});

describe.each(JOBS)('%s', (page) => {
  test('has what a reader of ten minutes needs', () => {
    const text = textOf(page);
    for (const heading of ['You need', 'What you will see', 'What can go wrong', 'And then'])
      expect(text).toContain(`## ${heading}\n`);
    expect(text).toContain('```sh\n');
    // Two hundred words a minute, and the rest of the ten for the hands.
    expect(text.split(/\s+/).length).toBeLessThan(900);
  });
});

/** Every block of YAML on every page. */
const BLOCKS = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(/^( *)```ya?ml[^\n]*\n([\s\S]*?)^\1```/gm)].map(([, indent = '', body = '']) => ({
    page,
    text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
  })),
);

/** The manifests that pages show. */
const MANIFESTS = BLOCKS.filter(({ text }) => /^name: /m.test(text) && /^components:/m.test(text));

type Fault = { readonly message: string };
type Judge = (text: string, page: string) => Promise<readonly Fault[]>;

const ofManifest: Judge = async (text, page) => {
  const read = resolveRead(await readManifest(text, page));
  return 'faults' in read ? read.faults : read.warnings;
};
/** What a part leaves out warns of nothing. */
const ofPart: Judge = async (text, page) => {
  const read = resolveRead(await readManifest(text, page));
  return 'faults' in read ? read.faults : [];
};
const ENVIRONMENT = 'environments: { production: {} }\n';
const HEAD = 'name: sample\ndefaults: { workflow: release.yml, ref: main }\n';
const ONE = 'components: { one: { repository: acme/one, inputs: { nonce: "{nonce}" } } }\n';
/** The inputs that somebody can be asked for: of our actions, and of the templates. */
const INPUTS = new Set(
  [...globSync(['*/action.yml', 'action.yml', 'workflows-templates/*.yml'], { cwd: root })].flatMap((file) =>
    [...textOf(file).matchAll(/^ +([a-z][a-z-]+):/gm)].map(([, name = '']) => name),
  ),
);
const keysOf = (text: string) => [...text.matchAll(/^([A-Za-z][\w-]*):/gm)].map(([, key = '']) => key);
const ofInputs: Judge = async (text) =>
  keysOf(text).flatMap((key) => (INPUTS.has(key) ? [] : [{ message: `There is no input ${key}.` }]));
const asWorkflow: Judge = async (text, page) => {
  const indented = text.replace(/^ +(?=\S)/, '').replace(/^(?=.)/gm, '    ');
  const job =
    '    uses: org/release-actions/.github/workflows/release-train.yml@v1\n    with: { release-type: patch }\n';
  const source = await parseSource('template', page, `on: push\njobs:\n  sample:\n${indented}${job}`);
  return languageServiceFindings(root, [source]);
};

/** What a block is, and who judges it; examples of workflows are judged by `npm run contracts` and by actionlint. */
const JUDGES: readonly (readonly [string, RegExp, Judge])[] = [
  ['a part of a workflow', /^[ -]*uses: *\S|[{,] *uses: *\S|^jobs:/m, async () => []],
  [
    'the first line of a file',
    /^#[^\n]*\n?$/,
    async (text) => (/schema\.json$/m.test(text) ? [] : [{ message: text }]),
  ],
  ['a manifest', /^name: [\s\S]*^components:/m, ofManifest],
  [
    'a hub file',
    /^sources:/m,
    async (text, page) => {
      const read = await readHub(text, page);
      return 'faults' in read ? read.faults : [];
    },
  ],
  ['a service', /^name: [\s\S]*^endpoints:/m, async (text, page) => (await readServices(text, page)).faults],
  [
    'a part of a manifest',
    /^(?:components|notifications|environments|groups|tokens):/m,
    (text, page) =>
      ofPart(
        `${HEAD}${/^components:/m.test(text) ? '' : ONE}${/^environments:/m.test(text) ? '' : ENVIRONMENT}${text}`,
        page,
      ),
  ],
  [
    'channels',
    /^\w+: \{ (?:slack|email|webhook|issue|teams|discord)/m,
    (text, page) =>
      ofPart(`${HEAD}${ONE}notifications: { channels: { ${text.trim().split('\n').join(', ')} } }\n`, page),
  ],
  [
    'rules',
    /^- \{ events:/m,
    (text, page) =>
      ofPart(
        `${HEAD}${ONE}notifications:\n  channels: { alerts: { slack: SLACK_TOKEN, channel: "#alerts" } }\n  rules:\n${text.replace(/^/gm, '    ')}`,
        page,
      ),
  ],
  [
    'the head of a workflow',
    /^on:/m,
    async (text, page) => {
      const rest = 'jobs:\n  sample: { runs-on: ubuntu-latest, steps: [{ run: "true" }] }\n';
      return languageServiceFindings(root, [await parseSource('template', page, text + rest)]);
    },
  ],
  ['a part of a job', /^ *(?:permissions|secrets):/m, asWorkflow],
  ['inputs', /^[a-z-]+:/m, ofInputs],
];

slow('every block of YAML on every page is judged, and sound', async () => {
  const found = new Map<string, number>();
  const faults = [];
  for (const { page, text } of BLOCKS) {
    const [kind = 'unknown', , judge] = JUDGES.find(([, form]) => form.test(text)) ?? [];
    found.set(kind, (found.get(kind) ?? 0) + 1);
    const of = judge ? await judge(text, page) : [{ message: 'Nobody judges this.' }];
    faults.push(...of.map(({ message }) => ({ page, text, message })));
  }
  expect(faults).toEqual([]);
  // A kind that no page shows any more would judge nothing.
  expect(JUDGES.map(([kind]) => kind).filter((kind) => !found.has(kind))).toEqual([]);
});

test.each(MANIFESTS)('the manifest of $page has no fault and warns of nothing', async ({ page, text }) => {
  const read = resolveRead(await readManifest(text, page));
  expect('faults' in read ? read.faults : []).toEqual([]);
  expect('faults' in read ? [] : (read.warnings ?? [])).toEqual([]);
});

test('there are manifests to judge', () => expect(MANIFESTS.length).toBeGreaterThanOrEqual(3));

test('the reference of the manifest is the one of the schema; if not: npm run manifest-reference', () => {
  expect(textOf(REFERENCE)).toBe(freshReference());
  for (const key of ['canary', 'bake', 'health_timeout', 'compatible'])
    expect(textOf(REFERENCE)).toContain(`\`${key}\``);
});

test('an action of others has one version on all pages, in all workflows and templates', () => {
  const files = [
    ...PAGES,
    ...globSync(['.github/workflows/*.yml', 'workflows-templates/*.yml', 'actions/*/action.yml', 'examples/**/*.yml'], {
      cwd: root,
    }),
  ];
  const versions = new Map<string, Map<string, string[]>>();
  for (const file of files) {
    for (const [, action = '', ref = ''] of textOf(file).matchAll(
      /uses: *["']?([\w.-]+\/[\w./-]+)@(\S+?)["']?(?=[\s}]|$)/gm,
    )) {
      if (action.includes('/release-actions')) continue;
      const of = versions.get(action) ?? new Map<string, string[]>();
      versions.set(action, of.set(ref, [...(of.get(ref) ?? []), file]));
    }
  }
  const several = [...versions]
    .filter(([, of]) => of.size > 1)
    .map(([action, of]) => ({ action, of: Object.fromEntries(of) }));
  expect(several).toEqual([]);
  // What none of our workflows uses is the reader's to pin.
  const floating = [...versions].filter(([, of]) => {
    const isOurs = [...of.values()].flat().some((file) => file.endsWith('.yml'));
    return isOurs && [...of.keys()].some((ref) => !/^[0-9a-f]{40}$/.test(ref));
  });
  expect(floating.map(([action]) => action)).toEqual([]);
});

describeWith('actionlint', 'another judge of workflows', () => {
  test.each([
    ['a whole workflow', true, []],
    // It may read the outputs of a step, or of a job, that it does not show.
    ['a part of a workflow', false, ['property ".*" is not defined in object type {}']],
  ])('actionlint has nothing against %s of any page', async (_, isWhole, ignored) => {
    const examples = PAGES.flatMap((page) => examplesIn(textOf(page)).map(({ text, line }) => ({ page, line, text })));
    const files = examples.flatMap(({ page, line, text }) => {
      const { head, body } = completed(text);
      const name = `.github/workflows/${page.replaceAll('/', '-')}-${line}.yml`;
      return (head === '') === isWhole ? [[name, head + body] as const] : [];
    });
    expect(files.length).toBeGreaterThan(5);
    const project = await folder(Object.fromEntries(files));
    const ignore = ['unexpected key "queue"', ...ignored].flatMap((one) => ['-ignore', one]);
    const names = files.map(([name]) => name);
    const { stdout, stderr } = spawnSync('actionlint', ['-no-color', '-shellcheck=', ...ignore, ...names], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).toBe('');
  });
});

/** The blocks of a page that are a manifest's notifications. */
function notificationsIn(page: string): string[] {
  return [...textOf(page).matchAll(/^```ya?ml\n(notifications:\n[\s\S]*?)^```$/gm)].map(([, text = '']) => text);
}

test('the examples of notifications are what the schema takes', async () => {
  const examples = PAGES.flatMap((page) => notificationsIn(page).map((text) => ({ page, text })));
  expect(examples.length).toBeGreaterThanOrEqual(2);
  for (const { page, text } of examples) {
    const manifest = `name: x\ncomponents: { a: { repository: my-org/a, workflow: a.yml } }\nenvironments: { production: {} }\n${text}`;
    const read = resolveRead(await readManifest(manifest, page));
    expect({ page, faults: 'faults' in read ? read.faults : [] }).toEqual({ page, faults: [] });
  }
});
