/** The language status item: how many references the document has, the worst finding, and whether the server is well. */
import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import type { PlainSeverity, StatusParams } from '../../server/src/features/protocol.ts';
import type { Session, State } from './session.ts';

export class Status implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;
  private readonly byUri = new Map<string, StatusParams>();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly session: Session) {
    this.item = vscode.languages.createLanguageStatusItem('modelterms.status', []);
    this.item.name = 'ModelTerms';
    this.disposables = [
      this.item,
      session.onDidChangeState(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.byUri.delete(uri.toString())),
    ];
    this.show();
  }

  /** The documents the item stands beside. */
  set selector(selector: DocumentSelector) {
    this.item.selector = selector as vscode.DocumentSelector;
  }

  /** What the server last said of a document. */
  update(status: StatusParams): void {
    this.byUri.set(vscode.Uri.parse(status.uri).toString(), status);
    this.show();
  }

  /** What the item says now. */
  get shown(): Readonly<Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'>> {
    return this.item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.byUri.get(uri);
    Object.assign(this.item, { busy: false, detail: undefined, severity: vscode.LanguageStatusSeverity.Information });
    Object.assign(this.item, VIEWS[this.session.state.kind](this.session.state, status));
  }
}

type View = Partial<vscode.LanguageStatusItem>;

const VIEWS: { [K in State['kind']]: (state: State, status: StatusParams | undefined) => View } = {
  starting: () => ({ text: vscode.l10n.t('Starting ModelTerms…'), busy: true, command: showOutput() }),
  running: (_, status) => (status ? ofDocument(status) : { text: 'ModelTerms', command: showOutput() }),
  failed: (state) => ({
    text: vscode.l10n.t('ModelTerms has stopped'),
    detail: state.kind === 'failed' ? state.reason : '',
    severity: vscode.LanguageStatusSeverity.Error,
    command: { title: vscode.l10n.t('Restart'), command: 'modelterms.restartServer' },
  }),
};

function ofDocument({ references, worst }: StatusParams): View {
  return {
    text: references === 1 ? vscode.l10n.t('1 model reference') : vscode.l10n.t('{0} model references', references),
    detail: worst === null ? vscode.l10n.t('nothing to note') : worstText(worst),
    ...(worst === 'error' || worst === 'warning' ? { severity: vscode.LanguageStatusSeverity.Warning } : {}),
    command: { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
  };
}

function worstText(worst: PlainSeverity): string {
  switch (worst) {
    case 'error':
      return vscode.l10n.t('at worst an error');
    case 'warning':
      return vscode.l10n.t('at worst a warning');
    case 'information':
      return vscode.l10n.t('at worst a note');
    case 'hint':
      return vscode.l10n.t('at worst a hint');
  }
}

const showOutput = (): vscode.Command => ({
  title: vscode.l10n.t('Show Output'),
  command: 'modelterms.showOutput',
});
