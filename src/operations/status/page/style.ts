import { SIGNS } from './looks.ts';

/** Colours by state: text, ground and border of each, readable on either ground. */
const LIGHT = {
  ok: ['#116329', '#dff7e5', '#2da44e'],
  new: ['#0a4fa3', '#e0efff', '#3b8eea'],
  warn: ['#7a4a00', '#fff0c4', '#c98a00'],
  bad: ['#a10e22', '#ffe3e1', '#d1242f'],
  dim: ['#4d5763', '#e9edf1', '#8b949e'],
  seed: ['#5e35b1', '#f1eafc', '#8a63d2'],
} as const;

const DARK = {
  ok: ['#7ee2a0', '#11281b', '#2f9e50'],
  new: ['#8cc4ff', '#10253f', '#3179d6'],
  warn: ['#f0c659', '#2f230a', '#b5820f'],
  bad: ['#ffa7a0', '#38161a', '#ef5350'],
  dim: ['#b4bec9', '#1f262e', '#75808b'],
  seed: ['#ccb2ff', '#271d3c', '#8d6ae0'],
} as const;

type Palette = Readonly<Record<keyof typeof LIGHT, readonly [string, string, string]>>;

const GROUND = {
  light: '--bg:#f6f8fa;--card:#fff;--text:#1b1f24;--soft:#57606a;--rule:#d5dbe1;--link:#0a58ca;--line:#aab4bf',
  dark: '--bg:#0d1117;--card:#151b23;--text:#e9eef4;--soft:#9ba7b4;--rule:#2d353f;--link:#79b8ff;--line:#55606c',
} as const;

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, [text, ground, border]]) => `--${name}:${text};--${name}-g:${ground};--${name}-b:${border}`)
    .join(';');
}

/** A sign is spoken by nobody: the word beside it says the same. */
const LOOKS = Object.entries(SIGNS)
  .map(([name, sign]) => `.${name}{--c:var(--${name});--g:var(--${name}-g);--e:var(--${name}-b);--s:"${sign}"/""}`)
  .join('');

/** A graph that is drawn larger shows no more. */
const MOST_SCALE = 1.3;

/** The page's style. The graph takes the place of the map from a width on at which it can be read. */
export function styleOf(graph: { readonly from: number; readonly width: number } | undefined): string {
  const size = graph && `.graph{width:100%;max-width:${Math.round(graph.width * MOST_SCALE)}px}`;
  const swap = graph && `${size}@media(min-width:${graph.from}px){.graph{display:block}.waves{display:none}}`;
  return `:root{color-scheme:light dark;${GROUND.light};${variables(LIGHT)}}
@media(prefers-color-scheme:dark){:root{${GROUND.dark};${variables(DARK)}}}
${LOOKS}${CSS}${swap ?? ''}`.replace(/\n\s*/g, '');
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
th .b{margin-left:6px}
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
.graph text{fill:var(--c);font-size:13px;font-weight:650}
.graph .note{font-size:11.5px;font-weight:400}
.graph .sign{text-anchor:end;font-weight:800}
.lines path{fill:none;stroke:var(--line);stroke-width:1.6;vector-effect:non-scaling-stroke}
.lines .held{stroke:var(--bad-b);stroke-width:2.4;stroke-dasharray:6 4}
.waves{list-style:none;padding:0;margin:0 0 18px;display:grid;gap:12px}
.waves h3{margin:0 0 6px}
.tiles{list-style:none;padding:0;margin:0;display:grid;gap:5px;grid-template-columns:repeat(auto-fill,minmax(min(100%,136px),1fr))}
.tiles li{display:flex;gap:6px;align-items:baseline;padding:3px 9px;border-radius:7px;background:var(--g);color:var(--c);border:1px solid var(--e);font-size:12.5px;min-width:0}
.tiles .bad,.tiles .warn{border-width:2px;font-weight:650}

table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:7px 10px 7px 0;border-top:1px solid var(--rule);font-weight:400}
thead th{border-top:0;color:var(--soft);font-size:12.5px;white-space:nowrap}
tbody th{font-weight:600}
.list tbody th{min-width:11em}
.list td:nth-child(6) a{white-space:nowrap}
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
th .b::before{content:none}
@media(max-width:640px){
.wide,.list th small{display:none}
.list thead{position:absolute;clip-path:inset(50%)}
.list,.list tbody,.list caption{display:block}
.list tr{display:grid;grid-template-columns:1fr auto;gap:2px 10px;border-top:1px solid var(--rule);padding:7px 0}
.list tr>*{border:0;padding:0}
.list tbody th{min-width:0}
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
@media print{section{break-inside:avoid}}
`;
