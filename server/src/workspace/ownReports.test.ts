import { expect, it } from 'vitest';
import { isOwnReport, REPORT_MARK } from './ownReports.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);

it.each<[string, boolean, string]>([
  ['a Markdown report', true, `${REPORT_MARK}\n\n# AI models in this project\n`],
  ['a README', false, `# AI models\n\n${REPORT_MARK}\n`],
  ['a JSON report', true, json({ schema: '1', tool: { name: 'modelterms', version: '1' }, references: [] })],
  [
    'SARIF',
    true,
    json({ $schema: 'https://x/sarif.json', version: '2.1.0', runs: [{ tool: { driver: { name: 'modelterms' } } }] }),
  ],
  [
    'CycloneDX',
    true,
    json({
      bomFormat: 'CycloneDX',
      metadata: { tools: { components: [{ type: 'application', name: 'modelterms' }] } },
    }),
  ],
  ['the report of another tool', false, json({ tool: { name: 'another' }, models: ['modelterms'] })],
  ['a package of that name', false, json({ name: 'modelterms', tool: { model: 'a/b' } })],
])('%s: %s', (_, is, text) => expect(isOwnReport(text)).toBe(is));
