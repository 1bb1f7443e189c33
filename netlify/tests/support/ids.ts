import type {
  AthleteId,
  CheckInId,
  DeliveryId,
  DeloadId,
  EventId,
  ExerciseId,
  GoalId,
  KeyId,
  LevelTestId,
  PlaceId,
  RoutineId,
  SessionExerciseId,
  SessionId,
  SetId,
  WebhookId,
} from '#domain/values/id.schema.js'

/** A readable UUID: the same number gives the same id. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/**
 * Ids of things in tests: a number gives a readable UUID, and a name gives the name itself, for
 * tests of the domain, which does not look at what ids are made of.
 */
export const idOf = {
  athlete: mintsOf<AthleteId>(),
  checkIn: mintsOf<CheckInId>(),
  deload: mintsOf<DeloadId>(),
  delivery: mintsOf<DeliveryId>(),
  event: mintsOf<EventId>(),
  exercise: mintsOf<ExerciseId>(),
  goal: mintsOf<GoalId>(),
  key: mintsOf<KeyId>(),
  levelTest: mintsOf<LevelTestId>(),
  place: mintsOf<PlaceId>(),
  routine: mintsOf<RoutineId>(),
  session: mintsOf<SessionId>(),
  sessionExercise: mintsOf<SessionExerciseId>(),
  set: mintsOf<SetId>(),
  webhook: mintsOf<WebhookId>(),
}

function mintsOf<Minted extends string>(): (name: string | number) => Minted {
  return (name) => (typeof name === 'number' ? uuid(name) : name) as Minted
}
