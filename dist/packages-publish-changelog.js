export const id = 4901;
export const ids = [4901];
export const modules = {

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ changelogSection),
/* harmony export */   i: () => (/* binding */ withSection)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6292);

/** What a changelog says under the heading of a version (`## 1.2.3`, `## [v1.2.3] - date`); undefined where it has none. */
function changelogSection(changelog, version) {
    const lines = changelog.split(/\r?\n/);
    const start = lines.findIndex((line) => headingVersion(line) === version);
    if (start < 0)
        return undefined;
    const level = levelOf(lines[start] ?? '');
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
    return rest
        .slice(0, end < 0 ? undefined : end)
        .join('\n')
        .trim();
}
/** The changelog with a section for this version on top; one that has the version already is left as it is. */
function withSection(changelog, { version, date, changes }) {
    if (changelogSection(changelog, version) !== undefined)
        return changelog;
    const newline = changelog.includes('\r\n') ? '\r\n' : '\n';
    const items = changes.map(({ subject, commit }) => `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(subject)} (${commit.slice(0, 9)})`);
    const section = [`## ${version} (${date})`, '', ...(items.length > 0 ? items : ['- No changes.']), ''];
    const text = changelog.trim() === '' ? `# Changelog${newline}` : changelog;
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => levelOf(line) === 2);
    if (first >= 0)
        return [...lines.slice(0, first), ...section, ...lines.slice(first)].join(newline);
    return [...lines.join('\n').trimEnd().split('\n'), '', ...section].join(newline);
}
function levelOf(line) {
    return /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}
function headingVersion(line) {
    return /^#{1,6}\s+(?:\S+@|\[)?v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*?)\]?(?:[\s(].*)?$/.exec(line)?.[1];
}


/***/ })

};
