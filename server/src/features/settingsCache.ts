/** The client's settings, per resource; asked for when first needed and again after a change. */
import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../workspace/settings.ts';
import { SETTINGS_SECTION } from './protocol.ts';

export class SettingsCache {
  private readonly byUri = new Map<string, Promise<Settings>>();
  /** What a client that cannot be asked has sent of its own accord. */
  private sent: Settings = DEFAULT_SETTINGS;

  /** `asks`: whether the client answers `workspace/configuration`. */
  constructor(
    private readonly connection: Connection,
    private readonly asks: boolean,
  ) {}

  of(uri: string): Promise<Settings> {
    if (!this.asks) return Promise.resolve(this.sent);
    let settings = this.byUri.get(uri);
    if (!settings) {
      settings = this.connection.workspace
        .getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
        .then(readSettings, () => DEFAULT_SETTINGS);
      this.byUri.set(uri, settings);
    }
    return settings;
  }

  /** `settings`: what came with `workspace/didChangeConfiguration`; often nothing. */
  changed(settings: unknown): void {
    this.byUri.clear();
    const section = (settings as Record<string, unknown> | null | undefined)?.[SETTINGS_SECTION];
    if (!this.asks && section !== undefined) this.sent = readSettings(section);
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
