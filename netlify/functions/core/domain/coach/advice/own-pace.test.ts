import { expect, it } from 'vitest'
import { libraryOfRungs, rung } from '#tests/support/coach.js'
import { idOf } from '#tests/support/ids.js'
import { atOwnPace } from './own-pace.js'

const [dip, row] = [rung('dip', 2), rung('row', 2, { tempo: '3-0-1-0', restSeconds: 60 })]
const library = libraryOfRungs(dip, row)
const pace = (slug: string, tempo: string | null, restSeconds: number | null) => ({
  exerciseId: idOf.exercise(slug),
  tempo,
  restSeconds,
})

it('puts the tempo and the rests of the athlete in the place of those of the library', () => {
  const own = atOwnPace(library, [pace('dip', '5-0-1-0', null), pace('row', null, 30), pace('unknown', null, 1)])
  expect(own.get(dip.id)).toEqual({ ...dip, tempo: '5-0-1-0' })
  expect(own.get(row.id)).toEqual({ ...row, restSeconds: 30 })
  expect(own.size).toBe(2)
  expect(library.get(dip.id)).toEqual(dip)
})

it('is the library itself when the athlete has no pace of their own', () => {
  expect(atOwnPace(library, [])).toBe(library)
})
