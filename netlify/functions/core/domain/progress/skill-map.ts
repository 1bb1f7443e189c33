import * as z from 'zod'
import { type Bar, barsInTheWay, painBarring } from '#domain/coach/bars-in-the-way.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { countsAsMastered } from '#domain/coach/counts-as-mastered.js'
import type { Groups } from '#domain/library/groups.js'
import { exerciseIn, type LibraryFacts, offeredIn } from '#domain/library/library-facts.js'
import { progressOf } from '#domain/path/skill-path.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type ExerciseStanding, standingIn, type TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** Where an athlete stands in an exercise, in one word. */
export const SkillStatus = z.enum(['locked', 'open', 'in_work', 'mastered']).meta({
  id: 'SkillStatus',
  description:
    'Mastered; in work, trained or given working sets; open, with all prerequisites met; or locked behind some of them',
  example: 'open',
})
export type SkillStatus = z.output<typeof SkillStatus>

/** An exercise that would open another one, and the sessions in a row that must still meet its standard. */
export type MissingSkill = { readonly exercise: LibraryFacts; readonly sessionsMissing: number }

/** An exercise on the map, with where the athlete stands in it. */
export type MappedSkill = {
  readonly exercise: LibraryFacts
  readonly status: SkillStatus
  /** It counts as mastered for what builds on it, mastered or not. */
  readonly counts: boolean
  readonly standing: ExerciseStanding
  /** Sessions in a row that must still meet the standard; 0 once it is mastered. */
  readonly sessionsMissing: number
  /** 0 (never trained) to 1 (mastered). */
  readonly progress: number
  /** Of what it requires, the groups of which nothing counts as mastered yet. */
  readonly lockedBy: Groups<MissingSkill>
  readonly bars: readonly Bar[]
}

/** Lists every exercise that is offered, the easiest first, with where the athlete stands in it today. */
export function skillMap(state: TrainingState, view: CoachView): MappedSkill[] {
  const { library, rules } = view
  const counting = new Set([...library.values()].filter((one) => countsAsMastered(one, view)).map(({ id }) => id))
  const barring = painBarring(view)
  return offeredIn(library).map((exercise) => {
    const standing = standingIn(state, exercise.id)
    const missing = exercise.prerequisites.filter((group) => !group.some((id) => counting.has(id)))
    return {
      exercise,
      status: statusOf(standing, missing),
      counts: counting.has(exercise.id),
      standing,
      sessionsMissing: sessionsMissing(standing, rules),
      progress: progressOf(exercise, standing, rules),
      lockedBy: missing.map((group) => group.map((id) => missingSkill(exerciseIn(library, id), state, rules))),
      bars: barsInTheWay(exercise, view, barring),
    }
  })
}

function missingSkill(exercise: LibraryFacts, state: TrainingState, rules: TrainingRules): MissingSkill {
  return { exercise, sessionsMissing: sessionsMissing(standingIn(state, exercise.id), rules) }
}

function sessionsMissing({ masteredAt, masteryCount }: ExerciseStanding, { progression }: TrainingRules): number {
  return masteredAt === null ? Math.max(0, progression.hit.masteryAt - masteryCount) : 0
}

function statusOf(standing: ExerciseStanding, missing: Groups<ExerciseId>): SkillStatus {
  if (standing.masteredAt !== null) return 'mastered'
  if (standing.sessionsCount > 0 || standing.working !== null) return 'in_work'
  return missing.length === 0 ? 'open' : 'locked'
}

/** Counts the exercises of each status. */
export function countByStatus(skills: readonly MappedSkill[]): Record<SkillStatus, number> {
  const count = (wanted: SkillStatus) => skills.filter(({ status }) => status === wanted).length
  return { locked: count('locked'), open: count('open'), in_work: count('in_work'), mastered: count('mastered') }
}
