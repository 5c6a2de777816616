import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { markdownLanguageIds, reportLanguageIds } from '../../server/src/lsp/protocol.js';

describe('the languages of the extension', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

  it('wake it, each that is Markdown', () => {
    const waking = manifest.activationEvents.filter((event: string) => event.startsWith('onLanguage:'));
    assert.deepEqual(
      waking,
      markdownLanguageIds.map((id) => `onLanguage:${id}`),
    );
  });

  it('are those in which a file can be checked', () => {
    const { enablement } = manifest.contributes.commands.find(
      ({ command }: { command: string }) => command === 'plumbline.checkFile',
    );
    assert.equal(enablement, `editorLangId =~ /^(${reportLanguageIds.join('|')})$/`);
  });
});
