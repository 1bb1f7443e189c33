import { counted } from '#domain/values/in-words.js'
import type { WarmupStep } from '../recommendation.js'

/** Says in a sentence what a step of a warm-up is. */
export function explainWarmUp(step: WarmupStep): string {
  switch (step.kind) {
    case 'general':
      return `${counted(Math.max(1, Math.round(step.seconds / 60)), 'minute')} of anything that warms: walk, skip, circle the joints.`
    case 'specific':
      return `An easy set of ${step.exercise.name}, to get ready.`
    case 'mobility':
      return `${counted(step.sets, 'easy set')} of ${step.exercise.name}, well below RPE ${step.rpeCap}.`
    default:
      return step satisfies never
  }
}
