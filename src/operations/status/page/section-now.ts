import { COMPONENT_STATES, needsAttention } from '../component-row.ts';
import type { ProblemView, Status, StatusRow } from '../status.ts';
import { countsOf } from '../status-markdown.ts';
import { sharesBar } from './charts.ts';
import { anchor, brief, type Html, html, moment, plural } from './html.ts';
import { badge, STATE_LOOKS, statusLook } from './looks.ts';
import { heldBack } from './picture.ts';
import { trainCard } from './section-trains.ts';

const MOST_CARDS = 24;
const LONGEST_TEXT = 600;

/** What needs attention now: problems, locks, what is failing or adrift, and the trains that run. */
export function nowSection(status: Status): Html {
  const { problems, locks, components, trains, warnings, unknown } = status;
  const cards = [
    ...problems.map(problemCard),
    ...locks.map(({ text }) => card('warn', 'Lock', html`<p>${brief(text, LONGEST_TEXT)}</p>`)),
    ...componentCards(components),
    ...warnings.map((text) => card('warn', 'Ends soon', html`<p>${brief(text, LONGEST_TEXT)}</p>`)),
    ...unknown.map((reason) => card('dim', 'Not known', html`<p>${brief(reason, LONGEST_TEXT)}</p>`)),
  ];
  const running = trains.open.map((train) => html`<li class="card new">${trainCard(train)}</li>`);
  const isQuiet = cards.length + running.length === 0;
  return html`<section aria-labelledby="now"><h2 id="now">Now</h2>
    ${states(status)}
    ${isQuiet && html`<p class="quiet">Nothing runs, nothing is locked, and nothing needs attention.</p>`}
    ${cards.length > 0 && html`<ul class="cards">${cards}</ul>`}
    ${running.length > 0 && html`<h3>Under way</h3><ul class="cards">${running}</ul>`}
  </section>`;
}

function problemCard({ key, severity, openedAt, text, url, acknowledgedBy }: ProblemView): Html {
  const who = acknowledgedBy !== undefined && html`, ${acknowledgedBy} looks after it`;
  const run = url !== undefined && html`, ${anchor('its run', url)}`;
  const body = html`<b>${brief(key)}</b> ${badge({ ...statusLook('failed'), word: severity })}
    <p>${brief(text, LONGEST_TEXT)}</p><small>open since ${moment(openedAt)}${who}${run}</small>`;
  return card('bad', 'Problem', body);
}

/** The components that somebody has to look at, the worst first, and how many others wait behind each. */
function componentCards(rows: readonly StatusRow[]): Html[] {
  const bad = rows.filter(needsAttention);
  bad.sort((a, b) => COMPONENT_STATES.indexOf(a.state) - COMPONENT_STATES.indexOf(b.state));
  const dependents = heldBack(rows);
  const cards = bad.slice(0, MOST_CARDS).map((row) => componentCard(row, dependents(row)));
  const more = bad.length - MOST_CARDS;
  const rest = html`<p>and ${plural(more, 'more')} in the table below</p>`;
  return more > 0 ? [...cards, card('dim', 'Components', rest)] : cards;
}

function componentCard({ key, url, state, why, lastRun }: StatusRow, behind: number): Html {
  const ended =
    lastRun &&
    html`${anchor('Its last run', lastRun.url)} ${lastRun.status === 'failure' ? 'failed' : `ended as ${lastRun.status.replaceAll('_', ' ')}`}, ${moment(lastRun.at)}. `;
  const body = html`<b>${anchor(brief(key), url)}</b> ${badge(STATE_LOOKS[state])}
    <p>${state === 'failing' && ended}${brief(why.join(' '), LONGEST_TEXT)}</p>
    ${behind > 0 && html`<small>${plural(behind, 'component needs', 'components need')} it</small>`}`;
  return card(STATE_LOOKS[state].look, 'Component', body);
}

function states(status: Status): Html {
  if (status.components.length === 0) return html``;
  const parts = COMPONENT_STATES.map((state) => ({
    state,
    look: STATE_LOOKS[state].look,
    count: status.components.filter((row) => row.state === state).length,
  })).reverse();
  const legend = parts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => html`<li><strong>${count}</strong> ${badge(STATE_LOOKS[state])}</li>`);
  return html`${sharesBar(parts, countsOf(status.components))}<ul class="legend">${legend}</ul>`;
}

function card(look: string, kind: string, body: Html): Html {
  return html`<li class="card ${look}"><em>${kind}</em>${body}</li>`;
}
