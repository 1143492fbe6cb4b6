import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnostics, found, hover, rangeOf, showUntitled } from './support.ts';

/** Ids that try to become more than text, as they stand in a JSON string. */
const HOSTILE: Record<string, string> = {
  'a command link': '[x](command:workbench.action.quit)',
  'a command link in a name': 'acme/[x](command:workbench.action.quit)',
  'an image': '<img src=x>',
  'an image in a known name': 'meta-llama/Llama-3.1-8B<img src=x onerror=alert(1)>',
  'back-ticks': 'acme/`code`-7b',
  'an icon': 'acme/$(alert)-7b',
  'ten thousand characters': `acme/${'x'.repeat(10_000)}`,
  'control characters': 'acme/\\u0000\\u001b[31mred-7b',
  'writing from right to left': 'acme/\\u202e\\u2066txt.exe-7b',
};
/** Control characters besides tab and line ends, and marks that turn the direction of writing. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

suite('a hostile id', () => {
  teardown(closeAll);

  for (const [name, id] of Object.entries(HOSTILE)) {
    test(`stays text: ${name}`, async () => {
      // the second reference shows when the first has been looked at
      const text = `{ "model": "${id}", "other": { "model": "mistralai/Mistral-Large-Instruct-2407" } }`;
      const { document } = await showUntitled('json', text);
      await diagnostics(document.uri);
      for (const { message } of found(document.uri)) {
        assert.doesNotMatch(message, HIDDEN);
        assert.ok(message.length < 1000);
      }
      for (const content of await hover(document.uri, rangeOf(document, id))) {
        assert.ok(!content.isTrusted && !content.supportHtml);
        assert.doesNotMatch(content.value, HIDDEN);
        const html = await vscode.commands.executeCommand<string>('markdown.api.render', content.value);
        assert.doesNotMatch(html, /<a [^>]*href="command:|<img|<script/i);
      }
    });
  }
});
