import { screenOf } from '../../shell/pages.js'
import { doneStep } from './done-step.js'
import { equipmentStep } from './equipment-step.js'
import { levelsStep, questionsLater } from './levels-step.js'
import { timeStep } from './time-step.js'

/** What the coach asks somebody who is new: three short steps, each of which can be skipped. */
export const start = screenOf(equipmentStep, {
  time: timeStep,
  levels: levelsStep,
  questions: questionsLater,
  done: doneStep,
})
