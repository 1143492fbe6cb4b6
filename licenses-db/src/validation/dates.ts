/** Dates exist in the calendar and do not lie in the future. */
import type { Path } from '../sources/problems.ts';
import type { Report } from './report.ts';

const DATE_KEYS = new Set(['checked', 'released', 'date']);

export function checkDates(report: Report): void {
  for (const source of Object.values(report.sources).flat()) {
    visitDates(source.data, [], (path, date) => {
      if (!isCalendarDate(date)) report.add(source, path, `${path.join('.')}: there is no ${date}`);
      else if (date > report.today) report.add(source, path, `${path.join('.')}: ${date} lies in the future`);
    });
  }
}

function visitDates(value: unknown, path: Path, tell: (path: Path, date: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (typeof item === 'string' && DATE_KEYS.has(key)) tell(here, item);
    else visitDates(item, here, tell);
  }
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
