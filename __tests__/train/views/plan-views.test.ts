import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matrices } from '../../../src/train/plan/matrix.ts';
import type { Plan, PlannedComponent } from '../../../src/train/plan/plan.ts';
import { mermaid } from '../../../src/train/views/mermaid.ts';
import { releaseNotes } from '../../../src/train/views/notes.ts';
import { planMarkdown } from '../../../src/train/views/plan-markdown.ts';
import { planOf as planIn, planned as plannedIn } from '../machine/machine.ts';
import { hostileText } from '../samples.ts';

const planned = (id: string, changes: Partial<PlannedComponent> = {}) =>
  plannedIn(id, [], { inputs: {}, timeout: 90_000, gateTimeout: 1, ...changes });

const planOf = (components: readonly PlannedComponent[], changes: Partial<Plan> = {}) =>
  planIn(components, { waves: [components.map(({ id }) => id)], ...changes });

describe('mermaid', () => {
  test('draws boxes, arrows and the classes of the statuses that there are', () => {
    const graph = mermaid([
      { id: 'core', lines: ['core', '1.0.0 → 1.1.0'], needs: ['elsewhere'], status: 'succeeded' },
      { id: 'app', lines: ['app'], needs: ['core'], status: 'failed' },
    ]);
    expect(graph?.split('\n')).toEqual([
      expect.stringMatching(/^%%\{init: \{"flowchart": /),
      'flowchart LR',
      '  c0["core<br/>1.0.0 → 1.1.0"]',
      '  c1["app"]',
      '  c0 --> c1',
      expect.stringMatching(/^ {2}classDef succeeded fill:#/),
      '  class c0 succeeded',
      expect.stringMatching(/^ {2}classDef failed fill:#/),
      '  class c1 failed',
    ]);
  });

  test('keeps every text inside its box', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (id, line) => {
        const graph = mermaid([{ id, lines: [id, line], needs: [id] }]);
        expect(graph?.replace(/^.*\n/, '')).toMatch(/^flowchart TB\n {2}c0\["[^"`<>%\n\r]*(<br\/>[^"`<>%\n\r]*)+"\]$/u);
      }),
    );
  });

  test('shortens long lines', () => {
    expect(mermaid([{ id: 'a', lines: ['x'.repeat(500)], needs: [] }])?.length).toBeLessThan(250);
  });

  test('leaves out the arrows that follow from others', () => {
    const box = (id: string, needs: string[] = []) => ({ id, lines: [id], needs });
    const graph = mermaid([box('a'), box('b', ['a']), box('c', ['a', 'b', 'a'])]);
    expect(graph?.match(/.*-->.*/g)).toEqual(['  c0 --> c1', '  c1 --> c2']);
  });

  test('goes from left to right where there are few waves, else from top to bottom', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) => ({
        id: `component-${index}`,
        lines: [`component-${index}`, '1.0.0 → 1.1.0'],
        needs: index === 0 ? [] : [`component-${index - 1}`],
      }));
    expect(mermaid(chain(3))).toContain('flowchart LR');
    expect(mermaid(chain(16))).toContain('flowchart TB');
  });
});

describe('the plan as Markdown', () => {
  test('says what happens, in which order, and what does not', () => {
    const components = [
      planned('core', { version: '1.1.0', previousVersion: '1.0.0' }),
      planned('app', { needs: ['core'], version: 'f'.repeat(40), requestedVersion: 'develop-latest' }),
    ];
    const plan = planOf(components, {
      waves: [['core'], ['app']],
      environment: 'production',
      rollback: true,
      maxParallel: 2,
    });
    const text = planMarkdown(plan, { leftOut: ['docs'], warnings: [{ message: 'Mind the *gap*.' }] });
    expect(text).toContain(
      '2 components in 2 repositories · 2 waves · strategy parallel · at most 2 at once · environment production',
    );
    expect(text).toContain('| 1 | `core` | acme/core | `1.0.0` | `1.1.0` |  |');
    expect(text).toContain(`| 2 | \`app\` | acme/app |  | \`${'f'.repeat(40)}\` (\`develop-latest\`) | \`core\` |`);
    expect(text).toContain('flowchart LR\n  c0["core<br/>1.0.0 → 1.1.0"]');
    expect(text).toContain('Not part of this plan: `docs`.');
    expect(text).toContain('> ⚠️ Mind the \\*gap\\*.');
  });

  test('is not broken by any name', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (id, version) => {
        const component = planned('x', { id, repository: id, needs: [id], version, previousVersion: version });
        const lines = planMarkdown(planOf([component], { name: id })).split('\n');
        const row = lines.findIndex((line) => line.startsWith('| 1 |'));
        expect(lines[row]?.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(7);
        expect(lines[row + 1]).toBe('');
        expect(lines.filter((line) => /^\s*```/.test(line))).toEqual(['```mermaid', '```']);
      }),
    );
  });

  test('of a large train has its waves in place of the graph and says so', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => planned(`c${index}`));
    const text = planMarkdown(planOf(many));
    expect(text).toContain(
      'The graph is left out: a picture of 3000 components could not be read (at most 100 are drawn). By wave:\n\n| Wave | Count |',
    );
    expect(text).toContain("2000 more components in the plan's JSON.");
    expect(text).not.toContain('mermaid');
    expect(text.length).toBeLessThan(100_000);
  });
});

describe('matrices', () => {
  test('have a job per component with the inputs of dispatch-and-wait', () => {
    const inputs = { version: '1.0.0', id: '{nonce}', note: '\\{train} of {train}' };
    const core = planned('core', { version: '1.0.0', inputs, package: { npm: '@acme/core' } });
    const [first] = matrices(planOf([core]), 'train-7');
    expect(first).toEqual({
      include: [
        {
          component: 'core',
          repository: 'acme/core',
          workflow: 'release.yml',
          'event-type': '',
          ref: 'main',
          version: '1.0.0',
          packages: 'npm:@acme/core@1.0.0',
          inputs: '{"version":"1.0.0","note":"{train} of train-7"}',
          'nonce-input': 'id',
          'timeout-minutes': 2,
        },
      ],
    });
  });

  test('split a wave of more than 256 jobs, and keep the order of the waves', () => {
    const wide = Array.from({ length: 600 }, (_, index) => planned(`c${index}`, { dispatch: { eventType: 'go' } }));
    const ids = wide.map(({ id }) => id);
    const all = matrices(planOf(wide, { waves: [ids.slice(0, 1), ids.slice(1)] }), 't');
    expect(all.map(({ include }) => include.length)).toEqual([1, 256, 256, 87]);
    expect(all.flatMap(({ include }) => include.map(({ component }) => component))).toEqual(ids);
    expect(all[0]?.include[0]).toMatchObject({ workflow: '', 'event-type': 'go' });
  });
});

describe('release notes', () => {
  const eda = { group: 'eda', version: '1.1.0', previousVersion: '1.0.0' };
  const plan = planOf([
    planned('core', { ...eda, package: { npm: '@acme/core' } }),
    planned('app', eda),
    planned('tool', { version: '0.1.0' }),
    planned('lost', eda),
  ]);

  test('go by group, with links to releases and changes', () => {
    const notes = releaseNotes(plan, { server: 'https://github.com', released: new Set(['core', 'app', 'tool']) });
    expect(notes).toContain('## eda 1.1.0\n\n| Component |');
    expect(notes).toContain(
      '| [core](https://github.com/acme/core) | `@acme/core` | `1.0.0` | `1.1.0` | [release](https://github.com/acme/core/releases/tag/v1.1.0) · [changes](https://github.com/acme/core/compare/v1.0.0...v1.1.0) |',
    );
    expect(notes).toContain('## Other components 0.1.0\n\n');
    expect(notes).not.toContain('lost');
  });

  test('use the tags that a repository uses', () => {
    const notes = releaseNotes(plan, { server: 'https://github.com', tagOf: ({ id }, version) => `${id}@${version}` });
    expect(notes).toContain('/releases/tag/core%401.1.0');
  });

  test('of nothing say so', () => {
    expect(releaseNotes(plan, { server: 'https://github.com', released: new Set() })).toBe('Nothing was released.\n');
  });

  test('are not broken by any name', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const notes = releaseNotes(
          planOf([planned('x', { repository: text, group: 'g', version: text, previousVersion: text })]),
          {
            server: 'https://github.com',
          },
        );
        expect(notes.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
      }),
    );
  });
});
