import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { badgeOf } from '../../../src/operations/status/page/badge-file.ts';
import { feedOf } from '../../../src/operations/status/page/feed.ts';
import { valueText } from '../../../src/operations/status/page/figures-text.ts';
import { html } from '../../../src/operations/status/page/html.ts';
import { pageOf } from '../../../src/operations/status/page/page.ts';
import { BOX, layoutGraph } from '../../../src/operations/status/page/picture-layout.ts';
import { writePage } from '../../../src/operations/status/page/write-page.ts';
import type { Status } from '../../../src/operations/status/status.ts';
import { anyText } from '../../support/any-text.ts';
import { slow } from '../../support/slow.ts';
import { sampleStatus } from './sample-status.ts';

const HOSTILE = `<img src=x onerror="alert(1)">'"&</script></style>\u202e\u0000\ud800]]>`;

describe('the page', () => {
  const page = pageOf(sampleStatus({ components: 16, trains: 40 }));

  test('its policy allows its own style, and nothing else', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
  });

  test('no script, nothing loaded, no style that the policy would refuse', () => {
    expect(page).not.toMatch(/<(script|img|iframe|object|embed|video|audio|source|form|base)\b/i);
    expect(page).not.toMatch(/<link (?!rel="alternate")/);
    expect(page).not.toMatch(/\s(style|on[a-z]+|src|srcset)=/i);
    expect(page).not.toMatch(/url\(|@import|javascript:/i);
  });

  slow('three hundred components and a thousand trains are below 400 kB', () => {
    const large = pageOf(sampleStatus({ components: 300, trains: 1_000 }));
    expect(Buffer.byteLength(large)).toBeLessThan(400_000);
    expect(large).toContain('the last 50 of 1000');
  });

  test('says of each figure what it counts, once, and draws nothing of nothing', () => {
    const one = pageOf(sampleStatus({ components: 1, trains: 1, calm: true }));
    expect(one).toMatch(/Success rate<\/dt><dd><strong>\d of 1<\/strong><small>of 1 train<\/small>/);
    expect(page).toMatch(/Success rate<\/dt><dd><strong>[\d.]+ %<\/strong><small>\d+ of \d\d trains<\/small>/);
    const none = pageOf(sampleStatus({ components: 0, trains: 0, calm: true }));
    expect(none).not.toContain('Trains a week');
    expect(none.split('<h2 id="trains"')[0]).not.toContain('<svg');
  });

  test('names that are markup stay text', () => {
    const nameOf = (index: number) => `${HOSTILE}${index}`;
    const status = sampleStatus({ components: 12, trains: 8, nameOf });
    const hostile: Status = {
      ...status,
      name: HOSTILE,
      unknown: [HOSTILE],
      locks: [{ name: HOSTILE, text: HOSTILE }],
      problems: status.problems.map((one) => ({ ...one, key: HOSTILE, text: HOSTILE, url: 'javascript:alert(1)' })),
      services: {
        services: [{ name: HOSTILE, registered: true, version: HOSTILE, direct: HOSTILE }],
        routes: [{ path: HOSTILE, service: HOSTILE }],
        conflicts: [{ path: HOSTILE, services: [HOSTILE], reason: HOSTILE }],
        findings: [HOSTILE],
      },
    };
    for (const text of [pageOf(hostile), feedOf(hostile)]) {
      expect(text).not.toMatch(/<(img|script)\b|onerror="|href="javascript/i);
      for (const sign of ['\u0000', '\u202e', '\ud800']) expect(text).not.toContain(sign);
    }
    expect(pageOf(hostile)).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });

  test('whatever is put into a template comes out as text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const inside = /^<b title="([^"]*)">(.*)<\/b>$/s.exec(html`<b title="${text}">${text}</b>`.text);
        expect(inside?.[1]).toBe(inside?.[2]);
        expect(inside?.[2]).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});

test.each([
  [{ unit: 'a-day', value: 3.21, of: 9 }, '3.2 a day'],
  [{ unit: 'a-day', value: 0.5, of: 9 }, '3.5 a week'],
  [{ unit: 'a-day', value: 0.04, of: 4 }, '1.2 a month'],
  [{ unit: 'a-day', value: 0, of: 0 }, '0 a day'],
  [{ unit: 'ms', value: 90_000, of: 9 }, '1 m 30 s'],
  [{ unit: 'ms', value: 3.5 * 86_400_000, of: 9 }, '3.5 days'],
  [{ unit: 'share', value: 2 / 3, of: 3, part: 2 }, '2 of 3'],
  [{ unit: 'share', value: 2 / 3, of: 300, part: 200 }, '66.7 %'],
  [{ unit: 'ms', of: 0, why: 'none' }, 'unknown'],
] as const)('a figure as people read it: %j', (metric, text) => {
  expect(valueText({ name: 'duration', ...metric })).toBe(text);
});

describe('what stands beside it', () => {
  let folder: string;
  const status = sampleStatus({ components: 16, trains: 30 });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-actions-page-'));
    await writePage(status, { folder, names: 'full', redact: (text) => text });
  });

  test('the folder can be served as it is', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      '.nojekyll',
      'badge.json',
      'feed.xml',
      'index.html',
      'status.json',
    ]);
  });

  test('status.json is as its schema says', async () => {
    const schema = JSON.parse(await readFile('release-status.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect([validate(JSON.parse(await readFile(join(folder, 'status.json'), 'utf8'))), validate.errors]).toEqual([
      true,
      null,
    ]);
    expect(validate({ ...status, components: [{ id: 'x' }] })).toBe(false);
  });

  test('the feed is Atom', async () => {
    const feed = await readFile(join(folder, 'feed.xml'), 'utf8');
    expect(feed.match(/<entry>/g)).toHaveLength(status.trains.ended.filter(({ released }) => released > 0).length);
    for (const entry of feed.split('<entry>').slice(1))
      expect(entry).toMatch(/^<id>urn:[^<]+<\/id><title>.+<\/title>\s*<updated>\d{4}-.+Z<\/updated>/);
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each<[string, Partial<Status>, object]>([
    ['a problem', {}, { message: '1 open', color: 'red' }],
    [
      'all current',
      { problems: [], ok: true, components: status.components.filter((one) => one.state === 'current') },
      { message: 'current', color: 'brightgreen' },
    ],
    [
      'merged, not released',
      sampleStatus({ components: 60, trains: 1, calm: true }),
      { color: 'blue', message: expect.stringMatching(/^\d+ unreleased$/) },
    ],
    ['nothing at all', { problems: [], ok: true, components: [] }, { message: 'current', color: 'brightgreen' }],
  ])('the badge says the worst: %s', (_, change, badge) => {
    expect(JSON.parse(badgeOf({ ...status, ...change }))).toEqual({ schemaVersion: 1, label: 'release', ...badge });
  });

  test('with ids alone it says nothing of repositories, addresses and people', async () => {
    const { readFile: read } = await import('node:fs/promises');
    const bare = await mkdtemp(join(tmpdir(), 'release-actions-page-'));
    await writePage(status, { folder: bare, names: 'ids', redact: (text) => text });
    for (const name of ['index.html', 'status.json', 'feed.xml']) {
      const text = await read(join(bare, name), 'utf8');
      expect(text).not.toMatch(/github\.com|acme\/|alice|bob|migration/);
      expect(text).toContain('eda-ecosystem');
    }
    const schema = JSON.parse(await readFile('release-status.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect([validate(JSON.parse(await read(join(bare, 'status.json'), 'utf8'))), validate.errors]).toEqual([
      true,
      null,
    ]);
  });
});

describe('the graph', () => {
  const items = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 40 }).map((all) =>
    all.map((needs, index) => ({
      id: `c${index}`,
      needs: index === 0 ? [] : needs.map((need) => `c${need % index}`),
    })),
  );

  slow('every component has a place of its own, behind all that it needs', () => {
    fc.assert(
      fc.property(items, (graph) => {
        const { boxes, width, height } = layoutGraph(graph);
        expect(boxes.size).toBe(graph.length);
        const places = graph.map(({ id }) => boxes.get(id) ?? { x: Number.NaN, y: Number.NaN });
        for (const [index, { needs }] of graph.entries()) {
          const at = places[index] ?? { x: Number.NaN, y: Number.NaN };
          expect(at.x >= 0 && at.x + BOX.width <= width && at.y >= 0 && at.y + BOX.height <= height + 1).toBe(true);
          for (const need of needs) {
            const before = boxes.get(need) ?? { x: Number.NaN, y: Number.NaN };
            expect(before.x + BOX.width < at.x || before.y + BOX.height < at.y).toBe(true);
          }
          for (const other of places.slice(0, index))
            expect(Math.abs(other.x - at.x) >= BOX.width || Math.abs(other.y - at.y) >= BOX.height).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a long chain goes down, where only that fits into a window', () => {
    const chain = Array.from({ length: 10 }, (_, index) => ({
      id: `c${index}`,
      needs: index === 0 ? [] : [`c${index - 1}`],
    }));
    const { width, height, boxes } = layoutGraph(chain);
    expect({ width, isHigh: height > 800 }).toEqual({ width: BOX.width, isHigh: true });
    expect(new Set([...boxes.values()].map(({ x }) => x)).size).toBe(1);
    expect(layoutGraph(chain.slice(0, 4)).height).toBe(BOX.height);
  });

  test('a line for every need that no other implies', () => {
    const graph = [
      { id: 'a', needs: [] },
      { id: 'b', needs: ['a'] },
      { id: 'c', needs: ['a', 'b'] },
      { id: 'd', needs: [] },
    ];
    expect(layoutGraph(graph).lines.map(({ from, to }) => `${from} ${to}`)).toEqual(['a b', 'b c']);
  });
});
