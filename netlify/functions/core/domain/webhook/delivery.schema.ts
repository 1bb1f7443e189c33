import * as z from 'zod'
import { DeliveryId, EventId, WebhookId } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { attemptsMax } from './retry-schedule.js'

export const DeliveryStatus = z.enum(['pending', 'delivered', 'failed']).meta({
  id: 'DeliveryStatus',
  description: 'Pending while attempts are still to come; failed once they are used up, or the receiver answered 410',
  example: 'delivered',
})

/** One event on its way to one endpoint, in the form that the delivery log shows. */
export const WebhookDelivery = z
  .strictObject({
    id: DeliveryId,
    webhookId: WebhookId,
    eventId: EventId.meta({ description: 'The event, and the `webhook-id` under which every attempt is sent' }),
    eventType: z.string().max(60).meta({ description: 'The type of the event', example: 'session.completed' }),
    status: DeliveryStatus,
    attempts: z
      .int()
      .min(0)
      .max(2_147_483_647)
      .meta({ description: `Attempts begun, since the last replay; ${attemptsMax} are made`, example: 1 }),
    lastAttemptAt: Instant.nullable().meta({ description: 'When the last attempt began' }),
    lastStatus: z
      .int()
      .min(100)
      .max(999)
      .nullable()
      .meta({ description: 'The HTTP status of the last answer; null when there was none', example: 200 }),
    lastError: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: 'What was wrong with the last attempt', example: 'answered 500' }),
    nextAttemptAt: Instant.nullable().meta({ description: 'When the next attempt is due, while pending' }),
    deliveredAt: Instant.nullable().meta({ description: 'When it was accepted' }),
    failedAt: Instant.nullable().meta({ description: 'When it was given up' }),
    createdAt: Instant,
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one webhook' })
export type WebhookDelivery = Readonly<z.output<typeof WebhookDelivery>>
