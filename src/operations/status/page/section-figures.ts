import { formatDuration } from '../../../platform/time/duration.ts';
import type { Metric, MetricName } from '../metric.ts';
import type { Status, WatchView } from '../status.ts';
import type { Week } from '../trends.ts';
import { barChart, lineChart } from './charts.ts';
import { amountText, countText, METRIC_WORDS, valueText } from './figures-text.ts';
import { day, type Html, html, moment } from './html.ts';
import { badge, statusLook } from './looks.ts';

const TILES: readonly MetricName[] = [
  'success-rate',
  'duration',
  'deployment-frequency',
  'change-failure-rate',
  'recovery-time',
  'lead-time',
];

/** The figures that everybody asks for first. */
export function figureTiles({ metrics }: Status): Html {
  const shown = TILES.flatMap((name) => metrics.find((one) => one.name === name && one.value !== undefined) ?? []);
  if (shown.length === 0) return html``;
  const tiles = shown.map(
    (metric) =>
      html`<div><dt>${METRIC_WORDS[metric.name][0]}</dt><dd><strong>${valueText(metric)}</strong><small>${countText(metric)}</small></dd></div>`,
  );
  return html`<dl class="tiles-of-figures">${tiles}</dl>`;
}

/** Week by week, as pictures and as a table. */
export function trendsSection({ weeks, since, generatedAt }: Status): Html {
  if (weeks.every(({ ended, integrationPassRate }) => ended === 0 && integrationPassRate === undefined)) return html``;
  const dates = html`<figcaption><span>${day(since)}</span><span>${day(generatedAt)}</span></figcaption>`;
  const mostEnded = Math.max(...weeks.map(({ ended }) => ended));
  const longest = Math.max(0, ...weeks.map(({ durationMs = 0 }) => durationMs));
  const bars = weeks.map(({ ended, succeeded }) => ({
    value: ended,
    look: 'bad' as const,
    foot: { value: succeeded, look: 'ok' as const },
  }));
  const figure = (title: string, top: string, chart: Html) =>
    html`<figure><h3>${title}</h3><div class="axis"><span>${top}</span><span>0</span></div>${chart}${dates}</figure>`;
  const charts = [
    ...(mostEnded > 0
      ? [
          figure(
            'Trains a week',
            String(mostEnded),
            barChart(bars, {
              label: 'Trains a week, those that succeeded at the foot of each bar. The table below says the same.',
            }),
          ),
        ]
      : []),
    ...(longest > 0
      ? [
          figure(
            'Median duration',
            formatDuration(longest),
            lineChart(
              weeks.map(({ durationMs }) => durationMs),
              { label: 'Median duration by week. The table below says the same.', most: longest },
            ),
          ),
        ]
      : []),
    ...(weeks.some((week) => week.integrationPassRate !== undefined)
      ? [
          figure(
            'Services that pass',
            '100 %',
            lineChart(
              weeks.map((week) => week.integrationPassRate),
              { label: 'Integration pass rate by week. The table below says the same.', most: 1 },
            ),
          ),
        ]
      : []),
  ];
  return html`<section aria-labelledby="trends"><h2 id="trends">Trends</h2><div class="charts">${charts}</div>
    <details><summary>The same as a table</summary><table class="grid"><caption>Week by week</caption>
    <thead><tr><th scope="col">Week from</th><th scope="col">Trains</th><th scope="col">Succeeded</th><th scope="col">Median</th><th scope="col">Services</th></tr></thead>
    <tbody>${weeks.map(weekRow)}</tbody></table></details></section>`;
}

function weekRow({ from, ended, succeeded, durationMs, integrationPassRate }: Week): Html {
  return html`<tr><th scope="row">${day(new Date(from).toISOString())}</th><td>${ended}</td><td>${succeeded}</td><td>${durationMs === undefined ? '' : formatDuration(durationMs)}</td><td>${integrationPassRate === undefined ? '' : amountText('share', integrationPassRate)}</td></tr>`;
}

/** Every figure with its count, and its target where there is one. */
export function figuresSection({ metrics, targets, since }: Status): Html {
  const hasTargets = targets.length > 0;
  const rows = metrics.map((metric) => {
    const [name, meaning] = METRIC_WORDS[metric.name];
    const target = targets.find((one) => one.name === metric.name);
    const met =
      target &&
      html`${target.atLeast ? 'at least' : 'at most'} ${amountText(metric.unit, target.target)} ${badge(metLook(target.met))}`;
    return html`<tr${metric.value === undefined && html` class="none"`}><th scope="row">${name}<small>${meaning}</small></th><td class="n"><b>${valueText(metric)}</b></td><td>${countText(metric)}</td>${hasTargets && html`<td>${met || ''}</td>`}</tr>`;
  });
  return html`<section aria-labelledby="figures"><h2 id="figures">Figures${hasTargets && ' and targets'} <small>since ${day(since)}</small></h2>
    <table class="list figures"><caption>Every figure with what it is of</caption><thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">Of</th>${hasTargets && html`<th scope="col">Target</th>`}</tr></thead><tbody>${rows}</tbody></table></section>`;
}

function metLook(met: Metric['value'] | boolean | undefined) {
  if (met === undefined) return { ...statusLook(''), word: 'unknown' };
  return met ? { ...statusLook('succeeded'), word: 'met' } : { ...statusLook('failed'), word: 'missed' };
}

/** When this was looked at, when it will be again, and how late GitHub's clock was. */
export function watchText({ before, lateMs, everyMs, findings }: WatchView, generatedAt: string): Html {
  const next = new Date(Date.parse(generatedAt) + everyMs).toISOString();
  const late =
    lateMs !== undefined && lateMs > 60_000 && html` GitHub's clock began this look ${formatDuration(lateMs)} late.`;
  return html`<p>Looked at ${moment(generatedAt)}; the next look is due ${moment(next)}. Where that has passed, GitHub's clock is late, and what you see is old.${late}${before !== undefined && html` The look before was ${moment(before)}.`}</p>
    ${findings.map((finding) => html`<p class="warn">${finding}</p>`)}`;
}
