import { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { query } from '#orchestration/operation.js'
import { CheckInPath, findCheckIn } from './support/find-check-in.js'

export const getCheckIn = query({
  id: 'recovery.getCheckIn',
  http: { method: 'GET', path: '/me/check-ins/{checkInId}', status: 200 },
  summary: 'Get one of my check-ins',
  access: { scope: 'progress:read' },
  consent: 'health-data',
  input: { params: CheckInPath },
  output: DailyCheckIn,
  refusals: ['CHECK_IN_NOT_FOUND'],
  run: (context, { params }) => findCheckIn(context, params.checkInId),
})
