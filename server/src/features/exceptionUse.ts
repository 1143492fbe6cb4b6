/**
 * Which exceptions of the policy files nothing needs: known after a check of the whole workspace, and until a document that
 * is worked on needs one. An exception is the same as long as it says the same, wherever in its file it stands.
 */
import type { Policy, PolicyException } from '../terms/types.ts';

const keyOf = (file: string, { span: _span, ...exception }: PolicyException): string =>
  JSON.stringify([file, exception]);

export class ExceptionUse {
  private unused = new Set<string>();

  /** `inForce`: every policy by its file; `used`: what `keysUsed` gave. */
  checked(inForce: ReadonlyMap<string, Policy>, used: ReadonlySet<string>): void {
    const all = [...inForce].flatMap(([file, { exceptions }]) => exceptions.map((one) => keyOf(file, one)));
    this.unused = new Set(all.filter((key) => !used.has(key)));
  }

  /** What the exceptions are known by that had something to silence. */
  keysUsed(file: string | undefined, used: Iterable<PolicyException>): readonly string[] {
    return file === undefined ? [] : [...used].map((exception) => keyOf(file, exception));
  }

  /** A document needs these. */
  needed(keys: Iterable<string>): void {
    for (const key of keys) this.unused.delete(key);
  }

  /** Those of a policy that nothing needs. */
  unusedOf(file: string, { exceptions }: Policy): readonly PolicyException[] {
    return this.unused.size === 0 ? [] : exceptions.filter((one) => this.unused.has(keyOf(file, one)));
  }
}
