import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'

/** The path of one webhook. */
export const WebhookPath = z.strictObject({ webhookId: Id })

/** The path of one delivery of a webhook. */
export const DeliveryPath = WebhookPath.extend({ deliveryId: Id })
