/** `modelterms check [PATH…]`: every reference under the paths, weighed and reported. */
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createColors } from 'picocolors';
import type { CheckedDocument, CheckedReference } from '../engine.ts';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { formatOfDocument, mayHoldInBytes } from '../references/index.ts';
import { fixesOf, type ProposedFix } from '../reports/fixes.ts';
import { INVENTORIES, REPORTERS, type ReportFormat } from '../reports/index.ts';
import { Inventory } from '../reports/inventory.ts';
import {
  type Entry,
  entriesOf,
  REPORT_SCHEMA,
  type ReportedRemark,
  type ReportedSkip,
  remarksOf,
} from '../reports/report.ts';
import { type Finished, WITH_FIXES, WITH_INVENTORY } from '../reports/reporter.ts';
import type { Assessment, Policy, Severity } from '../terms/types.ts';
import { looksBinary, SNIFFED_BYTES } from '../workspace/binaries.ts';
import { CreatedNames } from '../workspace/createdNames.ts';
import { discover, repositoryOf } from '../workspace/discovery.ts';
import { FileReader } from '../workspace/fileReader.ts';
import { isPolicyFile, Policies, type PolicyInForce } from '../workspace/policies.ts';
import { ProjectWordsOnDemand } from '../workspace/projectWords.ts';
import { ShownWords, wordsToShow } from '../workspace/shownWords.ts';
import { Tally } from '../workspace/tally.ts';
import { EXIT, type Io, reasonOf, UsageError } from './io.ts';
import { configuredPolicy, readIfThere, slashed } from './paths.ts';
import { policyRemarks } from './policyRemarks.ts';

export const FAIL_LEVELS = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

export interface CheckOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailLevel;
  /** A policy file to use for everything, in place of the nearest. */
  readonly config?: string;
  readonly explain: boolean;
  readonly includeCommented: boolean;
  /** About models rather than places: `modelterms report`. */
  readonly inventory?: boolean;
}

/** Severities from a level up. */
const AT_OR_OVER: Readonly<Record<FailLevel, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  information: ['error', 'warning', 'information'],
  never: [],
};

export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const run = new Run(options, io);
  for (const given of paths.length > 0 ? paths : ['.']) await run.add(given, paths.length > 1);
  const finished = await run.finish();
  const written = (options.inventory ? INVENTORIES : REPORTERS)[options.format](finished);
  if (options.output === undefined) io.out(written);
  else write(options.output, written, io);
  const failing = AT_OR_OVER[options.failOn].some((severity) => finished.tally.findings[severity] > 0);
  return failing ? EXIT.findings : EXIT.clean;
}

/** One check under way: what was found so far, and what the folders' policies say. */
class Run {
  private readonly tally = new Tally();
  private readonly entries: Entry[] = [];
  private readonly remarks: ReportedRemark[] = [];
  private readonly skipped: ReportedSkip[] = [];
  private readonly inventory = new Inventory();
  /** Where paths overlap, a file counts once. */
  private readonly seen = new Set<string>();
  private readonly policies = new Policies(async (file) => readIfThere(file));
  private readonly words = new ProjectWordsOnDemand(readIfThere);
  private readonly created = new CreatedNames(locationsBelow, async (file) => readIfThere(file));
  private readonly shown = new ShownWords(
    locationsBelow,
    async (file) => readIfThere(file),
    () => wordsToShow(this.io.engine().database),
  );
  private readonly reader = new FileReader();
  /** Where the report goes, absolute. */
  private readonly output: string | undefined;
  private readonly config: PolicyInForce | undefined;
  /** Policy files in force somewhere, by where they lie. */
  private readonly inForce = new Map<string, PolicyInForce>();
  /** Policy files that were found below a path, so that every file they are about was looked at. */
  private readonly whole = new Set<string>();
  /** What exceptions took away, for telling which of them nothing needs. */
  private readonly silencing: Pick<Assessment, 'suppressed'>[] = [];

  constructor(
    private readonly options: CheckOptions,
    private readonly io: Io,
  ) {
    if (options.output !== undefined) this.output = path.resolve(io.cwd, options.output);
    if (options.config !== undefined) this.config = configuredPolicy(options.config, io);
  }

  /** Checks a file or folder. `overlapping`: others may hold the same files. */
  async add(given: string, overlapping: boolean): Promise<void> {
    const root = path.resolve(this.io.cwd, given);
    const top = slashed(this.topFor(root));
    const found = discover(root);
    for (;;) {
      const next = this.step(found, given);
      if (next.done) return;
      const entry = next.value;
      if (overlapping && this.seen.size === this.seen.add(entry.path).size) continue;
      // what an earlier run left there
      if (entry.path === this.output) continue;
      if ('skipped' in entry) this.skip(entry.path, entry.skipped);
      else await this.checkFile(entry.path, top, entry.path !== root);
    }
  }

  async finish(): Promise<Finished> {
    const { colors, columns, cwd, engine, rulePage, version } = this.io;
    const { explain, output } = this.options;
    await this.tellOfPolicies();
    this.tally.skipped = this.skipped.length;
    return {
      report: {
        schema: REPORT_SCHEMA,
        tool: { name: 'modelterms', version, database: engine().database.date },
        files: { scanned: this.tally.files, skipped: this.skipped },
        references: this.entries.map(({ reference }) => reference),
        ...(this.remarks.length > 0 ? { findings: this.remarks } : {}),
      },
      entries: this.entries,
      tally: this.tally,
      inventory: this.inventory,
      project: path.basename(cwd) || cwd,
      rulePage,
      colors: createColors(colors && output === undefined),
      ...(columns !== undefined && output === undefined ? { columns } : {}),
      explain,
    };
  }

  private step(found: ReturnType<typeof discover>, given: string) {
    try {
      return found.next();
    } catch (error) {
      throw new UsageError(t('cannot read {0}: {1}', visible(given), reasonOf(error)));
    }
  }

  /** How far up policies and notices are looked for: the repository, or else the working directory, or the path itself. */
  private topFor(root: string): string {
    const folder = statSync(root, { throwIfNoEntry: false })?.isDirectory() ? root : path.dirname(root);
    const { cwd } = this.io;
    return repositoryOf(folder) ?? (folder === cwd || folder.startsWith(cwd + path.sep) ? cwd : folder);
  }

  /** `below`: found in a folder, not named itself. */
  private async checkFile(full: string, top: string, below: boolean): Promise<void> {
    const location = slashed(full);
    let bytes: Buffer;
    try {
      bytes = this.bytesOf(full, location);
    } catch (error) {
      this.skip(full, reasonOf(error));
      return;
    }
    if (looksBinary(bytes)) {
      this.skip(full, t('not a text'));
      return;
    }
    this.tally.files++;
    const inForce = this.config ?? (await this.policies.nearest(location, top));
    if (inForce.file !== undefined) this.inForce.set(inForce.file, inForce);
    if (isPolicyFile(location)) {
      if (below) this.whole.add(location);
      return;
    }
    // Most files are done with here, before they are decoded.
    if (!mayHoldInBytes(location, bytes) || inForce.ignores(location.slice(inForce.folder.length + 1))) return;
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const file = this.fileName(full);
    const checked = this.io.engine().check(
      // what is above the working directory does not help to tell what a file is
      { path: file.replace(/^(?:\.\.\/)+/, ''), text },
      {
        policy: inForce.policy,
        today: this.io.today,
        workspace: {
          ...this.words.around(location, top),
          ...(await this.created.around(location, top)),
          ...(await this.shown.around(top, inForce.policy.usage)),
        },
        includeCommented: this.options.includeCommented,
      },
    );
    if (checked.notice !== undefined) this.skipped.push({ path: file, reason: checked.notice });
    const { references, remarks } = checked;
    if (references.length > 0) {
      const fixesFor = (reference: CheckedReference) => this.fixesFor(reference, checked.format, inForce.policy);
      this.addReferences(entriesOf(file, text, checked, this.options.explain, fixesFor), references);
    }
    if (remarks.length > 0) {
      this.addRemarks(
        remarksOf(
          file,
          text,
          remarks.map(({ finding, span }) => ({ ...finding, span })),
        ),
      );
    }
  }

  /** A file's bytes; of one in no syntax that is read, a part that tells whether it is a text. */
  private bytesOf(full: string, location: string): Buffer {
    const isRead = (text: string) => isPolicyFile(location) || formatOfDocument({ path: location, text }) !== undefined;
    if (isRead('')) return this.reader.read(full);
    const head = this.reader.read(full, SNIFFED_BYTES);
    return isRead(head.toString('latin1')) ? this.reader.read(full) : head;
  }

  private fixesFor(reference: CheckedReference, format: CheckedDocument['format'], policy: Policy): ProposedFix[] {
    if (reference.findings.length === 0 || !WITH_FIXES.has(this.options.format)) return [];
    return fixesOf(reference, format, this.io.engine().suggest(reference, { policy, limit: 3 }));
  }

  private addReferences(entries: readonly Entry[], references: CheckedDocument['references']): void {
    const { format, inventory = false } = this.options;
    const counted = inventory || WITH_INVENTORY.has(format);
    for (const [i, { reference }] of entries.entries()) {
      this.tally.references++;
      this.tally.count(reference.findings);
      const checked = references[i];
      if (counted && checked) this.inventory.add(reference, checked);
    }
    this.entries.push(...entries);
    for (const { assessment } of references) {
      const { suppressed } = assessment;
      if (suppressed.length > 0) this.silencing.push({ suppressed });
    }
  }

  private addRemarks(remarks: readonly ReportedRemark[]): void {
    for (const remark of remarks) this.tally.count([remark]);
    this.remarks.push(...remarks);
  }

  private async tellOfPolicies(): Promise<void> {
    for (const [file, { policy }] of this.inForce) {
      const text = readIfThere(file) ?? '';
      const all = this.whole.has(file) ? this.silencing : undefined;
      const name = this.fileName(path.resolve(file));
      this.addRemarks(remarksOf(name, text, policyRemarks(text, policy, all, this.io.today)));
    }
  }

  private skip(full: string, reason: string): void {
    this.skipped.push({ path: this.fileName(full), reason });
  }

  /** As reports name a file: relative to the working directory. */
  private readonly fileName = (full: string): string => slashed(path.relative(this.io.cwd, full)) || '.';
}

function* locationsBelow(folder: string): Generator<string> {
  for (const entry of discover(folder)) if (!('skipped' in entry)) yield slashed(entry.path);
}

function write(file: string, text: string, { cwd }: Io): void {
  try {
    writeFileSync(path.resolve(cwd, file), text);
  } catch (error) {
    throw new UsageError(t('cannot write {0}: {1}', visible(file), reasonOf(error)));
  }
}
