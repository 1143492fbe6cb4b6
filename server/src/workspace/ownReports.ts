/**
 * Reports that ModelTerms wrote. Kept in the project, they name every model of it; read as places that use these, they would keep
 * a model in the inventory that the project has long given up.
 */

/** First line of a Markdown report. */
export const REPORT_MARK = '<!-- modelterms report -->';

/** Characters from the start within which every format names its tool. */
const HEAD = 1000;
/** JSON, SARIF and CycloneDX: `"tool": {"name": …`, `"tool": {"driver": {"name": …`, `"tools": {"components": [{… "name": …`. */
const TOOL =
  /"tools?"\s*:[^"]{1,20}(?:"(?:driver|components)"\s*:[^"]{1,40}(?:"type"\s*:\s*"application"\s*,\s*)?)?"name"\s*:\s*"modelterms"/;

export function isOwnReport(text: string): boolean {
  if (text.startsWith(REPORT_MARK)) return true;
  return text.startsWith('{') && TOOL.test(text.slice(0, HEAD));
}
