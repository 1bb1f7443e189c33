import * as z from 'zod'
import { type Fault, type Refusal, refusalCodes } from '#domain/refusal.js'
import type { SetOutcome } from '#domain/session/log-sets.js'
import type { Session } from '#domain/session/session.js'
import { setEntriesMax } from '#domain/session/set-entries.schema.js'
import { SetLog } from '#domain/session/set-log.schema.js'
import { setInSession } from '#domain/session/set-logs.js'
import { SessionExerciseId, Version } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'

const ItemFault = z
  .strictObject({
    pointer: z
      .string()
      .max(1_000)
      .regex(/^(\/.*)?$/s)
      .meta({ description: 'Where in the body, a JSON pointer', example: '/sets/3/reps' }),
    code: z
      .string()
      .max(60)
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .meta({ description: 'What is wrong', example: 'METRIC_MISMATCH' }),
    detail: z.string().max(1_000).meta({ description: 'What is wrong, for people', example: 'is not counted in reps' }),
  })
  .meta({ id: 'ItemFault', description: 'One fault of one of many things' })

const ItemProblemCode = z.enum(refusalCodes).meta({
  id: 'ItemProblemCode',
  description: 'Why one of many things was refused, as a stable code',
  example: 'METRIC_MISMATCH',
})

const ItemProblem = z
  .strictObject({
    code: ItemProblemCode,
    detail: z.string().max(2_000).meta({ description: 'Why, for people', example: 'Reps and seconds do not mix.' }),
    errors: z.array(ItemFault).max(100).meta({ description: 'Every fault, with its place in the request' }),
  })
  .meta({ id: 'ItemProblem', description: 'Why one of many things was refused' })

const SetResultStatus = z.enum(['done', 'replayed', 'refused']).meta({
  id: 'SetResultStatus',
  description: 'Logged by this request, logged by an earlier one, or refused',
  example: 'done',
})

const SetResult = z
  .strictObject({
    status: SetResultStatus,
    sessionExerciseId: SessionExerciseId.meta({ description: 'The exercise of the session, as given' }),
    set: SetLog.nullable().meta({ description: 'The set as it is stored; null when it was refused' }),
    problem: ItemProblem.nullable().meta({ description: 'Why it was refused; else null' }),
  })
  .meta({ id: 'SetResult', description: 'What became of one of the sets' })

/** What became of sets that were logged together. */
export const SetResults = z
  .strictObject({
    results: z
      .array(SetResult)
      .min(1)
      .max(setEntriesMax)
      .meta({ description: 'One for each set of the request, in its order' }),
    version: Version.meta({ description: 'The version of the session now, for If-Match' }),
    updatedAt: Instant,
  })
  .meta({ id: 'SetResults', description: 'What became of each set, and the version of the session' })

/** Tells what became of each set, as the session has it now. */
export function presentResults(session: Session, outcomes: readonly SetOutcome[]): z.output<typeof SetResults> {
  return {
    results: outcomes.map((made) => resultOf(session, made)),
    version: session.version,
    updatedAt: session.updatedAt,
  }
}

function resultOf(session: Session, outcome: SetOutcome): z.output<typeof SetResult> {
  const { entry, status } = outcome
  const { sessionExerciseId, id } = entry
  if (outcome.status === 'refused') return { status, sessionExerciseId, set: null, problem: problemOf(outcome.refusal) }
  return { status, sessionExerciseId, set: setInSession(session, id).set, problem: null }
}

function problemOf({ code, detail, faults }: Refusal): z.output<typeof ItemProblem> {
  return { code, detail, errors: faults.flatMap((fault: Fault) => ('pointer' in fault ? [fault] : [])) }
}
