import { createHash } from 'node:crypto';
import { needsAttention } from '../component-row.ts';
import type { Status } from '../status.ts';
import { brief, type Html, html, moment, plural } from './html.ts';
import { type Picture, picture } from './picture.ts';
import { componentsSection, environmentsSection } from './section-components.ts';
import { figuresSection, figureTiles, trendsSection, watchText } from './section-figures.ts';
import { nowSection } from './section-now.ts';
import { servicesSection } from './section-services.ts';
import { trainsSection } from './section-trains.ts';
import { styleOf } from './style.ts';

/**
 * The whole page: no script, nothing loaded, and a policy that lets nothing be. Whatever names and texts say, they are text.
 */
export function pageOf(status: Status): string {
  const drawn: Picture = picture(status.components);
  const style = styleOf(drawn.graph);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const sections: readonly (readonly [id: string, title: string, body: Html])[] = [
    ['now', 'Now', nowSection(status)],
    ['components', 'Components', componentsSection(status, drawn)],
    ['environments', 'Environments', environmentsSection(status)],
    ['trains', 'Trains', trainsSection(status)],
    ['trends', 'Trends', trendsSection(status)],
    ['services', 'Services', servicesSection(status)],
    ['figures', 'Figures', figuresSection(status)],
  ];
  const shown = sections.filter(([, , { text }]) => text !== '');
  const links = shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  const title = `${brief(status.name, 100)}: release status`;
  const head = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${title}</title><link rel="alternate" type="application/atom+xml" title="Releases" href="feed.xml">`;
  const body = html`<header><h1>${brief(status.name, 100)}</h1><p class="lead">Release status, ${moment(status.generatedAt)}</p>
    ${verdict(status)}<nav aria-label="Sections"><ul>${links}</ul></nav>${figureTiles(status)}</header>
    <main>${shown.map(([, , section]) => section)}</main>
    <footer>${watchText(status.watch, status.generatedAt)}<p><a href="status.json">status.json</a> · <a href="badge.json">badge.json</a> · <a href="feed.xml">feed.xml</a></p></footer>`;
  // The style is put in as it is: its hash is of these very bytes.
  return `<!doctype html><html lang="en"><head>${head.text}<style>${style}</style></head><body>${body.text}</body></html>\n`;
}

function verdict({ ok, components, problems, trains }: Status): Html {
  const bad = components.filter(needsAttention).length;
  const parts = [
    ...(problems.length > 0 ? [plural(problems.length, 'open problem')] : []),
    ...(bad > 0 ? [plural(bad, 'component needs attention', 'components need attention')] : []),
  ];
  const running = trains.open.length > 0 ? `, ${plural(trains.open.length, 'train')} under way` : '';
  const text = ok ? `All is well${running}` : `${parts.join(', ') || 'Not everything is known'}${running}`;
  return html`<p class="verdict ${ok ? 'ok' : 'bad'}"><i aria-hidden="true">${ok ? '✓' : '!'}</i>${text}</p>`;
}
