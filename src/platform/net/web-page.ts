/** The beginning of a web page. Many small servers declare plain words as text/html, so the body decides. */
export const WEB_PAGE = /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i;
