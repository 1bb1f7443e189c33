import type { CoachView } from '#domain/coach/coach-view.js'
import { fittingRungs } from '#domain/coach/fitting-rungs.js'
import { type CoachedTraining, coachAthleteOf } from '#domain/coach/reading/coach-athlete-of.js'
import { dateOf } from '#domain/coach/reading/day-number.js'
import { takeNotes } from '#domain/coach/reading/take-notes.js'
import type { RecommendedItem } from '#domain/coach/recommendation.js'
import { recommendSession } from '#domain/coach/session/recommend-session.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
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
    const noteTaking = takeNotes(trainingLog.directives, [], library, rules)
    const state = inOneGo(deriveTraining(trainingLog, library, ruleBook, noteTaking.witness))
    known = { log: trainingLog, training: { trainingLog, state, noteTaking } }
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
      const { athlete } = inOneGo(coachAthleteOf(trainingOf(trainingLog), library, settings, dateOf(day), rules))
      const goals = archetype.goals.flatMap((slug) => slugs.get(slug) ?? [])
      const view = { athlete: { ...athlete, goals }, library, day, rules }
      const { kind, items, seconds } = recommendSession(view, { minutes: archetype.minutes, force: false })
      if (kind !== 'train') return null
      return {
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
