import type { CoachView } from '#domain/coach/coach-view.js'
import { fittingRungs } from '#domain/coach/fitting-rungs.js'
import { type CoachedTraining, coachAthleteOf } from '#domain/coach/reading/coach-athlete-of.js'
import { dateOf } from '#domain/coach/reading/day-number.js'
import { foldWithNotes } from '#domain/coach/reading/fold-with-notes.js'
import type { RecommendedItem } from '#domain/coach/recommendation.js'
import { recommendSession } from '#domain/coach/session/recommend-session.js'
import { directiveOf } from '#domain/training/directives.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { numberedId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { takeEasierWeeks } from '#domain/workout/take-easier-weeks.js'
import type { PlannedItem } from '../perform.js'
import { truth } from '../truth.js'
import type { Policy, PolicySetting } from './policy.js'

/** The coach of the product, asked every day; whatever it recommends is accepted. */
export function coachPolicy({ archetype, library, ruleBook }: PolicySetting): Policy {
  const rules = ruleBook.inForce
  const slugs = new Map([...library.values()].map(({ id, slug }) => [String(slug), id]))
  let known: { readonly log: TrainingLog; readonly training: CoachedTraining } | null = null
  const trainingOf = (trainingLog: TrainingLog): CoachedTraining => {
    if (known?.log === trainingLog) return known.training
    const { state, notes } = inOneGo(foldWithNotes({ ...trainingLog, base: null }, library, ruleBook))
    known = { log: trainingLog, training: { trainingLog, state, notes } }
    return known.training
  }
  return {
    plan: ({ day, equipment, place, trainingLog, checkIns }) => {
      const settings = {
        equipment,
        place,
        daysPerWeek: archetype.daysPerWeek,
        bodyMass: [{ on: '2025-01-01', bodyMassKg: truth.bodyMassKg }],
        loadKg: archetype.loadKg,
        skills: archetype.skills,
        dislikes: [],
        checkIns,
        plannedOn: [],
        deloadDeclinedUntil: null,
      }
      const today = dateOf(day)
      const training = trainingOf(trainingLog)
      const { athlete, easierWeek } = inOneGo(coachAthleteOf(training, library, settings, today, rules))
      const goals = archetype.goals.flatMap((slug) => slugs.get(slug) ?? [])
      const view = { athlete: { ...athlete, goals }, library, day, rules }
      const recommendation = recommendSession(view, { minutes: archetype.minutes, force: false })
      const { kind, items, seconds } = recommendation
      if (kind !== 'train') return null
      const taken = takeEasierWeeks(
        [{ recommendation, weekFrom: day }],
        { ...training, planned: [], easierWeek, today },
        { newId: (kind) => numberedId(kind, day), now: new Date(`${today}T08:00:00.000Z`), rules },
      )
      return {
        directives: taken.flatMap(({ directive }) => directiveOf(directive) ?? []),
        items: items.map((item) => plannedItem(item, view)),
        seconds: seconds ?? 0,
      }
    },
    after: () => undefined,
  }
}

function plannedItem({ key, exercise, sets, modifier, rules }: RecommendedItem, view: CoachView): PlannedItem {
  const harderFits = fittingRungs(key, view).fit.some(({ difficulty }) => difficulty > exercise.difficulty)
  return { exercise, targets: sets, modifier, chosen: { rules: rules.map(({ id }) => id), harderFits } }
}
