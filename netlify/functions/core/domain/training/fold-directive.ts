import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { foldAbility } from './fold-ability.js'
import { setGoal } from './fold-goals.js'
import { testedExercise } from './judging/tested-exercise.js'
import { startAt } from './known-ability.js'
import type { Directive, TestedWork } from './training-log.js'
import { type Draft, type LevelStanding, standingIn } from './training-state.js'

/**
 * Folds a directive into the draft. Amendments change nothing here: `foldSession` applies them to
 * their exercise.
 */
export function foldDirective(draft: Draft, directive: Directive, rules: TrainingRules): void {
  switch (directive.kind) {
    case 'workingSets':
      draft.exercises.set(directive.exerciseId, {
        ...standingIn(draft, directive.exerciseId),
        working: directive.sets,
        overStreak: 0,
        failStreak: 0,
        masteryCount: 0,
      })
      return
    case 'assessment':
      assess(draft, directive, rules)
      return
    case 'level':
      setLevel(draft, directive, rules)
      return
    case 'deload':
      draft.deloads.push({ startsOn: directive.startsOn, endsOn: directive.endsOn })
      return
    case 'goal':
      setGoal(draft.goals, directive)
      return
    case 'override':
    case 'confirmation':
      return
    default:
      directive satisfies never
  }
}

/** A passed test is an observation of what was tested, and no session. */
function observeTest(draft: Draft, { category, on }: Assessed, tested: TestedWork, rules: TrainingRules): void {
  if (rules.judging.passedTest === 'level') return
  const before = draft.categories.get(category)
  const exercises = [{ exercise: testedExercise(tested), facts: tested }]
  const { standing } = foldAbility(before, category, { date: on, exercises, confirmed: false, rules })
  const { sessionsCount = 0, lastSessionOn = null } = before ?? {}
  draft.categories.set(category, { ...standing, sessionsCount, lastSessionOn })
}

type Assessed = { readonly category: Category; readonly level: number; readonly on: string }

function assess(draft: Draft, { category, level, on }: Assessed, rules: TrainingRules): void {
  const before = draft.categories.get(category)
  draft.categories.set(category, {
    category,
    ...startAt(level, rules),
    observedOn: on,
    sessionsCount: before?.sessionsCount ?? 0,
    lastSessionOn: before?.lastSessionOn ?? null,
  })
}

/**
 * Sets a level. A level set by hand before anything was observed is also the best guess of the
 * ability; later it is only a level.
 */
function setLevel(draft: Draft, directive: Extract<Directive, { kind: 'level' }>, rules: TrainingRules): void {
  const standing: LevelStanding = {
    category: directive.category,
    level: directive.level,
    source: directive.source,
    setOn: directive.on,
    setAt: directive.at,
  }
  draft.levels.set(directive.category, standing)
  const known = draft.categories.get(directive.category)
  if (directive.tested) observeTest(draft, directive, directive.tested, rules)
  if (directive.source === 'hand' && (known?.sessionsCount ?? 0) === 0) assess(draft, directive, rules)
}
