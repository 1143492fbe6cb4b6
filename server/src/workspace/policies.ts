/**
 * Which policy is in force where: the nearest `.modelterms.yaml` up the tree, read once and kept until something changes.
 * Locations are strings with `/` as separator, URIs or paths alike.
 */
import { readPolicy } from '../terms/policy/index.ts';
import { EMPTY_POLICY, type Policy } from '../terms/types.ts';
import { foldersUp } from './files.ts';
import { ignoredBy } from './globs.ts';

export const POLICY_FILE = '.modelterms.yaml';

/** Those kept under a name of their own for `--config`, such as `release.modelterms.yaml`, too: the models they name are not used there. */
export const isPolicyFile = (location: string): boolean => location.endsWith(POLICY_FILE);

export interface PolicyInForce {
  readonly policy: Policy;
  /** The file it stands in; absent where there is none. */
  readonly file?: string;
  /** The folder whose files it is about. */
  readonly folder: string;
  /** Whether its `ignore:` covers a file, by its path relative to `folder`. */
  ignores(path: string): boolean;
}

export const NO_POLICY: PolicyInForce = { policy: EMPTY_POLICY, folder: '', ignores: () => false };

export class Policies {
  private readonly byFolder = new Map<string, Promise<PolicyInForce | undefined>>();
  /** While somebody is in the middle of an edit, what the file said before stays in force. */
  private readonly lastGood = new Map<string, Policy>();

  /** `read`: text of a file by its location, undefined where there is none. */
  constructor(private readonly read: (location: string) => Promise<string | undefined>) {}

  /** For a file under `top`, which is as far up as is looked; none for files elsewhere. */
  async nearest(file: string, top: string | undefined): Promise<PolicyInForce> {
    for (const folder of top === undefined ? [] : foldersUp(file, top)) {
      const found = await this.inFolder(folder);
      if (found) return found;
    }
    return NO_POLICY;
  }

  /** What one file says of the files in `folder`; undefined where there is no such file. */
  async from(file: string, folder: string): Promise<PolicyInForce | undefined> {
    const text = await this.read(file);
    if (text === undefined) return undefined;
    const { policy: written, usable } = readPolicy(text);
    if (usable) this.lastGood.set(file, written);
    const policy = usable ? written : (this.lastGood.get(file) ?? written);
    return { policy, file, folder, ignores: ignoredBy(policy.ignore) };
  }

  forget(): void {
    this.byFolder.clear();
  }

  private inFolder(folder: string): Promise<PolicyInForce | undefined> {
    let policy = this.byFolder.get(folder);
    if (!policy) {
      policy = this.from(`${folder}/${POLICY_FILE}`, folder);
      this.byFolder.set(folder, policy);
    }
    return policy;
  }
}
