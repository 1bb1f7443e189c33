import { unmodified } from '#domain/coach/beyond-standard.js'
import type { CoachExercise, SlotKey } from '#domain/coach/coach-exercise.js'
import type { Choice, Draft, Part } from '#domain/coach/session/draft.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { rung } from './coach.js'

/** Makes a choice: an imagined exercise with five sets of six, unless said otherwise. */
export function choice(exercise: CoachExercise, facts: Partial<Choice> = {}): Choice {
  return {
    key: slotKeyOf(exercise),
    exercise,
    beyond: unmodified,
    rpeCap: null,
    targets: [6, 6, 6, 6, 6],
    rules: [],
    ...facts,
  }
}

/** Makes a part of a session: so many sets of an imagined exercise of a slot. */
export function part(
  key: SlotKey,
  sets: number,
  facts: Partial<CoachExercise> = {},
  chosen: Partial<Choice> = {},
): Part {
  const [slot, ladder = 'any'] = key.split(':')
  const placed = { slot: slot as CoachExercise['slot'], ladder, category: categoryOf(key), ...facts }
  return { choice: choice(rung(key.replace(':', '-'), 2, placed), chosen), sets }
}

/** Returns the sets of a session by what is counted, in its order. */
export function setsOf(draft: Draft): [SlotKey, number][] {
  return draft.map(({ choice: { key }, sets }) => [key, sets])
}

function categoryOf(key: SlotKey): CoachExercise['category'] {
  if (key === 'squat' || key === 'hinge') return 'Squat'
  return key === 'hpull' || key === 'vpull' ? 'Pull' : 'Push'
}
