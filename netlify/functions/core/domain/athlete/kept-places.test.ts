import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Equipment } from '#domain/library/vocabulary.js'
import { idsFrom } from '#domain/values/id.schema.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { keptPlaces } from './kept-places.js'
import { type GivenPlace, GivenPlaces, type Place } from './place.schema.js'

const park: Place = { id: idOf.place(1), name: 'Park', equipment: ['low-bar'] }
const gym: Place = { id: idOf.place(2), name: 'Gym', equipment: ['rings'] }

function kept(given: readonly GivenPlace[], known: readonly Place[]): Place[] {
  let next = 100
  return keptPlaces(
    given,
    known,
    idsFrom(() => uuid(next++)),
  )
}

describe('keptPlaces', () => {
  test('knows a place by its name, whatever its capitals and the spaces around it', () => {
    expect(kept([{ name: ' PARK', equipment: [] }], [park, gym])).toEqual([
      { id: park.id, name: ' PARK', equipment: [] },
    ])
  })

  test('lets a place that is named by its id have another name', () => {
    expect(kept([{ ...park, name: 'Beach' }], [park, gym])).toEqual([{ ...park, name: 'Beach' }])
  })

  test('gives a new place of a former name an id of its own', () => {
    const places = kept(
      [
        { ...park, name: 'Gym' },
        { name: 'Park', equipment: [] },
      ],
      [park, gym],
    )
    expect(places.map(({ id, name }) => [id, name])).toEqual([
      [park.id, 'Gym'],
      [uuid(100), 'Park'],
    ])
  })

  test('takes the id that a client has chosen', () => {
    expect(kept([{ id: idOf.place(9), name: 'Hotel', equipment: [] }], [])).toMatchObject([{ id: uuid(9) }])
  })
})

const nothing = fc.constant<Equipment[]>([])
const name = fc.constantFrom('Park', 'park', 'Gym', 'Hotel', 'Beach')
const id = fc.constantFrom(1, 2, 3, 4).map((n) => idOf.place(n))
const known = fc.uniqueArray(fc.record({ id, name, equipment: nothing }), { selector: (place) => place.id })
const given = fc.array(fc.record({ id, name, equipment: nothing }, { requiredKeys: ['name', 'equipment'] }))
const valid = (places: readonly GivenPlace[]) => GivenPlaces.safeParse(places).success

describe('for all places', () => {
  test('every place has an id of its own, and what was given stays as it was given', () => {
    fc.assert(
      fc.property(given.filter(valid), known.filter(valid), (asked, before) => {
        const after = kept(asked, before)
        expect(new Set(after.map((place) => place.id)).size).toBe(after.length)
        expect(after).toMatchObject(asked)
      }),
    )
  })

  test('the same list once more changes nothing, with ids or without', () => {
    fc.assert(
      fc.property(given.filter(valid), known.filter(valid), (asked, before) => {
        const after = kept(asked, before)
        expect(kept(asked, after)).toEqual(after)
        expect(
          kept(
            after.map(({ id: _, ...place }) => place),
            after,
          ),
        ).toEqual(after)
      }),
    )
  })
})
