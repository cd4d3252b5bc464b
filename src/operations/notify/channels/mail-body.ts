import { withoutBidi } from '../../../platform/text/bidi.ts';
import type { Message } from '../../../train/telling/message.ts';
import type { ComponentLine } from '../../../train/telling/overview.ts';
import {
  COLOURS,
  componentLine,
  factLine,
  headline,
  links,
  listedComponents,
  nextSteps,
  shownFacts,
  statusWord,
  trainLine,
} from '../fact-words.ts';

const MOST_FACTS = 20;
const SENDER = 'Sent by release-actions. The rules of notifications say who is told.';

/** The mail for those who read plain text. */
export function mailText(message: Message): string {
  const { overview } = message;
  const { shown, more } = shownFacts(message, MOST_FACTS);
  const sections = [
    headline(message),
    ...(overview ? [trainLine(overview)] : []),
    [...shown.map(factLine), more].filter(Boolean).join('\n'),
    ...nextSteps(message).map((step) => `What to do: ${step}`),
    ...(overview
      ? [
          listedComponents(message)
            .map((line) => `- ${componentLine(line)}`)
            .join('\n'),
        ]
      : []),
    links(message)
      .map(({ label, url }) => `${label}: ${url}`)
      .join('\n'),
    `--\n${SENDER}`,
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Colours for those who read in the dark; what is inline is for mail programs that drop style sheets. */
const STYLE = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .card { background: #0d1117 !important; color: #e6edf3 !important; }
  .card { border-left-color: #30363d !important; border-right-color: #30363d !important; border-bottom-color: #30363d !important; }
  .cell { border-color: #30363d !important; }
  .quiet { color: #9198a1 !important; }
  .link { color: #4493f8 !important; }
  .button { background: #238636 !important; color: #ffffff !important; }
}`;

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif";

/** The mail as HTML: styles inline, nothing loaded, every text escaped. */
export function mailHtml(message: Message): string {
  const { overview, severity } = message;
  const { shown, more } = shownFacts(message, MOST_FACTS);
  const facts = [...shown.map(factLine), ...(more ? [more] : [])];
  const parts = [
    `<h1 style="margin:0 0 8px;font-size:18px;line-height:1.4">${escapeHtml(headline(message))}</h1>`,
    ...(overview
      ? [`<p class="quiet" style="margin:0 0 16px;color:#59636e">${escapeHtml(trainLine(overview))}</p>`]
      : []),
    ...facts.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`),
    ...nextSteps(message).map((step) => `<p style="margin:16px 0 0"><b>What to do:</b> ${escapeHtml(step)}</p>`),
    buttons(message),
    ...(overview && overview.components.length > 0 ? [componentTable(listedComponents(message))] : []),
    `<p class="quiet" style="margin:24px 0 0;font-size:12px;color:#59636e">${SENDER}</p>`,
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(headline(message))}</title><style>${STYLE}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#f6f8fa;color:#1f2328;${FONT};font-size:14px;line-height:1.5">
<div class="card" style="max-width:640px;margin:0 auto;padding:24px;background:#ffffff;color:#1f2328;border:1px solid #d1d9e0;border-top:4px solid ${COLOURS[severity]};border-radius:6px;overflow-wrap:anywhere">
${parts.join('\n')}
</div></body></html>
`;
}

function buttons(message: Message): string {
  const [first, ...others] = links(message);
  if (!first) return '';
  const button = `<a class="button" href="${escapeHtml(first.url)}" style="display:inline-block;padding:8px 16px;background:#1f883d;color:#ffffff;border-radius:6px;margin-right:12px;text-decoration:none;font-weight:600">${escapeHtml(first.label)}</a>`;
  const rest = others.map(
    ({ label, url }) =>
      `<a class="link" href="${escapeHtml(url)}" style="display:inline-block;padding:8px 16px 8px 0;color:#0969da">${escapeHtml(label)}</a>`,
  );
  return `<p style="margin:16px 0">${[button, ...rest].join(' ')}</p>`;
}

/** A row of short things a component, and below it its reason: most of these mails are read on a phone. */
function componentTable(components: readonly ComponentLine[]): string {
  const cell = (html: string) =>
    `<td class="cell" style="padding:6px 12px 0 0;border-top:1px solid #d1d9e0;vertical-align:top;overflow-wrap:normal">${html}</td>`;
  const rows = components.map((line) => {
    const { id, version, previousVersion, reason = '', url } = line;
    const name =
      url && /^https?:/.test(url)
        ? `<a class="link" href="${escapeHtml(url)}" style="color:#0969da">${escapeHtml(id)}</a>`
        : escapeHtml(id);
    const step = [previousVersion, version].filter(Boolean).join(' →\u00a0');
    const why = `<tr><td class="quiet" colspan="3" style="padding:0 12px 6px 0;color:#59636e">${escapeHtml(reason)}</td></tr>`;
    return `<tr>${cell(name)}${cell(escapeHtml(step))}${cell(escapeHtml(statusWord(line)))}</tr>${why}`;
  });
  return `<table role="presentation" style="width:100%;margin:16px 0 0;border-collapse:collapse;font-size:13px">${rows.join('')}</table>`;
}

function escapeHtml(text: string): string {
  const flat = withoutBidi(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return flat
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
