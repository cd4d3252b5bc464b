import type { ServicesView, Status } from '../status.ts';
import { brief, type Html, html, moment, plural } from './html.ts';
import { badge, statusLook } from './looks.ts';

/** Services: who is registered and answers, and which path leads to whom. */
export function servicesSection({ services: view }: Status): Html {
  if (!view) return html``;
  const rows = view.services.map(
    ({
      name,
      registered,
      version,
      direct,
      proxied,
    }) => html`<tr><th scope="row">${brief(name, 80)}</th><td>${brief(version ?? '', 40)}</td>
      <td>${registered === undefined ? badge({ ...statusLook(''), word: 'unknown' }) : registered ? badge({ ...statusLook('succeeded'), word: 'registered' }) : badge({ ...statusLook('failed'), word: 'missing' })}</td>
      <td>${direct === undefined ? '' : badge(statusLook(direct))}</td><td>${proxied === undefined ? '' : badge(statusLook(proxied))}</td></tr>`,
  );
  return html`<section aria-labelledby="services"><h2 id="services">Services <small>${view.services.length}</small></h2>
    ${view.at !== undefined && html`<p>As of ${moment(view.at)}.</p>`}
    ${view.findings.length > 0 && html`<ul class="cards">${view.findings.slice(0, 24).map((finding) => html`<li class="card warn">${brief(finding, 400)}</li>`)}</ul>`}
    <div class="pair">${rows.length > 0 && html`<div class="scroll" role="region" aria-label="Services" tabindex="0"><table class="grid"><caption>Registration and health</caption><thead><tr><th scope="col">Service</th><th scope="col">Version</th><th scope="col">Registry</th><th scope="col">Direct</th><th scope="col">Through the proxy</th></tr></thead><tbody>${rows}</tbody></table></div>`}
    ${routeMap(view)}</div></section>`;
}

const ROW = 30;
const MOST_ROUTES = 300;

/** Paths on the left, services on the right, a line for each route. Routes in conflict are marked in colour, weight and words. */
function routeMap({ routes: all, conflicts }: ServicesView): Html {
  const routes = all.slice(0, MOST_ROUTES);
  if (routes.length === 0 && conflicts.length === 0) return html``;
  // Paths stand beside the services that they lead to, so that lines cross little.
  const services = [...new Set(routes.map(({ service }) => service))].sort();
  const order = new Map(services.map((service, index) => [service, index]));
  const paths = [...new Set(routes.map(({ path }) => path))];
  const middle = new Map(
    paths.map((path) => {
      const places = routes.filter((route) => route.path === path).map(({ service }) => order.get(service) ?? 0);
      return [path, places.reduce((sum, one) => sum + one, 0) / places.length] as const;
    }),
  );
  paths.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (a < b ? -1 : 1));
  const height = Math.max(paths.length, services.length) * ROW;
  const y = (index: number, count: number) => Math.round(((index + 0.5) / count) * height);
  const contested = new Set(conflicts.map(({ path }) => path));
  const pathAt = new Map(paths.map((path, index) => [path, y(index, paths.length)]));
  const lines = routes.map(({ path, service }) => {
    const [from, to] = [pathAt.get(path) ?? 0, y(order.get(service) ?? 0, services.length)];
    return html`<path d="M0 ${from}C50 ${from} 50 ${to} 100 ${to}"${contested.has(path) && html` class="held"`}/>`;
  });
  const item = (text: string, isContested: boolean) =>
    html`<li${isContested && html` class="bad"`}><span title="${text}">${isContested && '✕ '}${brief(text, 100)}</span></li>`;
  const table = routes.map(
    ({ path, service, method }) =>
      html`<tr><th scope="row">${brief(path)}</th><td>${method ?? 'all'}</td><td>${brief(service)}</td></tr>`,
  );
  return html`<div><h3>Route map</h3>
    ${conflicts.length > 0 && html`<ul class="cards">${conflicts.slice(0, 24).map(({ path, services: claimants, reason }) => html`<li class="card bad"><b>${brief(path)}</b> is claimed by ${brief(claimants.join(' and '))} (${reason})</li>`)}</ul>`}
    <div class="map"><ul>${paths.map((path) => item(path, contested.has(path)))}</ul>
    <svg viewBox="0 0 100 ${height}" preserveAspectRatio="none" height="${height}" role="img" aria-label="${plural(routes.length, 'route')} of ${plural(services.length, 'service')}. The table below says the same."><g class="lines">${lines}</g></svg>
    <ul>${services.map((service) => item(service, false))}</ul></div>
    <details><summary>The same as a table</summary><table class="grid"><caption>Which path leads to whom</caption><thead><tr><th scope="col">Path</th><th scope="col">Method</th><th scope="col">Service</th></tr></thead><tbody>${table}</tbody></table></details></div>`;
}
