import { CategoryLevel, LevelChange } from '#domain/athlete/category-level.schema.js'
import { setLevel } from '#domain/athlete/set-level.js'
import { dateIn } from '#domain/calendar/time-zone.js'
import { event } from '#domain/event/event.js'
import { momentOfLevel } from '#domain/levels/moment-of-level.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound, expectVersion } from '#orchestration/refusals.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { trainingReads } from '#orchestration/training/training-change.js'
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
    const [trainingLog, { library }, found] = await context.readAll([
      ...trainingReads(context),
      findCategoryLevel(request),
    ])
    const { current, wanted, timeZone } = found ?? accountNotFound()
    expectVersion(context, { version: current.version })
    const { on, at } = momentOfLevel(trainingLog, dateIn(timeZone, context.now), context.now)
    const output = setLevel(current, wanted, at)
    if (output === current) return { statements: [], events: [], output }
    const directive = event('level.setByHand', category, at, {
      category,
      level,
      on,
      rulesVersion: context.rules.version,
    })
    const { statements, events } = await applyDirectives(context, [directive], {
      trainingLog,
      library,
    })
    return { statements, events, output }
  },
})
