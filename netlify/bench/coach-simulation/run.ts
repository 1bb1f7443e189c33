import type { CoachLibrary } from '#domain/coach/coach-exercise.js'
import { dateOf, dayOf } from '#domain/coach/reading/day-number.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { ruleBookOf } from '#domain/rules/rule-book.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { Directive, TrainingLog } from '#domain/training/training-log.js'
import type { TrainingDecision, TrainingState } from '#domain/training/training-state.js'
import { CheckInId, numberedId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import type { Archetype } from './archetypes.js'
import { sessionsBeforeBreak } from './before-break.js'
import { type Body, createBody } from './body.js'
import { loggedSession } from './journal.js'
import { type DoneItem, performSession, type Style } from './perform.js'
import type { Policy, PolicySetting } from './policies/policy.js'

/** A way to train: a policy, how its targets are followed, and the rules that judge the log. */
export type Regime = {
  readonly name: string
  readonly create: (setting: PolicySetting) => Policy
  readonly style: Style
  readonly rules: TrainingRules
}

/** A session as it was done, with what was true on that day. */
export type SimulatedSession = {
  readonly day: number
  readonly week: number
  readonly items: readonly DoneItem[]
  readonly seconds: number
  /** True levels of the exercises' slots before the session, in the order of the items. */
  readonly levels: readonly number[]
}

/** The weeks of one athlete. */
export type Journey = {
  readonly archetype: Archetype
  readonly library: CoachLibrary
  readonly rules: TrainingRules
  readonly weeks: number
  readonly firstDay: number
  readonly sessions: readonly SimulatedSession[]
  /** Days on which there should have been a session, with nothing to offer. */
  readonly emptyDays: number
  readonly before: TrueLevels
  readonly after: TrueLevels
  /** What the rules decided after the sessions, oldest first. */
  readonly decisions: readonly TrainingDecision[]
  /** How far the estimate of each category lies from the truth at the end, in levels. */
  readonly errors: readonly number[]
}

/** True abilities, in levels, by group of slots. */
export type TrueLevels = Readonly<Record<'push' | 'pull' | 'legs' | 'core', number>>

const firstDay = dayOf('2026-01-05')

/** Follows one athlete through their weeks; the same seed gives the same journey. */
export function follow(
  archetype: Archetype,
  regime: Regime,
  { seed, weeks, library }: { readonly seed: string; readonly weeks: number; readonly library: CoachLibrary },
): Journey {
  const ruleBook = ruleBookOf(regime.rules)
  const body = createBody(archetype, seed)
  const policy = regime.create({ archetype, library, ruleBook, seed })
  const before = trueLevels(body)
  const sessions: SimulatedSession[] = []
  const checkIns: DailyCheckIn[] = []
  let trainingLog: TrainingLog = {
    sessions: sessionsBeforeBreak(archetype, library, firstDay, regime.rules.version),
    directives: assessments(archetype, regime.rules),
  }
  let emptyDays = 0
  for (let index = 0; index < 7 * weeks; index += 1) {
    const day = firstDay + index
    const week = Math.floor(index / 7)
    const away = archetype.away?.weeks.includes(week) ? archetype.away : null
    const { ache } = archetype
    if (ache && index >= ache.from && index <= ache.to) checkIns.push(checkInOf(day, ache.pain, ache.site))
    const planned = policy.plan({
      ...{ day, index, trainingLog, checkIns },
      equipment: away?.equipment ?? archetype.equipment,
      place: away ? 'away' : null,
    })
    if (!planned) continue
    if (planned.items.length === 0) emptyDays += 1
    if (planned.items.length === 0) continue
    const levels = planned.items.map(({ exercise }) => body.levelOf(exercise))
    const items = performSession(body, planned.items, { day, seed, style: regime.style })
    policy.after(items)
    sessions.push({ day, week, items, seconds: planned.seconds, levels })
    trainingLog = {
      sessions: [...trainingLog.sessions, loggedSession(day, items, regime.rules.version)],
      directives: [...trainingLog.directives, ...(planned.directives ?? [])],
    }
  }
  const after = trueLevels(body)
  const state = inOneGo(deriveTraining(trainingLog, library, ruleBook))
  const errors = errorsOf(state, after, dateOf(firstDay + 7 * weeks - 1), regime.rules)
  const { decisions } = state
  const lived = { sessions, emptyDays, before, after, decisions, errors }
  return { archetype, library, rules: regime.rules, weeks, firstDay, ...lived }
}

/** What an athlete says to be: the level in which they are, before the first session of all. */
function assessments({ levels, breakDays }: Archetype, { version }: TrainingRules): Directive[] {
  const on = dateOf(firstDay - (breakDays === null ? 0 : breakDays + 7))
  const dated = { on, at: `${on}T06:00:00.000Z`, rulesVersion: version }
  return categories.flatMap((category): Directive[] => {
    const level = Math.floor(levels[category])
    return [
      { kind: 'assessment', category, level, ...dated },
      { kind: 'level', category, level, source: 'hand', ...dated },
    ]
  })
}

function checkInOf(day: number, pain: number, painSite: DailyCheckIn['painSite']): DailyCheckIn {
  const nothing = { sleep: null, fatigue: null, stress: null, soreness: null }
  const unmeasured = { restingHeartRateBpm: null, hrvRmssdMs: null, bodyMassKg: null, notes: null }
  const at = `${dateOf(day)}T07:00:00.000Z`
  const id = numberedId(CheckInId, day)
  return { id, date: dateOf(day), ...nothing, ...unmeasured, pain, painSite, version: 1, createdAt: at, updatedAt: at }
}

function trueLevels(body: Body): TrueLevels {
  const [hpush, vpush] = [body.level('hpush', 'Push'), body.level('vpush', 'Push')]
  const [hpull, vpull] = [body.level('hpull', 'Pull'), body.level('vpull', 'Pull')]
  const [squat, hinge] = [body.level('squat', 'Squat'), body.level('hinge', 'Squat')]
  return {
    push: (hpush + vpush) / 2,
    pull: (hpull + vpull) / 2,
    legs: (squat + hinge) / 2,
    core: body.level('core', 'Push'),
  }
}

const groupOfCategory: Readonly<Record<Category, keyof TrueLevels>> = { Push: 'push', Pull: 'pull', Squat: 'legs' }

function errorsOf(state: TrainingState, truth: TrueLevels, date: string, rules: TrainingRules): number[] {
  return categories.map((category) => {
    return abilityOn(state.categories.get(category), date, rules).mean - truth[groupOfCategory[category]]
  })
}
