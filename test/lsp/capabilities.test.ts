import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { serverCapabilities } from '../../server/src/lsp/capabilities.js';
import { clientFeatures } from '../../server/src/lsp/client-features.js';
import { handledRequests } from './handled-requests.js';

describe('what the server says it can do', () => {
  it('is every request that it answers, and no other', () => {
    assert.ok(handledRequests.length > 4, handledRequests.join());
    const features = clientFeatures({ textDocument: { diagnostic: {} } });
    const offered = Object.keys(serverCapabilities(features, [])).filter((name) => name.endsWith('Provider'));
    const handled = handledRequests.map((method) => `${method.slice(method.indexOf('/') + 1)}Provider`);
    assert.deepEqual(offered.toSorted(), handled.toSorted());
  });
});
