import * as z from 'zod'
import { DeliveryId, WebhookId } from '#domain/values/id.schema.js'

/** The path of one webhook. */
export const WebhookPath = z.strictObject({ webhookId: WebhookId })

/** The path of one delivery of a webhook. */
export const DeliveryPath = WebhookPath.extend({ deliveryId: DeliveryId })
