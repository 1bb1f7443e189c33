import { CategoryLevel, LevelChange } from '#domain/athlete/category-level.schema.js'
import { setLevel } from '#domain/athlete/set-level.js'
import { event } from '#domain/event/event.js'
import { momentOfLevel } from '#domain/levels/moment-of-level.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound, expectVersion } from '#orchestration/refusals.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { findCategoryLevel } from '#queries/user-current-levels.js'
import { CategoryPath } from './support/estimate.schema.js'

export const putMyLevel = command({
  id: 'me.putLevel',
  http: { method: 'PUT', path: '/me/levels/{category}', status: 200 },
  summary: 'Set where I stand in a category',
  access: { scope: 'levels:write' },
  input: { params: CategoryPath, body: LevelChange },
  output: CategoryLevel,
  refusals: ['ACCOUNT_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { category }, body: { level } }) => {
    const request = { userId: context.athleteId, category, level }
    const { more, ...training } = await readTrainingWith(context, {}, [findCategoryLevel(request)])
    const { current, wanted } = more[0] ?? accountNotFound()
    expectVersion(context, { version: current.version })
    const { on, at } = momentOfLevel(training, training.athlete.today, context.now)
    const output = setLevel(current, wanted, at)
    if (output === current) return { statements: [], events: [], output }
    const directive = event('level.setByHand', category, at, {
      category,
      level,
      on,
      rulesVersion: context.rules.version,
    })
    const { statements, events } = await applyDirectives(context, [directive], training)
    return { statements, events, output }
  },
})
