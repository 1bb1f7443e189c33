import { mappedExercise } from '#domain/library/exercise-graph.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { MappedSkill, MissingSkill } from '#domain/progress/skill-map.js'

/** Returns an exercise of the skill map as it is answered. */
export function presentSkill({ exercise, standing, lockedBy, bars, ...skill }: MappedSkill) {
  const { metric } = exercise
  const working = standing.beyond?.working ?? standing.working
  return {
    ...mappedExercise(exercise),
    status: skill.status,
    counts: skill.counts,
    working: working && setPrescriptions(working, metric),
    modifier: standing.beyond?.modifier ?? 'none',
    masteredAt: standing.masteredAt,
    sessionsMissing: skill.sessionsMissing,
    progress: skill.progress,
    lastTrainedOn: standing.lastSessionOn,
    lockedBy: lockedBy.map((group) => ({ anyOf: group.map(presentMissing) })),
    barredBy: [...bars],
  }
}

function presentMissing({ exercise: { slug, metric, defaults }, sessionsMissing }: MissingSkill) {
  return { slug, standard: setPrescriptions(defaults, metric), sessionsMissing }
}
