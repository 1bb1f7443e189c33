import * as z from 'zod'

/** A UUID as it is stored and answered: in lower case (RFC 9562, section 4). */
const KeptId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case')
  .meta({
    id: 'Id',
    description: 'A UUID, lower case',
    format: 'uuid',
    example: '0198c0de-7a11-7000-8000-000000000001',
    maxLength: 36,
  })

/** A UUID as clients may write it: upper and lower case are the same id. */
const GivenId = z
  .string()
  .regex(/^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/, 'must be a UUID')
  .toLowerCase()
  .meta({
    id: 'GivenId',
    description: 'A UUID in upper or lower case; answers have it in lower case',
    format: 'uuid',
    example: '0198c0de-7a11-7000-8000-000000000001',
    maxLength: 36,
  })

/**
 * The id of something; a client may choose the id of what it creates. It is taken in either case and
 * is in lower case from then on, so that ids are compared as text.
 */
export const Id = GivenId.pipe(KeptId)

/** Returns a text that may be an id; an id in lower case, any other text as it is. */
export function withIdInLowerCase(text: string): string {
  return Id.safeParse(text).data ?? text
}

// Each kind of thing has ids of its own, so that one cannot stand where another is meant.

export const AthleteId = Id.brand<'AthleteId'>()
export type AthleteId = z.output<typeof AthleteId>

export const CheckInId = Id.brand<'CheckInId'>()
export type CheckInId = z.output<typeof CheckInId>

export const DeloadId = Id.brand<'DeloadId'>()
export type DeloadId = z.output<typeof DeloadId>

export const DeliveryId = Id.brand<'DeliveryId'>()
export type DeliveryId = z.output<typeof DeliveryId>

export const EventId = Id.brand<'EventId'>()
export type EventId = z.output<typeof EventId>

export const ExerciseId = Id.brand<'ExerciseId'>()
export type ExerciseId = z.output<typeof ExerciseId>

export const ExportId = Id.brand<'ExportId'>()
export type ExportId = z.output<typeof ExportId>

export const GoalId = Id.brand<'GoalId'>()
export type GoalId = z.output<typeof GoalId>

export const KeyId = Id.brand<'KeyId'>()
export type KeyId = z.output<typeof KeyId>

export const LevelTestId = Id.brand<'LevelTestId'>()
export type LevelTestId = z.output<typeof LevelTestId>

export const PlaceId = Id.brand<'PlaceId'>()
export type PlaceId = z.output<typeof PlaceId>

export const RecommendationId = Id.brand<'RecommendationId'>()
export type RecommendationId = z.output<typeof RecommendationId>

export const RoutineId = Id.brand<'RoutineId'>()
export type RoutineId = z.output<typeof RoutineId>

export const SessionExerciseId = Id.brand<'SessionExerciseId'>()
export type SessionExerciseId = z.output<typeof SessionExerciseId>

export const SessionId = Id.brand<'SessionId'>()
export type SessionId = z.output<typeof SessionId>

export const SetId = Id.brand<'SetId'>()
export type SetId = z.output<typeof SetId>

export const WebhookId = Id.brand<'WebhookId'>()
export type WebhookId = z.output<typeof WebhookId>

/** A function that mints a fresh id of a kind: `newId(SetId)`. */
export type NewId = <Kind extends z.ZodType>(kind: Kind) => z.output<Kind>

/** Returns the id of a kind that has a number: for things that are imagined, and stored nowhere. */
export function numberedId<Kind extends z.ZodType>(kind: Kind, n: number): z.output<Kind> {
  return kind.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

/** Makes ids from a source of fresh UUIDs. */
export function idsFrom(freshUuid: () => string): NewId {
  return (kind) => kind.parse(freshUuid())
}

/** The count of a thing's changes; its `ETag` begins with this number. */
export const Version = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .meta({ description: 'Counts the changes; `"3"` in If-Match names version 3', example: 1 })
