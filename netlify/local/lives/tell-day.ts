import { slotInWords } from '#domain/coach/explain/coach-words.js'
import type { NextWorkout } from '#orchestration/workouts/support/next-workout.schema.js'

/** What only says that today is for something else: no reader misses it. */
const expected = ['slot.other_half', 'slot.recovering', 'slot.no_time', 'skill.needs_rest', 'skill.other_ladder']

/** Tells what a day is for, and what stands beside the exercises. */
export function dayLines(advice: NextWorkout): string[] {
  const { rules, easierWeek, blocked } = advice
  const why = [...rules, ...(easierWeek ? [easierWeek] : [])].map(({ explanation }) => explanation)
  return [why.join(' '), ...blocked.map(({ explanation }) => `\n- Pain: ${explanation}`)]
}

/** Tells the warm-up, or all there is on a day of recovery. */
export function warmUpLines({ warmUp }: NextWorkout): string[] {
  const said = warmUp.map(({ explanation }) => explanation).join(' ')
  return said === '' ? [] : ['', `Warm-up: ${said}`]
}

/** Tells which slots are without an exercise and what would help, for those who read it the first time. */
export function lackLines({ missing, hints }: NextWorkout): string[] {
  const told = missing.filter(({ reason }) => !expected.includes(reason.ruleId))
  return [...told.map(({ reason }) => `- ${reason.explanation}`), ...hints.map(({ explanation }) => `- ${explanation}`)]
}

/** Tells the hard sets of a week by slot, against what the coach aims at. */
export function weekTable({ week }: NextWorkout): string[] {
  const cells = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`
  return [
    '',
    cells(['hard sets of 7 days', ...week.map(({ slot }) => slotInWords(slot))]),
    cells(['---', ...week.map(() => '--:')]),
    cells(['done', ...week.map(({ hardSets }) => hardSets)]),
    cells(['target', ...week.map(({ target }) => target)]),
    '',
  ]
}
