import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areMet, namedIn, usualOf, waysToMeet } from './groups.js'

const word = fc.constantFrom('bar', 'band', 'box', 'chair', 'rings', 'towel')
const groupsOfWords = fc.array(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
const barAndStep = [
  ['bar', 'rings'],
  ['box', 'chair'],
]

describe('areMet', () => {
  it('is true when of every group something is there', () => {
    expect(areMet(barAndStep, (item) => ['rings', 'box'].includes(item))).toBe(true)
  })

  it('is false when of one group nothing is there', () => {
    expect(areMet(barAndStep, (item) => ['rings', 'bar'].includes(item))).toBe(false)
  })

  it('is true when nothing is asked', () => {
    expect(areMet([], () => false)).toBe(true)
  })
})

describe('namedIn', () => {
  it('lists everything once, in the order of the groups', () => {
    expect(
      namedIn([
        ['bar', 'rings'],
        ['band', 'bar'],
      ]),
    ).toEqual(['bar', 'rings', 'band'])
  })
})

describe('usualOf', () => {
  it('takes the first of every group', () => {
    expect(usualOf(barAndStep)).toEqual(['bar', 'box'])
  })

  it('is always one way to meet the groups', () => {
    fc.assert(
      fc.property(groupsOfWords, (groups) => {
        const usual = usualOf(groups)
        expect(areMet(groups, (item) => usual.includes(item))).toBe(true)
      }),
    )
  })
})

describe('waysToMeet', () => {
  it('lists the ways, the usual one first', () => {
    expect(waysToMeet(barAndStep)).toEqual([
      ['bar', 'box'],
      ['bar', 'chair'],
      ['rings', 'box'],
      ['rings', 'chair'],
    ])
  })

  it('has no ways when nothing is asked', () => {
    expect(waysToMeet([])).toEqual([])
  })

  it('says the same as the groups: they are met exactly when everything of some way is there', () => {
    fc.assert(
      fc.property(groupsOfWords, fc.uniqueArray(word), (groups, owned) => {
        const isOwned = (item: (typeof owned)[number]) => owned.includes(item)
        const ways = waysToMeet(groups)
        expect(ways.length === 0 || ways.some((way) => way.every(isOwned))).toBe(areMet(groups, isOwned))
      }),
    )
  })
})
