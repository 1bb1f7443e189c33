import { type KnownTraining, withoutPain } from '#domain/training/without-pain.js'
import type { Context } from '#orchestration/context.js'
import type { Training } from './read-training.js'

/**
 * Tells what judgements of the moment may look at: without pain, where the athlete does not consent
 * to the use of health data. What is decided for ever rests on every fact.
 */
export async function usableTraining(
  { work }: Pick<Context, 'work'>,
  { athlete, trainingLog, state }: Pick<Training, 'athlete' | 'trainingLog' | 'state'>,
): Promise<KnownTraining> {
  const known = { trainingLog, state }
  return athlete.healthDataConsent ? known : work(withoutPain(known))
}
