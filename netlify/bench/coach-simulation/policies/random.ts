import { isStrengthSlot } from '#domain/coach/slot-groups.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { isUsable } from '#domain/library/library-facts.js'
import { seededRandom } from '../../former-policy/sampling/seeded-random.js'
import { withinMinutes } from './minutes.js'
import { isTrainingDay, type Policy, type PolicySetting } from './policy.js'

const [exercises, sets, levelsAround, shareOfStandard] = [8, 3, 1, 0.7]

/** Any exercises that can be done here, within a level of what the athlete says to be. */
export function randomPolicy({ archetype, library, ruleBook, seed }: PolicySetting): Policy {
  return {
    plan: ({ day, index, equipment }) => {
      if (!isTrainingDay(archetype.daysPerWeek, index % 7)) return null
      const random = seededRandom(`${seed} random ${day}`)
      const near = [...library.values()].filter(
        (one) =>
          isStrengthSlot(slotKeyOf(one)) &&
          isUsable(one, equipment) &&
          Math.abs(one.difficulty - archetype.levels[one.category]) <= levelsAround,
      )
      const drawn = near
        .map((exercise) => ({ exercise, place: random() }))
        .sort((a, b) => a.place - b.place)
        .slice(0, exercises)
      const items = drawn.map(({ exercise }) => ({
        exercise,
        targets: exercise.defaults.slice(0, sets).map((amount) => Math.max(1, Math.round(shareOfStandard * amount))),
        modifier: 'none' as const,
      }))
      return withinMinutes(items, archetype.minutes, ruleBook.inForce)
    },
    after: () => undefined,
  }
}
