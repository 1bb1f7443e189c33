import { event } from '#domain/event/event.js'
import { assessLevels as assess } from '#domain/levels/assess-levels.js'
import { momentOfLevel } from '#domain/levels/moment-of-level.js'
import { command } from '#orchestration/operation.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { AssessedLevels, AssessLevels } from './support/assessment.schema.js'
import { presentEstimate } from './support/present-estimate.js'
import { candidateFor, readLevels } from './support/test-candidate.js'

export const assessLevels = command({
  id: 'levels.assess',
  http: { method: 'POST', path: '/me/levels/assessment', status: 200 },
  summary: 'Place myself by a short self-assessment',
  description:
    'Levels said outright, answers to the questions (see the same address by GET), or both. Sets the level of each category that is ' +
    'spoken of, and starts its estimate anew, half a level into it and with much uncertainty: sessions make it sure. The most of an ' +
    'exercise also counts as a measure of that exercise, less sure than one that was seen.',
  access: { scope: 'levels:write' },
  input: { body: AssessLevels },
  output: AssessedLevels,
  refusals: ['ACCOUNT_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { body: { levels = {}, answers = [] } }) => {
    const { rules } = context
    const { version: rulesVersion } = rules
    const { training, lastTests } = await readLevels(context)
    const { athlete, library } = training
    const placements = assess(library, { levels, answers }, rules)
    const { on, at } = momentOfLevel(training, athlete.today, context.now)
    const directives = placements.flatMap(({ category, level, told }) => [
      event('level.assessed', category, at, { category, level, on, told: [...told], rulesVersion }),
      event('level.setByHand', category, at, { category, level, on, rulesVersion }),
    ])
    const { after: state, statements, events } = await applyDirectives(context, directives, training)
    const estimates = await Promise.all(
      placements.map(async ({ category }) => {
        const candidate = await candidateFor(context, category, { ...training, state }, lastTests)
        return presentEstimate(category, candidate, rules)
      }),
    )
    return { statements, events, output: { estimates } }
  },
})
