export const id = 3206;
export const ids = [3206];
export const modules = {

/***/ 73206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writePage: () => (/* binding */ writePage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/operations/status/component-row.js
var component_row = __webpack_require__(33945);
;// CONCATENATED MODULE: ./build/src/operations/status/page/badge-file.js

function badgeOf({ components, problems, ok }) {
    const worst = component_row/* COMPONENT_STATES */.bo.find((state) => components.some((row) => row.state === state));
    const count = components.filter(({ state }) => state === worst).length;
    const isWell = ok && (worst === 'current' || worst === undefined);
    const message = problems.length > 0
        ? `${problems.length} open`
        : isWell
            ? 'current'
            : `${count} ${(worst ?? '').replace('-', ' ')}`;
    const color = ok
        ? isWell
            ? 'brightgreen'
            : 'blue'
        : worst === 'unknown' && problems.length === 0
            ? 'lightgrey'
            : 'red';
    return `${JSON.stringify({ schemaVersion: 1, label: 'release', message, color })}\n`;
}

// EXTERNAL MODULE: ./build/src/platform/text/well-formed.js
var well_formed = __webpack_require__(2165);
;// CONCATENATED MODULE: ./build/src/operations/status/page/html.js

class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
function html(parts, ...values) {
    const texts = parts.map((part) => part.replace(/\n\s*/g, ''));
    return new Html(texts.reduce((text, part, index) => text + shown(values[index - 1]) + part));
}
function shown(value) {
    if (value === undefined || value === false)
        return '';
    if (value instanceof Html)
        return value.text;
    if (typeof value === 'object')
        return value.map(({ text }) => text).join('');
    return escaped(String(value));
}
const NOT_SHOWN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function escaped(text) {
    return (0,well_formed/* wellFormed */.E)(text)
        .replace(NOT_SHOWN, '\ufffd')
        .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
const LONGEST = 200;
function brief(text, most = LONGEST) {
    const signs = [...text.slice(0, most * 2)];
    return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
function html_anchor(text, target) {
    return target !== undefined && /^https?:\/\//.test(target) ? html `<a href="${target}">${text}</a>` : html `${text}`;
}
function moment(iso) {
    return html `<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
function day(iso) {
    const date = new Date(iso);
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}
function plural(count, one, many = `${one}s`) {
    return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/feed.js


const MOST_ENTRIES = 50;
function feedOf(status) {
    const id = `urn:release-actions:${inUrn(status.repository ?? status.name)}`;
    const entries = status.trains.ended.filter(({ released }) => released > 0).slice(0, MOST_ENTRIES);
    const updated = entries[0]?.endedAt ?? status.generatedAt;
    const feed = html `<feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>${brief(status.name)}: releases</title>
    <updated>${updated}</updated><author><name>release-actions</name></author>
    ${entries.map((train) => entryOf(train, id))}</feed>`;
    return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}
function entryOf({ id, name, environment, status, endedAt, runUrl, components = [], released, total }, feed) {
    const versions = components
        .filter((one) => one.status === 'succeeded')
        .map((one) => `${one.id} ${one.version ?? ''}`.trim());
    const text = versions.length > 0 ? versions.join(', ') : `${released} of ${total} components`;
    const link = runUrl !== undefined && /^https?:\/\//.test(runUrl) && html `<link href="${runUrl}"/>`;
    return html `<entry><id>${`${feed}:${inUrn(id)}`}</id><title>${brief(name)}${environment !== undefined && html ` to ${brief(environment)}`}: ${status}</title>
    <updated>${endedAt}</updated>${link}<content type="text">${brief(text, 4_000)}</content></entry>`;
}
function inUrn(text) {
    return encodeURIComponent((0,well_formed/* wellFormed */.E)(text));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/train/graph.js
var train_graph = __webpack_require__(22556);
;// CONCATENATED MODULE: ./build/src/operations/status/page/graph-layout.js

const BOX = { width: 176, height: 46 };
const GAP = { x: 60, y: 16 };
const LANE = 8;
const SWEEPS = 12;
function layoutGraph(all) {
    const isNeeded = new Set(all.flatMap(({ needs }) => needs));
    const ids = new Set(all.map(({ id }) => id));
    const isAlone = ({ id, needs }) => !isNeeded.has(id) && !needs.some((need) => ids.has(need));
    const connected = layoutConnected(all.filter((item) => !isAlone(item)));
    return withRows(connected, all.filter(isAlone));
}
const FEWEST_COLUMNS = 4;
function withRows(layout, alone) {
    if (alone.length === 0)
        return layout;
    const [stepX, stepY] = [BOX.width + GAP.x, BOX.height + GAP.y];
    const columns = Math.max(Math.round((layout.width + GAP.x) / stepX), Math.min(FEWEST_COLUMNS, alone.length));
    const top = layout.height === 0 ? 0 : layout.height + 2 * GAP.y;
    const boxes = new Map(layout.boxes);
    for (const [index, { id }] of alone.entries())
        boxes.set(id, { x: (index % columns) * stepX, y: top + Math.floor(index / columns) * stepY });
    const rows = Math.ceil(alone.length / columns);
    return { ...layout, boxes, width: columns * stepX - GAP.x, height: top + rows * stepY - GAP.y };
}
function layoutConnected(items) {
    if (items.length === 0)
        return { width: 0, height: 0, boxes: new Map(), lines: [] };
    const waves = (0,train_graph/* wavesOf */.gt)(items);
    const column = new Map(waves.flatMap((wave, index) => wave.map((id) => [id, index])));
    const edges = essentialEdges(items.filter(({ id }) => column.has(id)));
    const slots = slotsOf(column, edges);
    const columns = ordered(slots, waves.length);
    const centres = placed(columns, slots);
    const boxes = new Map();
    for (const [id, index] of column)
        boxes.set(id, { x: index * (BOX.width + GAP.x), y: (centres.get(id) ?? 0) - BOX.height / 2 });
    const lines = edges.map(({ from, to }) => ({ from, to, path: pathOf({ from, to }, { column, centres }) }));
    const bottom = Math.max(...[...slots.values()].map(({ key, height }) => (centres.get(key) ?? 0) + height / 2));
    return { width: waves.length * (BOX.width + GAP.x) - GAP.x, height: Math.max(BOX.height, bottom), boxes, lines };
}
function essentialEdges(items) {
    const ids = new Set(items.map(({ id }) => id));
    const behind = new Map(items.map(({ id }) => [id, (0,train_graph/* withNeeds */.Y)(items, [id])]));
    return items.flatMap(({ id, needs }) => {
        const known = [...new Set(needs)].filter((need) => ids.has(need));
        const isImplied = (need) => known.some((other) => other !== need && behind.get(other)?.has(need));
        return known.filter((need) => !isImplied(need)).map((from) => ({ from, to: id }));
    });
}
function laneKey(from, column) {
    return `${column}\u0000${from}`;
}
function slotsOf(column, edges) {
    const slots = new Map();
    const slot = (key, index, height) => {
        const known = slots.get(key) ?? { key, column: index, height, before: new Set(), after: new Set() };
        slots.set(key, known);
        return known;
    };
    for (const [id, index] of column)
        slot(id, index, BOX.height);
    for (const { from, to } of edges) {
        let last = slot(from, column.get(from) ?? 0, BOX.height);
        const end = column.get(to) ?? 0;
        for (let index = last.column + 1; index <= end; index += 1) {
            const next = index === end ? slot(to, end, BOX.height) : slot(laneKey(from, index), index, LANE);
            last.after.add(next.key);
            next.before.add(last.key);
            last = next;
        }
    }
    return slots;
}
function ordered(slots, count) {
    let columns = Array.from({ length: count }, (_, index) => [...slots.values()].filter((one) => one.column === index));
    let best = columns;
    let fewest = crossings(columns);
    for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
        columns = swept(columns, sweep % 2 === 0 ? 'before' : 'after');
        const found = crossings(columns);
        if (found < fewest)
            [best, fewest] = [columns, found];
    }
    return best;
}
function swept(columns, side) {
    const next = [...columns];
    const indices = columns.map((_, index) => index);
    for (const index of side === 'before' ? indices : indices.reverse()) {
        const neighbours = next[side === 'before' ? index - 1 : index + 1];
        if (neighbours)
            next[index] = byNeighbours(next[index] ?? [], neighbours, side);
    }
    return next;
}
function byNeighbours(column, neighbours, side) {
    const place = new Map(neighbours.map(({ key }, index) => [key, index]));
    const weights = column.map((slot, index) => {
        const places = [...slot[side]].flatMap((key) => place.get(key) ?? []);
        const middle = places.length === 0 ? index : places.reduce((sum, one) => sum + one, 0) / places.length;
        return { slot, middle, index };
    });
    return weights.sort((a, b) => a.middle - b.middle || a.index - b.index).map(({ slot }) => slot);
}
function crossings(columns) {
    let count = 0;
    for (const [index, column] of columns.entries()) {
        const place = new Map((columns[index + 1] ?? []).map(({ key }, at) => [key, at]));
        const seen = [];
        for (const slot of column) {
            const ends = [...slot.after].flatMap((key) => place.get(key) ?? []);
            for (const end of ends)
                count += seen.filter((other) => other > end).length;
            seen.push(...ends);
        }
    }
    return count;
}
function placed(columns, slots) {
    const centres = new Map();
    for (const column of columns)
        spread(column, () => 0, centres);
    for (let round = 0; round < SWEEPS * 2; round += 1) {
        const isForth = round % 2 === 0;
        for (const column of isForth ? columns : [...columns].reverse()) {
            const wish = ({ key, before, after }) => {
                const side = round >= SWEEPS ? [...before, ...after] : [...(isForth ? before : after)];
                const places = side.flatMap((one) => centres.get(one) ?? []);
                return places.length === 0
                    ? (centres.get(key) ?? 0)
                    : places.reduce((sum, one) => sum + one, 0) / places.length;
            };
            spread(column, wish, centres);
        }
    }
    const top = Math.min(...[...slots.values()].map(({ key, height }) => (centres.get(key) ?? 0) - height / 2));
    for (const [key, centre] of centres)
        centres.set(key, Math.round(centre - top));
    return centres;
}
function spread(column, wish, centres) {
    const offsets = [];
    let offset = 0;
    for (const [index, { height }] of column.entries()) {
        const above = column[index - 1];
        if (above)
            offset += above.height / 2 + GAP.y + height / 2;
        offsets.push(offset);
    }
    const pools = [];
    for (const [index, slot] of column.entries()) {
        let pool = { sum: wish(slot) - (offsets[index] ?? 0), size: 1 };
        for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
            pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
            pools.pop();
        }
        pools.push(pool);
    }
    const starts = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
    for (const [index, { key }] of column.entries())
        centres.set(key, (starts[index] ?? 0) + (offsets[index] ?? 0));
}
function pathOf({ from, to }, { column, centres }) {
    const [start, end] = [column.get(from) ?? 0, column.get(to) ?? 0];
    const left = (index) => index * (BOX.width + GAP.x);
    let [x, y] = [left(start) + BOX.width, centres.get(from) ?? 0];
    let path = `M${x} ${y}`;
    for (let index = start + 1; index <= end; index += 1) {
        const next = centres.get(index === end ? to : laneKey(from, index)) ?? 0;
        const middle = (x + left(index)) / 2;
        path += `C${middle} ${y} ${middle} ${next} ${left(index)} ${next}`;
        [x, y] = [left(index), next];
        if (index < end) {
            x += BOX.width;
            path += `H${x}`;
        }
    }
    return path;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/looks.js

const SIGNS = {
    ok: '✓',
    new: '↑',
    warn: '≠',
    bad: '✕',
    dim: '?',
    seed: '○',
};
const STATE_LOOKS = {
    failing: { look: 'bad', word: 'failing' },
    drift: { look: 'warn', word: 'drift' },
    unknown: { look: 'dim', word: 'unknown' },
    'never-released': { look: 'seed', word: 'never released' },
    unreleased: { look: 'new', word: 'unreleased' },
    current: { look: 'ok', word: 'current' },
};
const LOOKS = {
    succeeded: 'ok',
    skipped: 'ok',
    healthy: 'ok',
    success: 'ok',
    running: 'new',
    dispatching: 'new',
    verifying: 'new',
    failed: 'bad',
    failure: 'bad',
    'timed-out': 'bad',
    unhealthy: 'bad',
    'rollback-failed': 'bad',
    'rolled-back': 'warn',
    'rolling-back': 'warn',
    blocked: 'warn',
    parked: 'warn',
};
function statusLook(status) {
    return { look: (Object.hasOwn(LOOKS, status) && LOOKS[status]) || 'dim', word: status };
}
function badge({ look, word }) {
    return html `<span class="b ${look}">${word}</span>`;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/graph.js




const LARGEST_GRAPH = 60;
const MOST_COLUMNS = 9;
const LEAST_SCALE = 0.72;
const MARGINS = 96;
function picture(rows) {
    const items = rows.map(({ key, id, manifest, needs }) => ({
        id: key,
        needs: key === id ? needs : needs.map((need) => `${manifest}/${need}`),
    }));
    const waves = (0,train_graph/* wavesOf */.gt)(items);
    if (rows.length === 0)
        return { markup: html ``, graph: undefined };
    const map = waveMap(rows, waves);
    if (rows.length > LARGEST_GRAPH || waves.length > MOST_COLUMNS)
        return { markup: map, graph: undefined };
    const layout = layoutGraph(items);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const lines = layout.lines.map(({ from, path }) => {
        const isBlocked = ['failing', 'drift'].includes(byKey.get(from)?.state ?? '');
        return html `<path d="${path}"${isBlocked && html ` class="held"`}/>`;
    });
    const boxes = rows.flatMap((row) => {
        const at = layout.boxes.get(row.key);
        return at ? [box(row, at)] : [];
    });
    const [width, height] = [layout.width + 4, layout.height + 4];
    const graph = html `<svg class="graph" viewBox="-2 -2 ${width} ${height}" role="img" aria-label="Graph of ${plural(rows.length, 'component')}: what each needs is left of it. The table below says the same.">
    <g class="lines">${lines}</g>${boxes}
  </svg>`;
    return { markup: html `${graph}${map}`, graph: { from: Math.round(width * LEAST_SCALE) + MARGINS, width } };
}
const NAME_LETTERS = 20;
const NOTE_LETTERS = 25;
function box(row, { x, y }) {
    const { look } = STATE_LOOKS[row.state];
    return html `<g class="${look}" transform="translate(${x} ${Math.round(y)})">
    <title>${`${row.key}: ${noteOf(row)}`}</title>
    <rect width="${BOX.width}" height="${BOX.height}" rx="8"/>
    <text x="12" y="20">${brief(row.key, NAME_LETTERS)}</text>
    <text class="note" x="12" y="36">${brief(noteOf(row), NOTE_LETTERS)}</text>
    <text class="sign" x="${BOX.width - 12}" y="21">${SIGNS[look]}</text>
  </g>`;
}
function noteOf({ state, tagged, registry, unreleased = 0 }) {
    const version = tagged ?? registry ?? undefined;
    const word = state === 'unreleased' ? `${unreleased.toLocaleString('en-US')} unreleased` : STATE_LOOKS[state].word;
    return [version, word].filter((part) => part !== undefined).join(' · ');
}
function waveMap(rows, waves) {
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const states = Object.keys(STATE_LOOKS);
    const shown = waves.map((wave, index) => {
        const members = wave.flatMap((id) => byKey.get(id) ?? []);
        members.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
        const tiles = members.map((row) => {
            const { look, word } = STATE_LOOKS[row.state];
            return html `<li class="${look}"><span>${brief(row.key, 60)}</span><b class="sr">, ${word}</b></li>`;
        });
        return html `<li><h3>${index === 0 ? 'Needs nothing' : `Wave ${index + 1}`} <small>${members.length}</small></h3><ul class="tiles">${tiles}</ul></li>`;
    });
    return html `<ol class="waves">${shown}</ol>`;
}
function heldBack(rows) {
    const items = rows.map(({ key, id, manifest, needs }) => ({
        id: key,
        needs: key === id ? needs : needs.map((need) => `${manifest}/${need}`),
    }));
    return ({ key }) => (0,train_graph/* withDependents */.hO)(items, [key]).size - 1;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/section-components.js



function componentsSection({ components }, { markup }) {
    if (components.length === 0)
        return html ``;
    const rows = [...components].sort((a, b) => component_row/* COMPONENT_STATES */.bo.indexOf(a.state) - component_row/* COMPONENT_STATES */.bo.indexOf(b.state));
    return html `<section aria-labelledby="components"><h2 id="components">Components <small>${components.length}</small></h2>
    ${markup}
    <table class="list"><caption>Where each component stands</caption>
    <thead><tr><th scope="col">Component</th><th scope="col">State</th><th scope="col">Released</th><th scope="col" class="wide">Branch, needs</th><th scope="col">Not released</th><th scope="col" class="wide">Last run</th></tr></thead>
    <tbody>${rows.map(componentRow)}</tbody></table></section>`;
}
function componentRow(row) {
    const { key, url, repository, state, why, needs, branch, unreleased, compareUrl, lastRun } = row;
    return html `<tr><th scope="row">${html_anchor(brief(key, 80), url)}${repository !== '' && html `<small>${brief(repository, 100)}</small>`}</th>
    <td>${badge(STATE_LOOKS[state])}${why.length > 0 && html `<small>${brief(why.join(' '), 300)}</small>`}</td>
    <td>${released(row)}</td><td class="wide">${branch ?? ''}${needs.length > 0 && html `<small>needs ${brief(needs.join(', '), 120)}</small>`}</td>
    <td class="n">${unreleased === undefined ? '' : unreleased === 0 ? '0' : html_anchor(plural(unreleased, 'commit'), compareUrl)}</td>
    <td class="wide">${lastRun && html `${html_anchor(lastRun.status, lastRun.url)} <small>${day(lastRun.at)}</small>`}</td></tr>`;
}
function released({ registry, tagged, tag }) {
    if (registry === undefined)
        return html `${tag ?? ''}`;
    if (registry === tagged)
        return html `${tagged}`;
    return html `${registry ?? 'nothing'}<small>registry</small>${tag !== undefined && html ` ${tag}<small>tag</small>`}`;
}
function environmentsSection({ environments }) {
    const shown = environments.filter(({ components }) => Object.keys(components).length > 0);
    if (shown.length === 0)
        return html ``;
    const ids = [...new Set(shown.flatMap(({ components }) => Object.keys(components)))].sort();
    const heads = shown.map(({ id, production, lock }) => html `<th scope="col">${brief(id, 60)}${production && id !== 'production' && html `<small>production</small>`}${lock !== undefined && html `${badge({ look: 'warn', word: 'locked' })}`}</th>`);
    return html `<section aria-labelledby="environments"><h2 id="environments">Environments</h2>
    <div class="scroll" role="region" aria-label="Versions in environments" tabindex="0"><table class="grid"><caption>Who has which version</caption>
    <thead><tr><th scope="col">Component</th>${heads}</tr></thead>
    <tbody>${ids.map((id) => environmentRow(id, shown))}</tbody></table></div></section>`;
}
function environmentRow(id, environments) {
    const found = environments.map(({ components }) => (Object.hasOwn(components, id) ? components[id] : undefined));
    const first = found.find((one) => one !== undefined)?.version;
    const cells = found.map((one) => {
        if (!one)
            return html `<td class="none">–</td>`;
        const { version, at, runUrl, health } = one;
        const mark = version !== first && html ` <i class="differs" title="differs">≠</i>`;
        const answers = health && health.verdict !== 'unchecked' && html ` ${badge(statusLook(health.verdict))}`;
        return html `<td>${html_anchor(brief(version, 40), runUrl)}${mark}${answers} <span class="facts">${day(at)}</span></td>`;
    });
    return html `<tr><th scope="row">${brief(id, 80)}</th>${cells}</tr>`;
}

// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
;// CONCATENATED MODULE: ./build/src/operations/status/page/charts.js

const WIDTH = 1_000;
function sharesBar(parts, label) {
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    let x = 0;
    const bars = parts
        .filter(({ count }) => count > 0)
        .map(({ look, count }) => {
        const width = (count / total) * WIDTH;
        const bar = html `<rect class="${look}" x="${tenth(x)}" width="${tenth(width)}" height="10"/>`;
        x += width;
        return bar;
    });
    return html `<svg class="shares" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" role="img" aria-label="${label}">${bars}</svg>`;
}
function barChart(bars, { label, height = 100 }) {
    const most = Math.max(1e-9, ...bars.map(({ value }) => value));
    const step = WIDTH / Math.max(1, bars.length);
    const shown = bars.map(({ value, look, foot }, index) => {
        const tall = value === 0 ? 0 : Math.max(2, (value / most) * height);
        const low = foot ? (foot.value / Math.max(value, 1e-9)) * tall : 0;
        const [x, width] = [tenth(index * step + step * 0.12), tenth(step * 0.76)];
        return html `
      <rect class="${look}" x="${x}" y="${tenth(height - tall)}" width="${width}" height="${tenth(tall - low)}"/>
      ${foot && low > 0 && html `<rect class="${foot.look}" x="${x}" y="${tenth(height - low)}" width="${width}" height="${tenth(low)}"/>`}`;
    });
    return html `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">${shown}</svg>`;
}
function lineChart(values, { label, most, height = 100 }) {
    const step = WIDTH / Math.max(1, values.length);
    const points = values.map((value, index) => value === undefined
        ? undefined
        : `${tenth((index + 0.5) * step)} ${tenth(height - 4 - (value / Math.max(most, 1e-9)) * (height - 8))}`);
    let isGap = true;
    const path = points.flatMap((point) => {
        const command = point && `${isGap ? 'M' : 'L'}${point}`;
        isGap = point === undefined;
        return command ?? [];
    });
    const dots = points.flatMap((point) => (point === undefined ? [] : [`M${point}h0`]));
    return html `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">
    <path class="line" d="${path.join('')}"/><path class="dots" d="${dots.join('')}"/>
  </svg>`;
}
function spanBar({ from, middle, to }, total, look) {
    const at = (ms) => Math.round((Math.min(Math.max(0, ms), total) / Math.max(1, total)) * WIDTH);
    const [start, gates, end] = [at(from), at(middle), Math.max(at(to), at(from) + 6)];
    const gate = end > gates && gates > start && html `<path class="gate" d="M${gates} 2H${end}V8H${gates}z"/>`;
    return html `<svg class="span ${look}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true"><path d="M${start} 0H${gate === false ? end : gates}V10H${start}z"/>${gate}</svg>`;
}
function tenth(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/figures-text.js

const FEW = 5;
const METRIC_WORDS = {
    'success-rate': ['Success rate', 'trains that succeeded, of all that ended by themselves'],
    duration: ['Duration', 'median from start to end, without the time that people were waited for'],
    'duration-p90': ['Duration, 9 of 10', 'what nine trains of ten do not exceed'],
    'waited-for-people': ['Waited for people', 'median of the time in approvals'],
    'rollback-rate': ['Rollback rate', 'trains that rolled back, of all that deployed something'],
    'health-pass-rate': ['Health pass rate', 'health gates that passed at the first try'],
    'coordination-latency': ['Coordination latency', 'median from the end of what a component needs to its dispatch'],
    'deploy-time': ['Deploy time', 'mean of a component, from dispatch to proof'],
    'deployment-frequency': ['Deployment frequency', 'successful trains to production a day'],
    'lead-time': ['Lead time', 'median from a commit to its deployment in production'],
    'change-failure-rate': ['Change failure rate', 'trains to production that failed or were rolled back'],
    'recovery-time': ['Recovery time', 'median from a failed deployment to the next success'],
    'registration-success': ['Registration success', 'services that are registered as they should be, mean over passes'],
    'integration-pass-rate': ['Integration pass rate', 'looks at services that found them healthy, mean over passes'],
    conflicts: ['Route conflicts', 'in the last pass over the services'],
    refreshes: ['Discovery refreshes', 'a day'],
};
function valueText({ unit, value, of, part }) {
    if (value === undefined)
        return 'unknown';
    if (unit === 'share' && part !== undefined && of < FEW)
        return `${part} of ${of}`;
    return amountText(unit, value);
}
function amountText(unit, value) {
    if (unit === 'ms')
        return (0,duration/* formatDuration */.a)(value);
    if (unit === 'share')
        return `${rounded(value * 100)} %`;
    return unit === 'a-day' ? `${rounded(value)} a day` : String(rounded(value));
}
function countText({ unit, value, of, part, why = '' }) {
    if (value === undefined)
        return why;
    return unit === 'share' && part !== undefined ? `${part} of ${of}` : `of ${of}`;
}
function rounded(value) {
    return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/section-figures.js





const TILES = [
    'success-rate',
    'duration',
    'deployment-frequency',
    'change-failure-rate',
    'recovery-time',
    'lead-time',
];
function figureTiles({ metrics }) {
    const shown = TILES.flatMap((name) => metrics.find((one) => one.name === name && one.value !== undefined) ?? []);
    if (shown.length === 0)
        return html ``;
    const tiles = shown.map((metric) => html `<div><dt>${METRIC_WORDS[metric.name][0]}</dt><dd><strong>${valueText(metric)}</strong><small>${countText(metric)}</small></dd></div>`);
    return html `<dl class="tiles-of-figures">${tiles}</dl>`;
}
function trendsSection({ weeks, since, generatedAt }) {
    if (weeks.every(({ ended, integrationPassRate }) => ended === 0 && integrationPassRate === undefined))
        return html ``;
    const dates = html `<figcaption><span>${day(since)}</span><span>${day(generatedAt)}</span></figcaption>`;
    const mostEnded = Math.max(...weeks.map(({ ended }) => ended));
    const longest = Math.max(0, ...weeks.map(({ durationMs = 0 }) => durationMs));
    const bars = weeks.map(({ ended, succeeded }) => ({
        value: ended,
        look: 'bad',
        foot: { value: succeeded, look: 'ok' },
    }));
    const figure = (title, top, chart) => html `<figure><h3>${title}</h3><div class="axis"><span>${top}</span><span>0</span></div>${chart}${dates}</figure>`;
    const charts = [
        figure('Trains a week', String(mostEnded), barChart(bars, {
            label: 'Trains a week, those that succeeded at the foot of each bar. The table below says the same.',
        })),
        ...(longest > 0
            ? [
                figure('Median duration', (0,duration/* formatDuration */.a)(longest), lineChart(weeks.map(({ durationMs }) => durationMs), { label: 'Median duration by week. The table below says the same.', most: longest })),
            ]
            : []),
        ...(weeks.some((week) => week.integrationPassRate !== undefined)
            ? [
                figure('Services that pass', '100 %', lineChart(weeks.map((week) => week.integrationPassRate), { label: 'Integration pass rate by week. The table below says the same.', most: 1 })),
            ]
            : []),
    ];
    return html `<section aria-labelledby="trends"><h2 id="trends">Trends</h2><div class="charts">${charts}</div>
    <details><summary>The same as a table</summary><table class="grid"><caption>Week by week</caption>
    <thead><tr><th scope="col">Week from</th><th scope="col">Trains</th><th scope="col">Succeeded</th><th scope="col">Median</th><th scope="col">Services</th></tr></thead>
    <tbody>${weeks.map(weekRow)}</tbody></table></details></section>`;
}
function weekRow({ from, ended, succeeded, durationMs, integrationPassRate }) {
    return html `<tr><th scope="row">${day(new Date(from).toISOString())}</th><td>${ended}</td><td>${succeeded}</td><td>${durationMs === undefined ? '' : (0,duration/* formatDuration */.a)(durationMs)}</td><td>${integrationPassRate === undefined ? '' : amountText('share', integrationPassRate)}</td></tr>`;
}
function figuresSection({ metrics, targets, since }) {
    const hasTargets = targets.length > 0;
    const rows = metrics.map((metric) => {
        const [name, meaning] = METRIC_WORDS[metric.name];
        const target = targets.find((one) => one.name === metric.name);
        const met = target &&
            html `${target.atLeast ? 'at least' : 'at most'} ${amountText(metric.unit, target.target)} ${badge(metLook(target.met))}`;
        return html `<tr${metric.value === undefined && html ` class="none"`}><th scope="row">${name}<small>${meaning}</small></th><td class="n"><b>${valueText(metric)}</b></td><td>${countText(metric)}</td>${hasTargets && html `<td>${met || ''}</td>`}</tr>`;
    });
    return html `<section aria-labelledby="figures"><h2 id="figures">Figures${hasTargets && ' and targets'} <small>since ${day(since)}</small></h2>
    <table class="list figures"><caption>Every figure with what it is of</caption><thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">Of</th>${hasTargets && html `<th scope="col">Target</th>`}</tr></thead><tbody>${rows}</tbody></table></section>`;
}
function metLook(met) {
    if (met === undefined)
        return { ...statusLook(''), word: 'unknown' };
    return met ? { ...statusLook('succeeded'), word: 'met' } : { ...statusLook('failed'), word: 'missed' };
}
function watchText({ before, lateMs, everyMs, findings }, generatedAt) {
    const next = new Date(Date.parse(generatedAt) + everyMs).toISOString();
    const late = lateMs !== undefined && lateMs > 60_000 && html ` GitHub's clock began this look ${(0,duration/* formatDuration */.a)(lateMs)} late.`;
    return html `<p>Looked at ${moment(generatedAt)}; the next look is due ${moment(next)}. Where that has passed, GitHub's clock is late, and what you see is old.${late}${before !== undefined && html ` The look before was ${moment(before)}.`}</p>
    ${findings.map((finding) => html `<p class="warn">${finding}</p>`)}`;
}

// EXTERNAL MODULE: ./build/src/operations/status/status-markdown.js
var status_markdown = __webpack_require__(91847);
;// CONCATENATED MODULE: ./build/src/operations/status/page/section-trains.js




const FIRST = 12;
function list(trains) {
    return html `<ul class="trains">${trains.map((train) => html `<li>${trainCard(train)}</li>`)}</ul>`;
}
function trainsSection({ trains: { ended, count } }) {
    if (ended.length === 0)
        return html `<section aria-labelledby="trains"><h2 id="trains">Trains</h2><p class="quiet">No train has ended in this time.</p></section>`;
    const oldestFirst = [...ended].reverse();
    const bars = oldestFirst.map((train) => ({ value: spanOf(train), look: statusLook(train.status).look }));
    const longest = Math.max(...bars.map(({ value }) => value));
    const label = `The last ${ended.length} trains, the newest on the right: the longest took ${(0,duration/* formatDuration */.a)(longest)}. The list below says the same.`;
    return html `<section aria-labelledby="trains"><h2 id="trains">Trains <small>${ended.length < count ? `the last ${ended.length} of ${count}` : count}</small></h2>
    <figure><div class="axis"><span>${(0,duration/* formatDuration */.a)(longest)}</span><span>0</span></div>${barChart(bars, { label })}
    <figcaption><span>${moment(oldestFirst[0]?.startedAt ?? '')}</span><span>${moment(ended[0]?.startedAt ?? '')}</span></figcaption></figure>
    ${list(ended.slice(0, FIRST))}
    ${ended.length > FIRST && html `<details><summary>${plural(ended.length - FIRST, 'earlier train')}</summary>${list(ended.slice(FIRST))}</details>`}</section>`;
}
function trainCard(train) {
    const { id, name, environment, status, startedAt, actor, event, runUrl, resumed, total, released, waitedMs, components, reason, } = train;
    const facts = [
        `${released} of ${total}`,
        (0,duration/* formatDuration */.a)(spanOf(train)),
        ...(waitedMs === undefined ? [] : [`waited ${(0,duration/* formatDuration */.a)(waitedMs)} for people`]),
        ...(resumed > 0 ? [`resumed ${resumed === 1 ? 'once' : `${resumed} times`}`] : []),
        ...(actor === undefined ? [] : [`by ${brief(actor, 60)}`]),
        ...(event === undefined ? [] : [brief(event, 40)]),
    ];
    const head = html `${badge(statusLook(status))} <b>${brief(name, 60)}${environment !== undefined && html ` → ${brief(environment, 60)}`}</b> <span class="facts">${facts.join(' · ')}</span> <small>${moment(startedAt)}</small>`;
    const where = html `<span class="ref">${html_anchor(id, runUrl)}${reason !== undefined && html `: ${brief(reason, 400)}`}</span>`;
    if (!components || components.length === 0)
        return html `<div class="train"><span class="row">${head} ${where}</span></div>`;
    return html `<details class="train"><summary><span class="row">${head}</span></summary>${where}${timeline(train, components)}</details>`;
}
const MOST_ROWS = 60;
function timeline(train, components) {
    const total = Math.max(spanOf(train), ...components.map(({ finishedMs = 0 }) => finishedMs));
    const telling = [...components].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_ROWS);
    const startOf = ({ dispatchedMs = Number.MAX_SAFE_INTEGER }) => dispatchedMs;
    const rows = telling.sort((a, b) => startOf(a) - startOf(b)).map((one) => timelineRow(one, total));
    const some = rows.length < components.length ? `, ${rows.length} of them that failed or took longest` : '';
    return html `<table class="time"><caption>${plural(components.length, 'component')} in ${(0,duration/* formatDuration */.a)(total)}${some}</caption>
    <thead><tr><th scope="col">Component</th><th scope="col">Version</th><th scope="col"><span class="ends"><span>0</span><span>${(0,duration/* formatDuration */.a)(total)}</span></span></th><th scope="col">Took</th></tr></thead>
    <tbody>${rows}</tbody></table>`;
}
function weightOf({ status, dispatchedMs = 0, finishedMs = dispatchedMs }) {
    return (statusLook(status).look === 'bad' ? 1e15 : 0) + finishedMs - dispatchedMs;
}
function timelineRow({ id, status, version, previousVersion, runUrl, dispatchedMs, concludedMs, finishedMs }, total) {
    const look = statusLook(status);
    const end = finishedMs ?? (dispatchedMs === undefined ? undefined : total);
    const bar = dispatchedMs !== undefined && end !== undefined && end >= dispatchedMs
        ? spanBar({ from: dispatchedMs, middle: concludedMs ?? end, to: end }, total, look.look)
        : '';
    const took = dispatchedMs === undefined || end === undefined || end < dispatchedMs ? '' : (0,duration/* formatDuration */.a)(end - dispatchedMs);
    const note = look.look === 'ok' ? html `` : html `<small class="${look.look}">${status}</small>`;
    return html `<tr><th scope="row">${html_anchor(brief(id, 60), runUrl)}${note}</th><td>${previousVersion !== undefined && html `<s>${brief(previousVersion, 30)}</s> `}${brief(version ?? '', 30)}</td><td>${bar}</td><td class="n">${took}</td></tr>`;
}
function spanOf({ startedAt, endedAt }) {
    return Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/section-now.js







const MOST_CARDS = 24;
const LONGEST_TEXT = 600;
function nowSection(status) {
    const { problems, locks, components, trains, unknown } = status;
    const cards = [
        ...problems.map(problemCard),
        ...locks.map(({ text }) => card('warn', 'Lock', html `<p>${brief(text, LONGEST_TEXT)}</p>`)),
        ...componentCards(components),
        ...unknown.map((reason) => card('dim', 'Not known', html `<p>${brief(reason, LONGEST_TEXT)}</p>`)),
    ];
    const running = trains.open.map((train) => html `<li class="card new">${trainCard(train)}</li>`);
    const isQuiet = cards.length + running.length === 0;
    return html `<section aria-labelledby="now"><h2 id="now">Now</h2>
    ${states(status)}
    ${isQuiet && html `<p class="quiet">Nothing runs, nothing is locked, and nobody is needed.</p>`}
    ${cards.length > 0 && html `<ul class="cards">${cards}</ul>`}
    ${running.length > 0 && html `<h3>Under way</h3><ul class="cards">${running}</ul>`}
  </section>`;
}
function problemCard({ key, severity, openedAt, text, url, acknowledgedBy }) {
    const who = acknowledgedBy !== undefined && html `, ${acknowledgedBy} looks after it`;
    const run = url !== undefined && html `, ${html_anchor('its run', url)}`;
    const body = html `<b>${brief(key)}</b> ${badge({ ...statusLook('failed'), word: severity })}
    <p>${brief(text, LONGEST_TEXT)}</p><small>open since ${moment(openedAt)}${who}${run}</small>`;
    return card('bad', 'Problem', body);
}
function componentCards(rows) {
    const bad = rows.filter(({ state }) => state === 'failing' || state === 'drift' || state === 'unknown');
    bad.sort((a, b) => component_row/* COMPONENT_STATES */.bo.indexOf(a.state) - component_row/* COMPONENT_STATES */.bo.indexOf(b.state));
    const dependents = heldBack(rows);
    const cards = bad.slice(0, MOST_CARDS).map((row) => componentCard(row, dependents(row)));
    const more = bad.length - MOST_CARDS;
    const rest = html `<p>and ${plural(more, 'more')} in the table below</p>`;
    return more > 0 ? [...cards, card('dim', 'Components', rest)] : cards;
}
function componentCard({ key, url, state, why, lastRun }, behind) {
    const ended = lastRun && html `${html_anchor('Its last run', lastRun.url)} ended ${lastRun.status}, ${moment(lastRun.at)}. `;
    const body = html `<b>${html_anchor(brief(key), url)}</b> ${badge(STATE_LOOKS[state])}
    <p>${state === 'failing' && ended}${brief(why.join(' '), LONGEST_TEXT)}</p>
    ${behind > 0 && html `<small>${plural(behind, 'component needs', 'components need')} it</small>`}`;
    return card(STATE_LOOKS[state].look, 'Component', body);
}
function states(status) {
    const parts = component_row/* COMPONENT_STATES */.bo.map((state) => ({
        state,
        look: STATE_LOOKS[state].look,
        count: status.components.filter((row) => row.state === state).length,
    })).reverse();
    const legend = parts
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => html `<li><strong>${count}</strong> ${badge(STATE_LOOKS[state])}</li>`);
    return html `${sharesBar(parts, (0,status_markdown/* countsOf */.m)(status.components))}<ul class="legend">${legend}</ul>`;
}
function card(look, kind, body) {
    return html `<li class="card ${look}"><em>${kind}</em>${body}</li>`;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/section-services.js


function servicesSection({ services: view }) {
    if (!view)
        return html ``;
    const rows = view.services.map(({ name, registered, version, direct, proxied, }) => html `<tr><th scope="row">${brief(name, 80)}</th><td>${brief(version ?? '', 40)}</td>
      <td>${registered === undefined ? badge({ ...statusLook(''), word: 'unknown' }) : registered ? badge({ ...statusLook('succeeded'), word: 'registered' }) : badge({ ...statusLook('failed'), word: 'missing' })}</td>
      <td>${direct === undefined ? '' : badge(statusLook(direct))}</td><td>${proxied === undefined ? '' : badge(statusLook(proxied))}</td></tr>`);
    return html `<section aria-labelledby="services"><h2 id="services">Services <small>${view.services.length}</small></h2>
    ${view.at !== undefined && html `<p>As of ${moment(view.at)}.</p>`}
    ${view.findings.length > 0 && html `<ul class="cards">${view.findings.slice(0, 24).map((finding) => html `<li class="card warn">${brief(finding, 400)}</li>`)}</ul>`}
    <div class="pair">${rows.length > 0 && html `<div class="scroll" role="region" aria-label="Services" tabindex="0"><table class="grid"><caption>Registration and health</caption><thead><tr><th scope="col">Service</th><th scope="col">Version</th><th scope="col">Registry</th><th scope="col">Direct</th><th scope="col">Through the proxy</th></tr></thead><tbody>${rows}</tbody></table></div>`}
    ${routeMap(view)}</div></section>`;
}
const ROW = 30;
const MOST_ROUTES = 300;
function routeMap({ routes: all, conflicts }) {
    const routes = all.slice(0, MOST_ROUTES);
    if (routes.length === 0 && conflicts.length === 0)
        return html ``;
    const services = [...new Set(routes.map(({ service }) => service))].sort();
    const order = new Map(services.map((service, index) => [service, index]));
    const paths = [...new Set(routes.map(({ path }) => path))];
    const middle = new Map(paths.map((path) => {
        const places = routes.filter((route) => route.path === path).map(({ service }) => order.get(service) ?? 0);
        return [path, places.reduce((sum, one) => sum + one, 0) / places.length];
    }));
    paths.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (a < b ? -1 : 1));
    const height = Math.max(paths.length, services.length) * ROW;
    const y = (index, count) => Math.round(((index + 0.5) / count) * height);
    const contested = new Set(conflicts.map(({ path }) => path));
    const pathAt = new Map(paths.map((path, index) => [path, y(index, paths.length)]));
    const lines = routes.map(({ path, service }) => {
        const [from, to] = [pathAt.get(path) ?? 0, y(order.get(service) ?? 0, services.length)];
        return html `<path d="M0 ${from}C50 ${from} 50 ${to} 100 ${to}"${contested.has(path) && html ` class="held"`}/>`;
    });
    const item = (text, isContested) => html `<li${isContested && html ` class="bad"`}><span title="${text}">${isContested && '✕ '}${brief(text, 100)}</span></li>`;
    const table = routes.map(({ path, service, method }) => html `<tr><th scope="row">${brief(path)}</th><td>${method ?? 'all'}</td><td>${brief(service)}</td></tr>`);
    return html `<div><h3>Route map</h3>
    ${conflicts.length > 0 && html `<ul class="cards">${conflicts.slice(0, 24).map(({ path, services: claimants, reason }) => html `<li class="card bad"><b>${brief(path)}</b> is claimed by ${brief(claimants.join(' and '))} (${reason})</li>`)}</ul>`}
    <div class="map"><ul>${paths.map((path) => item(path, contested.has(path)))}</ul>
    <svg viewBox="0 0 100 ${height}" preserveAspectRatio="none" height="${height}" role="img" aria-label="${plural(routes.length, 'route')} of ${plural(services.length, 'service')}. The table below says the same."><g class="lines">${lines}</g></svg>
    <ul>${services.map((service) => item(service, false))}</ul></div>
    <details><summary>The same as a table</summary><table class="grid"><caption>Which path leads to whom</caption><thead><tr><th scope="col">Path</th><th scope="col">Method</th><th scope="col">Service</th></tr></thead><tbody>${table}</tbody></table></details></div>`;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/style.js

const LIGHT = {
    ok: ['#116329', '#dff7e5', '#2da44e'],
    new: ['#0a4fa3', '#e0efff', '#3b8eea'],
    warn: ['#7a4a00', '#fff0c4', '#c98a00'],
    bad: ['#a10e22', '#ffe3e1', '#d1242f'],
    dim: ['#4d5763', '#e9edf1', '#8b949e'],
    seed: ['#5e35b1', '#f1eafc', '#8a63d2'],
};
const DARK = {
    ok: ['#7ee2a0', '#11281b', '#2f9e50'],
    new: ['#8cc4ff', '#10253f', '#3179d6'],
    warn: ['#f0c659', '#2f230a', '#b5820f'],
    bad: ['#ffa7a0', '#38161a', '#ef5350'],
    dim: ['#b4bec9', '#1f262e', '#75808b'],
    seed: ['#ccb2ff', '#271d3c', '#8d6ae0'],
};
const GROUND = {
    light: '--bg:#f6f8fa;--card:#fff;--text:#1b1f24;--soft:#57606a;--rule:#d5dbe1;--link:#0a58ca;--line:#aab4bf',
    dark: '--bg:#0d1117;--card:#151b23;--text:#e9eef4;--soft:#9ba7b4;--rule:#2d353f;--link:#79b8ff;--line:#55606c',
};
function variables(palette) {
    return Object.entries(palette)
        .map(([name, [text, ground, border]]) => `--${name}:${text};--${name}-g:${ground};--${name}-b:${border}`)
        .join(';');
}
const style_LOOKS = Object.entries(SIGNS)
    .map(([name, sign]) => `.${name}{--c:var(--${name});--g:var(--${name}-g);--e:var(--${name}-b);--s:"${sign}"/""}`)
    .join('');
const MOST_SCALE = 1.3;
function styleOf(graph) {
    const size = graph && `.graph{width:100%;max-width:${Math.round(graph.width * MOST_SCALE)}px}`;
    const swap = graph && `${size}@media(min-width:${graph.from}px){.graph{display:block}.waves{display:none}}`;
    return `:root{color-scheme:light dark;${GROUND.light};${variables(LIGHT)}}
@media(prefers-color-scheme:dark){:root{${GROUND.dark};${variables(DARK)}}}
${style_LOOKS}${CSS}${swap ?? ''}`.replace(/\n\s*/g, '');
}
const CSS = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:1680px;margin:0 auto;padding:0 clamp(12px,3vw,40px)}
header{padding-top:24px}
h1{font-size:clamp(22px,3.4vw,34px);line-height:1.15;margin:0 0 6px;letter-spacing:-.02em}
h2{font-size:20px;margin:0 0 14px;letter-spacing:-.01em}
h3{font-size:14px;margin:18px 0 8px}
h2 small,h3 small{color:var(--soft);font-weight:400;font-size:.8em}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
small{font-size:12.5px;color:var(--soft)}
.lead{color:var(--soft);margin:0;font-size:14px}
.verdict{display:inline-flex;align-items:center;gap:10px;padding:8px 16px 8px 12px;margin:12px 0 4px;border-radius:999px;background:var(--g);color:var(--c);border:1.5px solid var(--e);font-weight:650;font-size:clamp(15px,2vw,19px)}
.verdict i{font-style:normal;display:grid;place-items:center;width:1.5em;height:1.5em;border-radius:50%;background:var(--e);color:var(--card);font-weight:800;flex:none}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:14px 0 0;padding:0;font-size:14px}
nav a{padding:3px 0;display:inline-block}
section{background:var(--card);border:1px solid var(--rule);border-radius:14px;padding:clamp(14px,2vw,24px);margin:16px 0}
.quiet{color:var(--soft);margin:10px 0 0}
.tiles-of-figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(138px,1fr));gap:12px;margin:18px 0 0}
.tiles-of-figures div{background:var(--card);border:1px solid var(--rule);border-radius:14px;padding:12px 16px}
dt{color:var(--soft);font-size:13px}
dd{margin:2px 0 0}
dd strong{font-size:clamp(18px,2.1vw,24px);white-space:nowrap;letter-spacing:-.02em;display:block;line-height:1.25;font-weight:650}
.b{display:inline-flex;align-items:center;gap:5px;padding:1px 9px 1px 7px;border-radius:999px;background:var(--g);color:var(--c);border:1px solid var(--e);font-size:12.5px;font-weight:600;white-space:nowrap;line-height:1.5}
.b::before,.tiles li::before,.time small::before{content:var(--s);font-weight:800}
.time small::before{margin-right:4px}
.differs{font-style:normal;font-weight:800}
.differs{color:var(--warn)}
.shares{display:block;width:100%;height:16px;border-radius:8px;background:var(--rule)}
svg rect{fill:var(--e)}
.legend{display:flex;flex-wrap:wrap;gap:8px 18px;list-style:none;padding:0;margin:12px 0 0}
.legend strong{font-size:18px;margin-right:3px}
.cards{list-style:none;padding:0;margin:0;display:grid;gap:10px;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr))}
.card{border:1px solid var(--rule);border-left:4px solid var(--e);border-radius:10px;padding:10px 14px;background:var(--bg)}
.card p{margin:4px 0}
.card em{display:block;font-style:normal;font-size:11.5px;text-transform:uppercase;letter-spacing:.06em;color:var(--soft)}
.legend+.cards{margin-top:16px}
.card.new{grid-column:1/-1}
.graph{display:none;height:auto;margin:4px auto 18px}
.graph rect{fill:var(--g);stroke:var(--e);stroke-width:1.5}
.graph .dim rect{stroke-dasharray:5 4}
.graph .bad rect,.graph .warn rect{stroke-width:2.5}
.graph text{fill:var(--c);font-size:13.5px;font-weight:650}
.graph .note{font-size:11.5px;font-weight:400}
.graph .sign{text-anchor:end;font-weight:800}
.lines path{fill:none;stroke:var(--line);stroke-width:1.6;vector-effect:non-scaling-stroke}
.lines .held{stroke:var(--bad-b);stroke-width:2.4;stroke-dasharray:6 4}
.waves{list-style:none;padding:0;margin:0 0 18px;display:grid;gap:12px}
.waves h3{margin:0 0 6px}
.tiles{list-style:none;padding:0;margin:0;display:grid;gap:5px;grid-template-columns:repeat(auto-fill,minmax(128px,1fr))}
.tiles li{display:flex;gap:6px;align-items:baseline;padding:3px 9px;border-radius:7px;background:var(--g);color:var(--c);border:1px solid var(--e);font-size:12.5px;min-width:0}
.tiles .bad,.tiles .warn{border-width:2px;font-weight:650}
.tiles span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:7px 10px 7px 0;border-top:1px solid var(--rule);font-weight:400}
thead th{border-top:0;color:var(--soft);font-size:12.5px;white-space:nowrap}
tbody th{font-weight:600}
th small,td small{display:block;font-weight:400}
td.n{white-space:nowrap;font-variant-numeric:tabular-nums}
tr.none td,tr.none th,td.none{color:var(--soft)}
tbody tr:hover{background:var(--bg)}
.scroll{overflow-x:auto}
.pair{display:grid;gap:0 48px;grid-template-columns:repeat(auto-fit,minmax(min(100%,520px),1fr));margin-top:14px}
.map{margin-top:10px}
.grid{width:auto;min-width:min(100%,420px)}
.grid th,.grid td{padding-right:26px}
figure{margin:0 0 14px;display:grid;grid-template-columns:auto 1fr;gap:4px 10px}
figure h3{grid-column:1/-1;margin:0}
.axis{display:flex;flex-direction:column;justify-content:space-between;font-size:12px;color:var(--soft);text-align:right;white-space:nowrap}
figcaption{grid-column:2;display:flex;justify-content:space-between;font-size:12px;color:var(--soft)}
.chart{width:100%;height:110px;display:block;border-bottom:1px solid var(--line)}
.charts{display:grid;gap:10px 40px;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr))}
.line{fill:none;stroke:var(--new-b);stroke-width:2.5;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.dots{fill:none;stroke:var(--new-b);stroke-width:7;stroke-linecap:round;vector-effect:non-scaling-stroke}
.trains{list-style:none;margin:0;padding:0}
.trains>li{border-top:1px solid var(--rule);padding:7px 0}
.facts{color:var(--soft);font-size:13.5px}
summary{cursor:pointer}
.row{display:inline-flex;flex-wrap:wrap;align-items:baseline;gap:0 10px;width:calc(100% - 24px)}
.row>.new::before{content:"▸"/""}
.row>.warn::before{content:"↩"/""}
.row>.dim::before{content:"–"/""}
.row>.b{min-width:112px}
.row>b{min-width:min(100%,250px)}
.row>small{margin-left:auto}
.ref{font-size:13.5px}
.train>.ref{display:block;margin:6px 0}
div.train{padding-left:16px}
.time{margin:8px 0 12px;table-layout:fixed}
.time th:nth-child(1){width:24%}
.time th:nth-child(2){width:17%}
.time th:nth-child(4){width:86px}
.time td,.time th{padding:4px 10px 4px 0}
.time small{display:inline;margin-left:7px}
.time small.bad,.time small.warn,.time small.dim,.time small.new{color:var(--c)}
.span{display:block;width:100%;height:16px;margin-top:4px;background:linear-gradient(90deg,var(--rule) 1px,#0000 1px) 0 0/25% 100%}
.span path{fill:var(--e)}
.span .gate{opacity:.45}
.ends{display:flex;justify-content:space-between}
.map{display:grid;grid-template-columns:minmax(0,1fr) minmax(44px,28%) minmax(0,1fr);max-width:1000px}
.map ul{list-style:none;margin:0;padding:0;display:grid;grid-auto-rows:1fr}
.map ul:first-child{text-align:right}
.map li{display:grid;align-items:center;padding:0 8px;min-width:0;font-size:13.5px;line-height:1.2}
.map li.bad{color:var(--c);font-weight:650}
.map span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.map svg{width:100%;display:block}
footer{color:var(--soft);font-size:13.5px;padding-bottom:32px}
footer .warn{color:var(--warn)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:640px){
.wide,.list th small{display:none}
.list thead{position:absolute;clip-path:inset(50%)}
.list,.list tbody,.list caption{display:block}
.list tr{display:grid;grid-template-columns:1fr auto;gap:2px 10px;border-top:1px solid var(--rule);padding:7px 0}
.list tr>*{border:0;padding:0}
.list td:nth-child(2),.list td:nth-child(5){text-align:right}
.grid .facts{display:none}
.list td small{max-width:60vw}
.figures td:nth-child(3){color:var(--soft)}
.time th:nth-child(1){width:36%}
.time th:nth-child(2),.time td:nth-child(2){display:none}
.time th:nth-child(4){width:70px}
.grid th,.grid td{padding-right:8px}
.grid thead th{white-space:normal}
section{border-radius:10px;margin:12px 0}
}
@media(min-width:1500px){body{font-size:16px}table{font-size:15px}}
section:nth-of-type(n+2){content-visibility:auto;contain-intrinsic-size:auto 900px}
@media print{section{content-visibility:visible}}
`;

;// CONCATENATED MODULE: ./build/src/operations/status/page/page.js









function pageOf(status) {
    const drawn = picture(status.components);
    const style = styleOf(drawn.graph);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    const sections = [
        ['now', 'Now', nowSection(status)],
        ['components', 'Components', componentsSection(status, drawn)],
        ['environments', 'Environments', environmentsSection(status)],
        ['trains', 'Trains', trainsSection(status)],
        ['trends', 'Trends', trendsSection(status)],
        ['services', 'Services', servicesSection(status)],
        ['figures', 'Figures', figuresSection(status)],
    ];
    const shown = sections.filter(([, , { text }]) => text !== '');
    const links = shown.map(([id, title]) => html `<li><a href="#${id}">${title}</a></li>`);
    const title = `${brief(status.name, 100)}: release status`;
    const head = html `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${title}</title><link rel="alternate" type="application/atom+xml" title="Releases" href="feed.xml">`;
    const body = html `<header><h1>${brief(status.name, 100)}</h1><p class="lead">Release status, ${moment(status.generatedAt)}</p>
    ${verdict(status)}<nav aria-label="Sections"><ul>${links}</ul></nav>${figureTiles(status)}</header>
    <main>${shown.map(([, , section]) => section)}</main>
    <footer>${watchText(status.watch, status.generatedAt)}<p><a href="status.json">status.json</a> · <a href="badge.json">badge.json</a> · <a href="feed.xml">feed.xml</a></p></footer>`;
    return `<!doctype html><html lang="en"><head>${head.text}<style>${style}</style></head><body>${body.text}</body></html>\n`;
}
function verdict({ ok, components, problems, trains }) {
    const bad = components.filter(({ state }) => state === 'failing' || state === 'drift' || state === 'unknown').length;
    const parts = [
        ...(problems.length > 0 ? [plural(problems.length, 'open problem')] : []),
        ...(bad > 0 ? [plural(bad, 'component wants somebody', 'components want somebody')] : []),
    ];
    const running = trains.open.length > 0 ? `, ${plural(trains.open.length, 'train')} under way` : '';
    const text = ok ? `All is well${running}` : `${parts.join(', ') || 'Not everything is known'}${running}`;
    return html `<p class="verdict ${ok ? 'ok' : 'bad'}"><i aria-hidden="true">${ok ? '✓' : '!'}</i>${text}</p>`;
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/without-addresses.js
const ADDRESSES = new Set([
    'url',
    'runUrl',
    'compareUrl',
    'repository',
    'actor',
    'acknowledgedBy',
    'ref',
]);
const REASONS = new Set(['reason', 'why', 'detail']);
function withoutAddresses({ services, metrics, ...status }) {
    const { repository: _repository, runUrl: _runUrl, ...rest } = without(status);
    return {
        ...rest,
        components: rest.components.map((row) => ({ ...row, repository: '', why: [] })),
        environments: rest.environments.map(({ lock, ...one }) => ({
            ...one,
            ...(lock !== undefined && { lock: 'locked' }),
        })),
        problems: rest.problems.map((problem) => ({ ...problem, text: '' })),
        locks: rest.locks.map(({ name }) => ({ name, text: `${name} is locked.` })),
        unknown: rest.unknown.length === 0 ? [] : ['Something could not be read; the log of the run says what.'],
        metrics,
        ...(services && { services }),
    };
}
function without(value) {
    if (Array.isArray(value))
        return value.map(without);
    if (typeof value !== 'object' || value === null)
        return value;
    const kept = Object.entries(value).filter(([name]) => !ADDRESSES.has(name) && !REASONS.has(name));
    return Object.fromEntries(kept.map(([name, item]) => [name, without(item)]));
}

;// CONCATENATED MODULE: ./build/src/operations/status/page/write-page.js






async function writePage(status, { folder, names, redact }) {
    const shown = names === 'ids' ? withoutAddresses(status) : status;
    const files = {
        'index.html': redact(pageOf(shown)),
        'status.json': redact(`${JSON.stringify(shown)}\n`),
        'badge.json': badgeOf(shown),
        'feed.xml': redact(feedOf(shown)),
        '.nojekyll': '',
    };
    await (0,promises_.mkdir)(folder, { recursive: true });
    await Promise.all(Object.entries(files).map(([name, text]) => (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text)));
}


/***/ })

};
