import assert from 'node:assert/strict';
import { RestartLimit } from '../../client/src/restart-limit.js';

describe('the limit of restarts', () => {
  it('bears four ends in three minutes, not five', () => {
    const limit = new RestartLimit(4, 180_000);
    assert.deepEqual(
      [0, 1, 2, 3, 180_000].map((now) => limit.allowsAt(now)),
      [true, true, true, true, false],
    );
  });

  it('forgets an end after three minutes', () => {
    const limit = new RestartLimit(4, 180_000);
    assert.deepEqual(
      [0, 1, 2, 3, 180_001, 180_002].map((now) => limit.allowsAt(now)),
      [true, true, true, true, true, true],
    );
  });

  it('begins anew when the writer has restarted by hand', () => {
    const limit = new RestartLimit(1, 1000);
    assert.deepEqual(
      [0, 1, 2, 3].map((now) => limit.allowsAt(now)),
      [true, false, true, false],
    );
  });
});
