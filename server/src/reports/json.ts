/** The public JSON format; see `docs/cli.md` and `server/schema/report.schema.json`. */
import { jsonText } from '../escape.ts';
import type { Reporter } from './reporter.ts';

export const json: Reporter = ({ report }) => `${jsonText(report)}\n`;
