import * as z from 'zod'
import { CheckInId } from '#domain/values/id.schema.js'

/** The path of one check-in. */
export const CheckInPath = z.strictObject({ checkInId: CheckInId.meta({ description: 'Id of the check-in' }) })
