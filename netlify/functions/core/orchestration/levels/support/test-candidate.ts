import { recentDays } from '#domain/coach/reading/coach-athlete-of.js'
import type { TestCandidate } from '#domain/levels/level-test.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { Context } from '#orchestration/context.js'
import { masteryAccount } from '#orchestration/training/mastery-account.js'
import type { Training } from '#orchestration/training/read-training.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { usableTraining } from '#orchestration/training/usable-training.js'
import { listLastTests } from '#queries/level-tests.js'

type LastTests = readonly { readonly category: Category; readonly testedOn: string }[]

/** Reads an athlete's training and the days of their last tests, in one round trip. */
export async function readLevels(context: Context) {
  const { more, ...training } = await readTrainingWith(context, { recentDays }, [
    listLastTests({ userId: context.athleteId }),
  ])
  return { training, lastTests: more[0] }
}

/** What is known of an athlete when a test of a category is asked for. */
export async function candidateFor(
  context: Context,
  category: Category,
  training: Training,
  lastTests: LastTests,
): Promise<TestCandidate> {
  const { library, athlete } = training
  const usable = await usableTraining(context, training)
  const lastTestOn = lastTests.find((test) => test.category === category)?.testedOn ?? null
  const counts = await masteryAccount(context, training)
  return { library, ...usable, counts, equipment: athlete.equipment, today: athlete.today, lastTestOn }
}
