import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { root } from '../project.ts';

// On the root: on the body alone the page would stay white in the dark, under the letters and arrows of a dark one.
const STYLE = `:root{color-scheme:light dark;background:light-dark(#fff,#0d1117);color:light-dark(#1f2328,#f0f6fc)}
body{font:16px/1.5 system-ui,sans-serif;max-width:1012px;margin:2rem auto;padding:0 1rem}a{color:light-dark(#0969da,#4493f8)}
table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid #8886;padding:6px 13px}
pre{overflow:auto;padding:1rem;background:light-dark(#f6f8fa,#151b23);border-radius:6px}code{font-size:85%;background:#8882;padding:.2em .4em;border-radius:6px}
pre code{background:none;padding:0}pre.mermaid{background:none;padding:0;text-align:center}`;

/**
 * Writes report.html into the folder: the step summary as GitHub would show it, its pictures drawn, and the pages of its runs as
 * files beside it, so that its links work when the embedded GitHub is gone. Returns its address.
 */
export async function writeReportPage(summary: string, folder: string, origin: string): Promise<string> {
  const runs = new Set(summary.match(new RegExp(`${origin}/[^\\s()\`|]+/actions/runs/\\d+`, 'g')) ?? []);
  let text = summary;
  for (const url of runs) {
    const name = `run-${url.split('/').at(-1)}.html`;
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    if (!page.ok) continue;
    writeFileSync(join(folder, name), await page.text());
    text = text.replace(new RegExp(`${url}(?!\\d)`, 'g'), name);
  }
  copyFileSync(join(root, 'node_modules/mermaid/dist/mermaid.min.js'), join(folder, 'mermaid.min.js'));
  const body = String(marked.parse(text)).replace(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  );
  const draw = `mermaid.initialize({startOnLoad:true,theme:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'default'})`;
  const file = join(folder, 'report.html');
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rehearsal</title><style>${STYLE}</style>${body}<script src="mermaid.min.js"></script><script>${draw}</script></html>`,
  );
  return pathToFileURL(file).href;
}
