import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'

/** The path of one check-in. */
export const CheckInPath = z.strictObject({ checkInId: Id.meta({ description: 'Id of the check-in' }) })
