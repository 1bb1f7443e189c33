import { dateIn, lastDayWithWork, todayAnywhere } from '#domain/calendar/time-zone.js'
import { isBodyMassAssumed } from '#domain/load/body-mass.js'
import { drawChart } from '#domain/progress/chart/draw-chart.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { listPerformedSets } from '#queries/performed-sets.js'
import { readLibrary } from '#queries/read-library.js'
import { readTrainingLog } from '#queries/training-log.js'
import { ChartQuery, ChartResource } from './support/chart.schema.js'
import { assertFewSteps, chartSteps, daysToChart } from './support/chart-range.js'
import { asksForStanding, chartRequestOf } from './support/chart-request.js'
import { presentCurve } from './support/present-chart.js'

export const getChart = query({
  id: 'progress.chart',
  http: { method: 'GET', path: '/me/series', status: 200 },
  summary: 'Get curves over time',
  description:
    'Ability with its 90 % band, level, sets, hard sets, reps, load, best set and body mass, by day, ISO week or month, without gaps: where ' +
    'nothing was done, sums are 0, and mean RPE, best set and body mass are null. Ability and level are those at the end of a step, as all facts ' +
    'that are known today tell them: a correction counts as if it had been right from the start. Body mass is known while the athlete consents (`health-data`).',
  access: { scope: 'progress:read' },
  input: { query: ChartQuery },
  output: ChartResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: asked }) => {
    const { athleteId: userId, now, ruleBook } = context
    assertFewSteps(asked, now)
    const { from } = daysToChart(asked, todayAnywhere(now).from)
    const [athlete, { library }, performed, trainingLog = nothingLogged] = await context.readAll([
      findAthleteFacts({ userId }),
      readLibrary(),
      listPerformedSets({ userId, exercise: { id: null, slug: null }, from, to: asked.to ?? lastDayWithWork(now) }),
      ...(asksForStanding(asked) ? [readTrainingLog({ userId })] : []),
    ])
    const { timeZone, bodyMass } = athlete ?? accountNotFound()
    const today = dateIn(timeZone, now)
    const range = daysToChart(asked, today)
    const work = performed.filter(({ date }) => date >= range.from && date <= range.to)
    const steps = chartSteps(asked.step, range)
    const chartFacts = { today, trainingLog, work, bodyMass, library }
    const series = await context.work(drawChart(chartRequestOf(asked, library), steps, chartFacts, ruleBook))
    return {
      ...range,
      step: asked.step,
      bodyMassAssumed: isBodyMassAssumed(bodyMass),
      starts: [...steps.starts],
      series: series.map(presentCurve),
      rulesVersion: context.rules.version,
    }
  },
})

const nothingLogged: TrainingLog = { sessions: [], directives: [] }
