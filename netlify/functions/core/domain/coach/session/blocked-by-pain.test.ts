import { describe, expect, it } from 'vitest'
import { coachView } from '#tests/support/coach.js'
import type { CoachAthlete } from '../coach-athlete.js'
import { blockedByPain } from './blocked-by-pain.js'

const blocked = (...pain: CoachAthlete['pain']) => blockedByPain(coachView({ pain }))

describe('blockedByPain', () => {
  it('is empty without pain, or with little', () => {
    expect(blocked()).toEqual([])
    expect(blocked({ day: 99, site: 'knee', pain: 3 })).toEqual([])
  })

  it('names slots and tags with the site, the pain and the degree from which they are barred', () => {
    const neck = { site: 'neck', pain: 6 }
    expect(blocked({ day: 99, site: 'neck', pain: 6 })).toEqual([
      { rule: 'pain.bars', ...neck, what: { slot: 'vpush' }, threshold: 6 },
      { rule: 'pain.bars', ...neck, what: { slot: 'skill' }, threshold: 6 },
      { rule: 'pain.bars', ...neck, what: { tag: 'handstand-chain' }, threshold: 4 },
      { rule: 'pain.eases', ...neck, what: { slot: 'vpull' }, threshold: 4 },
    ])
  })

  it('names a slot once, with the lower degree, and eases none that is barred', () => {
    const shoulder = blocked({ day: 99, site: 'shoulder', pain: 7 })
    const slots = shoulder.flatMap(({ rule, what, threshold }) =>
      'slot' in what ? [[rule, what.slot, threshold]] : [],
    )
    expect(slots).toEqual([
      ['pain.bars', 'hpush', 6],
      ['pain.bars', 'vpush', 4],
      ['pain.bars', 'vpull', 6],
      ['pain.bars', 'skill', 4],
      ['pain.eases', 'hpull', 4],
    ])
  })

  it('goes site by site', () => {
    const sites = blocked({ day: 99, site: 'wrist', pain: 4 }, { day: 98, site: 'ankle', pain: 4 }).map(
      ({ site }) => site,
    )
    expect([...new Set(sites)]).toEqual(['ankle', 'wrist'])
  })
})
