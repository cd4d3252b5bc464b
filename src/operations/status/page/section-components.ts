import { COMPONENT_STATES } from '../component-row.ts';
import type { EnvironmentView, Status, StatusRow } from '../status.ts';
import { anchor, brief, day, type Html, html, plural } from './html.ts';
import { badge, STATE_LOOKS, statusLook } from './looks.ts';
import type { Picture } from './picture.ts';

/** The picture of all components, and the same as a table, the worst first. */
export function componentsSection({ components }: Status, { markup }: Picture): Html {
  if (components.length === 0) return html``;
  const rows = [...components].sort((a, b) => COMPONENT_STATES.indexOf(a.state) - COMPONENT_STATES.indexOf(b.state));
  return html`<section aria-labelledby="components"><h2 id="components">Components <small>${components.length}</small></h2>
    ${markup}
    <table class="list"><caption>Where each component stands</caption>
    <thead><tr><th scope="col">Component</th><th scope="col">State</th><th scope="col">Released</th><th scope="col" class="wide">Branch, needs</th><th scope="col">Not released</th><th scope="col" class="wide">Last run</th></tr></thead>
    <tbody>${rows.map(componentRow)}</tbody></table></section>`;
}

function componentRow(row: StatusRow): Html {
  const { key, url, repository, state, why, needs, branch, unreleased, compareUrl, lastRun } = row;
  return html`<tr><th scope="row">${anchor(brief(key, 80), url)}${repository !== '' && html`<small>${brief(repository, 100)}</small>`}</th>
    <td>${badge(STATE_LOOKS[state])}${why.length > 0 && html`<small>${brief(why.join(' '), 300)}</small>`}</td>
    <td>${released(row)}</td><td class="wide">${branch ?? ''}${needs.length > 0 && html`<small>needs ${brief(needs.join(', '), 120)}</small>`}</td>
    <td class="n">${unreleased === undefined ? '' : unreleased === 0 ? '0' : anchor(plural(unreleased, 'commit'), compareUrl)}</td>
    <td class="wide">${lastRun && html`${anchor(lastRun.status, lastRun.url)} <small>${day(lastRun.at)}</small>`}</td></tr>`;
}

/** One version where registry and tag agree, else both. */
function released({ registry, tagged, tag }: StatusRow): Html {
  if (registry === undefined) return html`${tag ?? ''}`;
  if (registry === tagged) return html`${tagged}`;
  return html`${registry ?? 'nothing'}<small>registry</small>${tag !== undefined && html` ${tag}<small>tag</small>`}`;
}

/** Who has which version. A version that differs from that of the first environment which has the component stands out. */
export function environmentsSection({ environments }: Status): Html {
  const filled = environments.filter(({ components }) => Object.keys(components).length > 0);
  // What a release train brought last is said by the components already.
  const shown = filled.some(({ id }) => id !== 'release') ? filled : [];
  if (shown.length === 0) return html``;
  const ids = [...new Set(shown.flatMap(({ components }) => Object.keys(components)))].sort();
  const heads = shown.map(
    ({ id, production, lock }) =>
      html`<th scope="col">${brief(id, 60)}${production && id !== 'production' && html`<small>production</small>`}${lock !== undefined && html`${badge({ look: 'warn', word: 'locked' })}`}</th>`,
  );
  return html`<section aria-labelledby="environments"><h2 id="environments">Environments</h2>
    <div class="scroll" role="region" aria-label="Versions in environments" tabindex="0"><table class="grid"><caption>Who has which version</caption>
    <thead><tr><th scope="col">Component</th>${heads}</tr></thead>
    <tbody>${ids.map((id) => environmentRow(id, shown))}</tbody></table></div></section>`;
}

function environmentRow(id: string, environments: readonly EnvironmentView[]): Html {
  const found = environments.map(({ components }) => (Object.hasOwn(components, id) ? components[id] : undefined));
  const first = found.find((one) => one !== undefined)?.version;
  const cells = found.map((one) => {
    if (!one) return html`<td class="none">–</td>`;
    const { version, at, runUrl, health } = one;
    const mark = version !== first && html` <i class="differs" title="differs">≠</i>`;
    const answers = health && health.verdict !== 'unchecked' && html` ${badge(statusLook(health.verdict))}`;
    return html`<td>${anchor(brief(version, 40), runUrl)}${mark}${answers} <span class="facts">${day(at)}</span></td>`;
  });
  return html`<tr><th scope="row">${brief(id, 80)}</th>${cells}</tr>`;
}
