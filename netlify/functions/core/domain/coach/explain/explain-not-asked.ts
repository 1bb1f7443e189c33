import { counted } from '#domain/values/in-words.js'
import type { SlotKey } from '../coach-exercise.js'
import { type CoachReason, reasonOf } from './coach-reason.js'
import { slotInWords } from './coach-words.js'

/** Explains that a slot belongs to a category that was not asked for. */
export function explainOtherCategory(key: SlotKey): CoachReason {
  return reasonOf({ id: 'asked.categories' }, `No ${slotInWords(key)}: you asked for other categories.`)
}

/** Explains that a slot comes after as many exercises of its category as were asked for. */
export function explainTooMany(key: SlotKey, perCategory: number): CoachReason {
  return reasonOf(
    { id: 'asked.exercises_per_category', threshold: perCategory },
    `No ${slotInWords(key)}: you asked for ${counted(perCategory, 'exercise')} of each category.`,
  )
}
