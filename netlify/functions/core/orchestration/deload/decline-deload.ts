import * as z from 'zod'
import { DeloadTrigger } from '#domain/event/vocabulary.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { declineEasierWeek } from '#domain/workout/decline-easier-week.js'
import { command } from '#orchestration/operation.js'
import { readCoached } from '#orchestration/workouts/support/read-coached.js'
import { workoutRequestOf } from '#orchestration/workouts/support/workout-request.schema.js'
import { putDeloadDeclined } from '#queries/deloads.js'

const DeclinedDeload = z
  .strictObject({
    startsOn: LocalDate,
    endsOn: LocalDate,
    triggers: z
      .array(DeloadTrigger)
      .max(4)
      .meta({ description: 'Why it was due', example: ['scheduled'] }),
  })
  .meta({ id: 'DeclinedDeload', description: 'The days on which no easier week applies by itself' })

export const declineDeload = command({
  id: 'recovery.declineDeload',
  http: { method: 'POST', path: '/me/deload/decline', status: 200 },
  summary: 'Decline the easier week that is due',
  description:
    'An easier week that is due makes the next workouts lighter by itself. Declined, it does not for seven days; then what calls for it ' +
    'is asked anew.',
  access: { scope: 'progress:write' },
  input: {},
  output: DeclinedDeload,
  refusals: ['ACCOUNT_NOT_FOUND', 'CONFLICT'],
  run: async (context) => {
    const { inputs, training } = await readCoached(context, workoutRequestOf({}), [])
    const { easierWeek } = inputs
    const { startsOn, endsOn, event } = declineEasierWeek(easierWeek, {
      today: training.athlete.today,
      now: context.now,
      athleteId: context.athleteId,
      rules: context.rules,
    })
    const output = { startsOn, endsOn, triggers: [...(easierWeek?.triggers ?? [])] }
    return { statements: [putDeloadDeclined({ userId: context.athleteId, until: endsOn })], events: [event], output }
  },
})
