import { readinessOf } from '#orchestration/check-ins/support/readiness-of.js'
import { deloadAdviceOf } from '#orchestration/deload/support/deload-advice-of.js'
import { presentGoals } from '#orchestration/goals/support/present-goal.js'
import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { nextWorkoutLink, sessionsOfToday, waitingOf, weekSoFar } from './support/present-today.js'
import { first, TodayResource } from './support/today.schema.js'
import { todayFacts, todayReads } from './support/today-reads.js'

export const getToday = query({
  id: 'me.getToday',
  http: { method: 'GET', path: '/me/today', status: 200 },
  summary: 'Get all that a home screen shows',
  description:
    'Profile, sessions of today and the next ones, readiness, levels, the week so far, what waits, and open goals, in one answer. Each ' +
    'part is what its own operation answers; a part that the scopes of the caller do not read is null.',
  access: { scope: 'progress:read' },
  input: {},
  output: TodayResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const { scopes, rules } = context
    const { painDays: recentDays } = rules.readiness
    const { more, ...training } = await readTrainingWith(context, { recentDays }, todayReads(context))
    const { athlete } = training
    const facts = todayFacts(more)
    const advice = deloadAdviceOf(context, training, [...facts.deload])
    const { due, triggers, current, next, explanation } = advice
    return {
      date: athlete.today,
      timeZone: athlete.timeZone,
      profile: scopes.has('profile:read') ? facts.profile : null,
      sessions: sessionsOfToday(facts, athlete, context),
      ahead: facts.ahead.filter(({ date }) => date > athlete.today).slice(0, first.ahead),
      readiness: athlete.healthDataConsent ? readinessOf(training, facts.checkIns, rules) : null,
      levels: scopes.has('levels:read') ? facts.levels : null,
      week: weekSoFar(facts, athlete, context),
      deload: { due, triggers, current, next, explanation },
      waiting: waitingOf(facts, athlete, { ...context, due }),
      goals: await presentGoals(context, facts.goals, { ...training, bestSets: facts.bestSets }),
      nextWorkout: nextWorkoutLink(facts, athlete),
    }
  },
})
