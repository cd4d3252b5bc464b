import { formatDuration } from '../../../platform/time/duration.ts';
import type { Status, TrainComponentView, TrainView } from '../status.ts';
import { barChart, spanBar } from './charts.ts';
import { anchor, brief, type Html, html, moment, plural } from './html.ts';
import { badge, statusLook } from './looks.ts';

/** So many are seen at a glance; the others are folded. */
const FIRST = 12;

function list(trains: readonly TrainView[]): Html {
  return html`<ul class="trains">${trains.map((train) => html`<li>${trainCard(train)}</li>`)}</ul>`;
}

/** The last trains: how long each took and how it ended, and its own timeline. */
export function trainsSection({ trains: { ended, count } }: Status): Html {
  if (ended.length === 0)
    return html`<section aria-labelledby="trains"><h2 id="trains">Trains</h2><p class="quiet">No train has ended in this time.</p></section>`;
  const oldestFirst = [...ended].reverse();
  const bars = oldestFirst.map((train) => ({ value: spanOf(train), look: statusLook(train.status).look }));
  const longest = Math.max(...bars.map(({ value }) => value));
  const label = `The last ${ended.length} trains, the newest on the right: the longest took ${formatDuration(longest)}. The list below says the same.`;
  return html`<section aria-labelledby="trains"><h2 id="trains">Trains <small>${ended.length < count ? `the last ${ended.length} of ${count}` : count}</small></h2>
    <figure><div class="axis"><span>${formatDuration(longest)}</span><span>0</span></div>${barChart(bars, { label })}
    <figcaption><span>${moment(oldestFirst[0]?.startedAt ?? '')}</span><span>${moment(ended[0]?.startedAt ?? '')}</span></figcaption></figure>
    ${list(ended.slice(0, FIRST))}
    ${ended.length > FIRST && html`<details><summary>${plural(ended.length - FIRST, 'earlier train')}</summary>${list(ended.slice(FIRST))}</details>`}</section>`;
}

/** A train in one line, with its timeline to unfold. */
export function trainCard(train: TrainView): Html {
  const {
    id,
    name,
    environment,
    status,
    startedAt,
    actor,
    event,
    runUrl,
    resumed,
    total,
    released,
    waitedMs,
    components,
    reason,
  } = train;
  const facts = [
    `${released} of ${total}`,
    formatDuration(spanOf(train)),
    ...(waitedMs === undefined ? [] : [`waited ${formatDuration(waitedMs)} for people`]),
    ...(resumed > 0 ? [`resumed ${resumed === 1 ? 'once' : `${resumed} times`}`] : []),
    ...(actor === undefined ? [] : [`by ${brief(actor, 60)}`]),
    ...(event === undefined ? [] : [brief(event, 40)]),
  ];
  const head = html`${badge(statusLook(status))} <b>${brief(name, 60)}${environment !== undefined && html` → ${brief(environment, 60)}`}</b> <span class="facts">${facts.join(' · ')}</span> <small>${moment(startedAt)}</small>`;
  const where = html`<span class="ref">${anchor(id, runUrl)}${reason !== undefined && html`: ${brief(reason, 400)}`}</span>`;
  if (!components || components.length === 0)
    return html`<div class="train"><span class="row">${head} ${where}</span></div>`;
  return html`<details class="train"><summary><span class="row">${head}</span></summary>${where}${timeline(train, components)}</details>`;
}

/** Of more components nobody reads the rows: those that went wrong and those that took longest are shown. */
const MOST_ROWS = 60;

/** The timeline is a table whose cells are drawn: it says the same to those who cannot see the bars. */
function timeline(train: TrainView, components: readonly TrainComponentView[]): Html {
  const total = Math.max(spanOf(train), ...components.map(({ finishedMs = 0 }) => finishedMs));
  const telling = [...components].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_ROWS);
  const startOf = ({ dispatchedMs = Number.MAX_SAFE_INTEGER }: TrainComponentView) => dispatchedMs;
  const rows = telling.sort((a, b) => startOf(a) - startOf(b)).map((one) => timelineRow(one, total));
  const some = rows.length < components.length ? `, ${rows.length} of them that failed or took longest` : '';
  return html`<table class="time"><caption>${plural(components.length, 'component')} in ${formatDuration(total)}${some}</caption>
    <thead><tr><th scope="col">Component</th><th scope="col">Version</th><th scope="col"><span class="ends"><span>0</span><span>${formatDuration(total)}</span></span></th><th scope="col">Took</th></tr></thead>
    <tbody>${rows}</tbody></table>`;
}

function weightOf({ status, dispatchedMs = 0, finishedMs = dispatchedMs }: TrainComponentView): number {
  return (statusLook(status).look === 'bad' ? 1e15 : 0) + finishedMs - dispatchedMs;
}

function timelineRow(
  { id, status, version, previousVersion, runUrl, dispatchedMs, concludedMs, finishedMs }: TrainComponentView,
  total: number,
): Html {
  const look = statusLook(status);
  const end = finishedMs ?? (dispatchedMs === undefined ? undefined : total);
  const bar =
    dispatchedMs !== undefined && end !== undefined && end >= dispatchedMs
      ? spanBar({ from: dispatchedMs, middle: concludedMs ?? end, to: end }, total, look.look)
      : '';
  const took =
    dispatchedMs === undefined || end === undefined || end < dispatchedMs ? '' : formatDuration(end - dispatchedMs);
  const note = look.look === 'ok' ? html`` : html`<small class="${look.look}">${status}</small>`;
  return html`<tr><th scope="row">${anchor(brief(id, 60), runUrl)}${note}</th><td>${previousVersion !== undefined && html`<s>${brief(previousVersion, 30)}</s> `}${brief(version ?? '', 30)}</td><td>${bar}</td><td class="n">${took}</td></tr>`;
}

function spanOf({ startedAt, endedAt }: TrainView): number {
  return Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
}
