/**
 * Pages that open inside VS Code, read-only, as a Markdown preview: the rules' pages that ship with the extension, where
 * diagnostics link to, and licence cards. `package.json` associates this scheme with the preview.
 */
import * as vscode from 'vscode';

export const SCHEME = 'modelterms';
/** Address of the rules' pages, to which a rule's id is appended. */
export const RULE_PAGES = `${SCHEME}:/rules/`;

const RULE = /^\/rules\/([a-z][a-z-]*)(?:\.md)?$/;
const CARDS = '/cards/';
const TITLE_LENGTH = 60;

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly cards = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly extension: vscode.Uri) {
    this.disposables = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.cards.delete(uri.path);
      }),
    ];
  }

  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    const rule = RULE.exec(path)?.[1];
    if (rule === undefined) {
      return this.cards.get(path) ?? vscode.l10n.t('This licence card is no longer up to date. Ask for it again.');
    }
    try {
      const file = vscode.Uri.joinPath(this.extension, 'docs/rules', `${rule}.md`);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return vscode.l10n.t('There is no page for the rule {0}.', rule);
    }
  }

  /** Shows a card. `title`: the reference as written; only what is harmless of it becomes the tab's name. */
  async showCard(title: string, markdown: string): Promise<void> {
    const path = CARDS + title.slice(0, TITLE_LENGTH).replace(/[^\w.:-]+/g, ' ');
    const uri = vscode.Uri.from({ scheme: SCHEME, path });
    this.cards.set(path, markdown);
    this.changed.fire(uri);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}
