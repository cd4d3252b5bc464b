import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/project.ts';

/** A Mermaid picture as a page shows it: its size, and the height of its letters once it is as narrow as the page; in pixels. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly letters: number;
  /** What Mermaid said where it draws none. */
  readonly error?: string;
}

/** Draws Mermaid texts in Chromium on a page of this width, with GitHub's limits. */
export function drawInBrowser(graphs: readonly string[], pageWidth: number): Drawn[] {
  const folder = mkdtempSync(join(tmpdir(), 'release-actions-page-'));
  const page = join(folder, 'page.html');
  const script = join(root, 'node_modules/mermaid/dist/mermaid.min.js');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><body style="margin:0;width:${pageWidth}px"><pre id="result"></pre>
<script src="file://${script}"></script>
<script type="module">
const graphs = ${JSON.stringify(graphs).replaceAll('<', '\\u003c')};
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 50000, maxEdges: 500 });
const drawn = [];
for (const [index, graph] of graphs.entries()) {
  try {
    const { svg } = await mermaid.render('graph' + index, graph);
    const box = document.createElement('div');
    box.innerHTML = svg;
    document.body.append(box);
    const picture = box.firstElementChild;
    const { width, height } = picture.viewBox.baseVal;
    const letters = parseFloat(getComputedStyle(picture.querySelector('.nodeLabel')).fontSize);
    drawn.push({ width, height, letters: letters * picture.getBoundingClientRect().width / width });
    box.remove();
  } catch (error) {
    drawn.push({ width: 0, height: 0, letters: 0, error: String(error).slice(0, 200) });
  }
}
document.getElementById('result').textContent = 'RESULT' + encodeURIComponent(JSON.stringify(drawn)) + 'END';
</script>`,
  );
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=120000', '--dump-dom'];
  const dom = execFileSync('chromium', [...flags, `file://${page}`], {
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
  rmSync(folder, { recursive: true });
  const result = /RESULT(.*?)END/.exec(dom)?.[1];
  if (result === undefined) throw new Error('The page has no result.');
  return JSON.parse(decodeURIComponent(result)) as Drawn[];
}
