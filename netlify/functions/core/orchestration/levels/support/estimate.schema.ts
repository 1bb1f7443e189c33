import * as z from 'zod'
import { SuggestedStep } from '#domain/levels/explain-suggestion.js'
import { Category, Level } from '#domain/library/vocabulary.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { RulesVersion, reasonFields, Share } from '#orchestration/training/reason.schema.js'

/** The path of what is known of one category. */
export const CategoryPath = z.strictObject({
  category: Category.meta({ description: 'The category', example: 'Push' }),
})

const OnLevelAxis = z.number().min(-20).max(20)

const Ability = z
  .strictObject({
    mean: OnLevelAxis.meta({ description: 'The best guess, in levels', example: 2.7 }),
    interval90: z
      .array(OnLevelAxis)
      .length(2)
      .meta({ description: 'Holds the ability with 90 % probability: lower and upper end', example: [2.3, 3.1] }),
  })
  .meta({ description: 'What is known of the ability, aged to today' })

const Probability = z.strictObject({
  level: Level.meta({ description: 'The level', example: 3 }),
  p: Share.meta({ description: 'Chance to be at this level or above', example: 0.45 }),
})

const Suggestion = z
  .strictObject({
    suggestion: SuggestedStep.meta({
      description: 'The level below may suit better, or the test of the next one is open',
      example: 'test',
    }),
    ...reasonFields,
  })
  .meta({ id: 'LevelSuggestion', description: 'What the log suggests; nothing happens by itself' })

/** What is known of an athlete's level in a category. */
export const LevelEstimateResource = z
  .strictObject({
    category: Category,
    level: Level.meta({ description: 'Where the athlete stands', example: 2 }),
    ability: Ability,
    probabilities: z.array(Probability).max(5).meta({ description: 'The chance of each level from 1 to 5' }),
    estimatedLevel: Level.meta({ description: 'The highest level reached with enough certainty', example: 2 }),
    observedOn: LocalDate.nullable().meta({ description: 'Day of the last observation; null without one' }),
    sessionsCount: z.int().min(0).max(100_000).meta({ description: 'Sessions in this category', example: 12 }),
    suggestion: Suggestion.nullable(),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'LevelEstimate', description: "What the log says of an athlete's level in a category" })
export type LevelEstimateResource = z.output<typeof LevelEstimateResource>
