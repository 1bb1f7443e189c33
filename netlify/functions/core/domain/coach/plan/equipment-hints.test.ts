import { describe, expect, it } from 'vitest'
import { abilities, coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { CoachExercise } from '../coach-exercise.js'
import { equipmentHints } from './equipment-hints.js'

const hints = (facts: Partial<CoachAthlete>, ...rungs: CoachExercise[]) =>
  equipmentHints(coachView({ categories: abilities(3, 3, 3), ...facts }, libraryOfRungs(...rungs)))
const floor = rung('floor', 1)
const onChair = (difficulty: number, facts: Partial<CoachExercise> = {}) =>
  rung('on-chair', difficulty, { equipment: [['chair', 'bench']], ...facts })

describe('equipmentHints', () => {
  it('names a wall and a doorframe to a beginner who owns nothing', () => {
    const beginner = { categories: abilities(0.3, 0.3, 0.4) }
    expect(equipmentHints(coachView(beginner))).toEqual([
      { item: 'wall', slots: ['hpush'] },
      { item: 'doorframe', slots: ['hpull'] },
    ])
  })

  it('names what opens a slot', () => {
    expect(hints({}, floor, onChair(1, { slot: 'vpush' }))).toEqual([{ item: 'chair', slots: ['vpush'] }])
  })

  it('names what lifts the hardest rung by half a level', () => {
    expect(hints({}, floor, onChair(1.5))).toEqual([{ item: 'chair', slots: ['hpush'] }])
    expect(hints({}, floor, onChair(1.49))).toEqual([])
  })

  it('counts what is at hand as well', () => {
    const between = rung('between', 2, { equipment: [['chair'], ['bench']] })
    expect(hints({ equipment: ['bench'] }, floor, between)).toEqual([{ item: 'chair', slots: ['hpush'] }])
    expect(hints({}, floor, between)).toEqual([])
  })

  it('names nothing that is too hard, or at hand already', () => {
    expect(hints({}, floor, onChair(5))).toEqual([])
    expect(hints({ equipment: ['chair'] }, floor, onChair(2))).toEqual([])
  })

  it('names nothing that the household does not have', () => {
    expect(hints({}, floor, rung('on-bench', 2, { equipment: [['bench']] }))).toEqual([])
  })

  it('names what makes the first pull with bent arms possible, though it is no harder', () => {
    const drill = rung('drill', 1, { slot: 'hpull', category: 'Pull' })
    const row = onChair(1, { slot: 'hpull', category: 'Pull', tags: ['bent-arm'] })
    expect(hints({}, drill, row)).toEqual([{ item: 'chair', slots: ['hpull'] }])
    const bent = rung('bent', 1, { slot: 'vpull', category: 'Pull', tags: ['bent-arm'] })
    expect(hints({}, drill, row, bent)).toEqual([])
  })
})
