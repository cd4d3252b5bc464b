/** The names that GitHub puts into quotes or brackets: `Unexpected inputs provided: ["foo"]`, `Required input 'version' not provided`. */
export function named(said: string): string {
  const names = [...said.matchAll(/["'`]([A-Za-z_][\w-]*)["'`]/g)].map((match) => match[1]);
  return names.length > 0 ? ` ${names.join(', ')}` : '';
}

/** GitHub names the rule on a line of its own: `Cannot create ref due to creations being restricted.` */
export function ruleIn(said: string): string {
  const rule = said
    .split(/\\n|\n/)
    .find((line) => /^(Cannot|Changes must|Commits must|Required|This branch)/.test(line.trim()));
  return rule === undefined ? '' : ` (${rule.trim().replace(/\.$/, '')})`;
}

/** GitHub says where: `failed to parse workflow: (Line: 3, Col: 5): Unexpected value`. */
export function placeIn(said: string): string {
  const [, line, column] = /line:?\s*(\d+),\s*col(?:umn)?:?\s*(\d+)/i.exec(said) ?? [];
  return line === undefined ? '' : ` (line ${line}, column ${column})`;
}
