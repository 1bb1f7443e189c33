import { describe, expect, it } from 'vitest'
import { strengthSlots } from '#domain/library/vocabulary.js'
import { coachView } from '#tests/support/coach.js'
import type { CoachAthlete } from '../coach-athlete.js'
import { todaysSlots } from './todays-slots.js'
import { volumeOf } from './weekly-volume.js'

const slotsFor = (facts: Partial<CoachAthlete>, force = false) => {
  const view = coachView({ equipment: ['pull-up-bar', 'wall', 'chair'], ...facts })
  return todaysSlots(
    strengthSlots.map((slot) => volumeOf(slot, view)),
    force,
    view,
  )
}
const pushYesterday = [{ day: 99, key: 'hpush' as const, sets: 3 }]

describe('todaysSlots', () => {
  it('are all of them for a full body', () => {
    expect(slotsFor({ daysPerWeek: 3 })).toEqual({ slots: strengthSlots, rules: [], leftOut: [] })
  })

  it('are those that have recovered, and name the others', () => {
    const { slots, leftOut } = slotsFor({ hardSets: pushYesterday })
    expect(slots).toEqual(['hpull', 'squat', 'vpull', 'hinge', 'core'])
    expect(leftOut).toEqual([
      { key: 'hpush', rule: { id: 'slot.recovering', setsYesterday: 3, threshold: 2 } },
      { key: 'vpush', rule: { id: 'slot.recovering', setsYesterday: 3, threshold: 2 } },
    ])
  })

  it('are all of them when the athlete insists', () => {
    expect(slotsFor({ hardSets: pushYesterday }, true).leftOut).toEqual([])
  })

  it('are one half from four days a week, and name the other', () => {
    const { slots, rules, leftOut } = slotsFor({ daysPerWeek: 4 })
    expect(slots).toEqual(['hpush', 'hpull', 'vpull', 'vpush'])
    expect(rules).toMatchObject([{ id: 'week.split', half: 'upper' }])
    expect(leftOut).toEqual(
      (['squat', 'hinge', 'core'] as const).map((key) => ({ key, rule: { id: 'slot.other_half', half: 'upper' } })),
    )
  })
})
