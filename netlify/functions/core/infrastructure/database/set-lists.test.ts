import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'

const { rows } = await testDatabase()

const twenty = Array.from({ length: 20 }, () => ({ reps: 8 }))

test.each([
  [true, [{ reps: 8 }]],
  [true, [{ reps: 1 }, { reps: 1000 }]],
  [true, [{ duration: 1 }, { duration: 3600 }]],
  [true, twenty],
  [false, [...twenty, { reps: 8 }]],
  [false, []],
  [false, {}],
  [false, { reps: 8 }],
  [false, 'reps'],
  [false, null],
  [false, [8]],
  [false, [null]],
  [false, [[{ reps: 8 }]]],
  [false, [{}]],
  [false, [{ reps: 8 }, {}]],
  [false, [{ reps: 8 }, 8]],
  [false, [8, { reps: 8, duration: 8 }]],
  [false, [{ reps: 8, duration: 8 }]],
  [false, [{ reps: 8, duration: 8 }, {}]],
  [false, [{ reps: 8 }, { duration: 8 }]],
  [false, [{ duration: 8 }, { reps: 8 }]],
  [false, [{ reps: 0 }]],
  [false, [{ reps: -1 }]],
  [false, [{ reps: 1001 }]],
  [false, [{ reps: 7.5 }]],
  [false, [{ duration: 0 }]],
  [false, [{ duration: 3601 }]],
  [false, [{ duration: 0.5 }]],
  [false, [{ reps: '8' }]],
  [false, [{ reps: null }]],
  [false, [{ reps: true }]],
  [false, [{ reps: [8] }]],
  [false, [{ weight: 8 }]],
  [false, [{ reps: 8, weight: 8 }]],
])('%j: %j', async (expected, sets) => {
  expect(await rows('select app.is_set_list($1::jsonb) as is', [JSON.stringify(sets)])).toEqual([{ is: expected }])
})
