import { expect, it } from 'vitest'
import { coachView, known, libraryOfRungs, rung, rungRules, standing } from '#tests/support/coach.js'
import { currentRung } from './current-rung.js'
import { chanceOfStart, chanceOfThree, fittingRungs } from './fitting-rungs.js'
import { nextRung } from './next-rung.js'

const knee = rung('knee', 2)
const full = rung('full', 2.6)
const hold = rung('hold', 3.1, { metric: 'duration', defaults: [10] })
const library = libraryOfRungs(knee, full, hold)
const view = coachView(
  {
    slots: new Map([['hpush', known(3)]] as const),
    exercises: new Map([[full.id, standing()]]),
    anchors: new Map([['hpush', full.id]] as const),
  },
  library,
)
const slugs = (rungs: readonly { slug: string }[]) => rungs.map(({ slug }) => slug)

it('a rung fits from exactly the chance that is asked for', () => {
  const fitting = (fitsFrom: number, keptFrom: number) =>
    slugs(fittingRungs('hpush', { ...view, rules: rungRules({ fitsFrom, keptFrom }) }).fit)
  const [start, kept] = [chanceOfStart(hold, view), chanceOfStart(full, view)]
  expect(fitting(start, kept)).toEqual(['knee', 'full', 'hold'])
  expect(fitting(start + 1e-9, kept)).toEqual(['knee', 'full'])
  expect(fitting(start, kept + 1e-9)).toEqual(['knee', 'hold'])
})

it('a rung is topped from exactly the chance that is asked for', () => {
  const isTopped = (fitsFrom: number) => currentRung('hpush', { ...view, rules: rungRules({ fitsFrom }) })?.isTopped
  const chance = chanceOfThree(full, 8, view)
  expect([isTopped(chance), isTopped(chance + 1e-9)]).toEqual([true, false])
})

it('a bridge is crossed from exactly the chance that is asked for', () => {
  const next = (fitsFrom: number) => nextRung(full, 'hpush', [full, hold], { ...view, rules: rungRules({ fitsFrom }) })
  const chance = chanceOfThree(full, 12, view)
  expect([next(chance)?.slug, next(chance + 1e-9)?.slug]).toEqual(['hold', undefined])
})
