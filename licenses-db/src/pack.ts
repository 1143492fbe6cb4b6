/** Packs entries for the compiled database; `compiled.ts` says how and unpacks them. */
import type { Packed } from './compiled.ts';

/** Shorter parts are written out: a reference would save nothing. */
const MIN_SHARED_LENGTH = 12;

/** Gathers shapes and shared parts over everything that is packed. */
export class Packer {
  readonly shapes: string[][] = [[]];
  readonly shared: Packed[] = [];
  private readonly shapeNumbers = new Map<string, number>();
  private readonly sharedNumbers = new Map<string, number>();
  private readonly counts = new Map<string, number>();

  /** `everything`: all that will be packed, so that what occurs more than once is known beforehand. */
  constructor(everything: unknown) {
    this.count(everything);
  }

  pack(value: unknown): Packed {
    const text = worthSharing(value);
    if (text === undefined || (this.counts.get(text) ?? 0) < 2) return this.writeOut(value);
    let number = this.sharedNumbers.get(text);
    if (number === undefined) {
      const packed = this.writeOut(value);
      number = this.shared.push(packed) - 1;
      this.sharedNumbers.set(text, number);
    }
    return -number - 1;
  }

  private writeOut(value: unknown): Packed {
    if (Array.isArray(value)) return [0, ...value.map((item) => this.pack(item))];
    if (typeof value === 'object' && value !== null) {
      const entries = entriesOf(value);
      return [this.shape(entries.map(([key]) => key)), ...entries.map(([, item]) => this.pack(item))];
    }
    if (typeof value === 'number' && value < 0) throw new Error(`a negative number cannot be packed: ${value}`);
    return value as Packed;
  }

  private shape(keys: string[]): number {
    const name = JSON.stringify(keys);
    let number = this.shapeNumbers.get(name);
    if (number === undefined) {
      number = this.shapes.push(keys) - 1;
      this.shapeNumbers.set(name, number);
    }
    return number;
  }

  private count(value: unknown): void {
    const text = worthSharing(value);
    if (text !== undefined) {
      const count = (this.counts.get(text) ?? 0) + 1;
      this.counts.set(text, count);
      // the parts of what is shared are written once
      if (count > 1) return;
    }
    if (Array.isArray(value)) for (const item of value) this.count(item);
    else if (typeof value === 'object' && value !== null) for (const [, item] of entriesOf(value)) this.count(item);
  }
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function worthSharing(value: unknown): string | undefined {
  if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return undefined;
  const text = JSON.stringify(value);
  return text.length >= MIN_SHARED_LENGTH ? text : undefined;
}
