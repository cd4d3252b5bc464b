import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { writePage } from '../../../src/operations/status/page/write-page.ts';
import { describeLacking } from '../../support/needs.ts';
import { slow } from '../../support/slow.ts';
import { sampleStatus } from './sample-status.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = PLACES.find((path) => existsSync(path));
const describeInBrowser = (title: string, body: () => void) =>
  executablePath
    ? describe(title, body)
    : describeLacking('browser', `none of ${PLACES.join(', ')} is there`, title, body);

const SIZES = [3, 16, 60, 300];

describeInBrowser('in a real browser', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'release-actions-pages-'));
    for (const components of SIZES) {
      const status = sampleStatus({ components, trains: components === 300 ? 1_000 : 60, seed: 7 });
      await writePage(status, { folder: join(folder, String(components)), names: 'full', redact: (text) => text });
    }
    server = createServer(async (request, response) => {
      asked.push(request.url ?? '');
      const isPage = request.url?.endsWith('.html');
      response.setHeader('content-type', isPage ? 'text/html' : 'application/xml');
      response.end(await readFile(join(folder, request.url ?? '')).catch(() => ''));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    server?.closeAllConnections();
  });

  const open = async (components: number, width: number, colorScheme: 'light' | 'dark') => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    await page.goto(`${url}/${components}/index.html`);
    return page;
  };

  slow('it loads nothing else, and says nothing in the console', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    asked.length = 0;
    await page.goto(`${url}/16/index.html`, { waitUntil: 'networkidle' });
    // A browser asks for the icon of a site by itself.
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/16/index.html']);
    expect(said).toEqual([]);
    // Its style counts, so its hash is right.
    expect(await page.evaluate("getComputedStyle(document.querySelector('.verdict')).borderTopStyle")).toBe('solid');
    await page.close();
  });

  slow.each(SIZES)('%i components: no scrolling sideways from a phone to a wall', async (components) => {
    for (const width of [320, 800, 1600, 2560]) {
      const page = await open(components, width, 'light');
      const over = await page.evaluate(OVERFLOW);
      expect({ width, over }).toEqual({ width, over: { page: 0, elements: [] } });
      await page.close();
    }
  });

  slow.each<[number, 'light' | 'dark', number]>([
    [16, 'light', 1280],
    [16, 'dark', 1280],
    [16, 'dark', 320],
    [3, 'light', 320],
    [300, 'light', 1600],
  ])('axe finds nothing: %i components, %s, %i pixels', async (components, scheme, width) => {
    const page = await open(components, width, scheme);
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const { violations, passes } = (await page.evaluate(AXE)) as { violations: string[]; passes: number };
    expect(violations).toEqual([]);
    expect(passes).toBeGreaterThan(25);
    await page.close();
  });

  slow.each([
    [16, 320, '.waves'],
    [300, 1600, '.waves'],
    [3, 1600, '.graph'],
    [16, 1600, '.graph'],
  ])(
    'the graph is drawn where it can be read, and a map of tiles elsewhere: %i components, %i pixels, %s',
    async (components, width, what) => {
      const page = await open(components, width, 'light');
      const { visible, letters } = (await page.evaluate(DRAWN)) as { visible: string[]; letters: number };
      await page.close();
      expect(visible).toEqual([what]);
      if (what === '.graph') expect(letters).toBeGreaterThan(11);
    },
  );

  slow('the feed is well-formed', async () => {
    const page = await open(16, 800, 'light');
    expect(await page.evaluate(FEED)).toEqual(['feed', 'http://www.w3.org/2005/Atom', 0]);
    await page.close();
  });

  slow('three hundred components and a thousand trains are drawn soon', async () => {
    const page = await open(300, 1600, 'dark');
    const drawn = (await page.evaluate(PAINTED)) as number;
    process.stderr.write(`Drawn after ${Math.round(drawn)} ms.\n`);
    // Some 200 ms on an idle machine; how busy this one is says nothing of the page.
    expect(drawn).toBeGreaterThan(0);
    await page.close();
  });
});

// What runs inside of the page, which has names of its own.
const OVERFLOW = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const root = document.documentElement;
  const wide = [...document.querySelectorAll('main *')].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest('.scroll'),
  );
  return { page: root.scrollWidth - root.clientWidth, elements: wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)) };
})()`;
const AXE = `(async () => {
  for (const details of [...document.querySelectorAll('details')].slice(0, 4)) details.open = true;
  const { violations, passes } = await axe.run();
  const text = ({ id, nodes: [node] }) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 300);
  return { violations: violations.map(text), passes: passes.length };
})()`;
const DRAWN = `(() => {
  const visible = ['.graph', '.waves'].filter((one) => {
    const found = document.querySelector(one);
    return found !== null && getComputedStyle(found).display !== 'none';
  });
  return { visible, letters: document.querySelector('.graph text')?.getBoundingClientRect().height ?? 0 };
})()`;
const FEED = `(async () => {
  const parsed = new DOMParser().parseFromString(await (await fetch('feed.xml')).text(), 'application/xml');
  const { nodeName, namespaceURI } = parsed.documentElement;
  return [nodeName, namespaceURI, parsed.querySelectorAll('parsererror').length];
})()`;
const PAINTED = `(() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const [navigation] = performance.getEntriesByType('navigation');
  return Math.max(paint?.startTime ?? 0, navigation?.loadEventEnd ?? 0);
})()`;
