import { changeWebhook } from './change-webhook.js'
import { deleteWebhook } from './delete-webhook.js'
import { getWebhook } from './get-webhook.js'
import { listDeliveries } from './list-deliveries.js'
import { listWebhooks } from './list-webhooks.js'
import { registerWebhook } from './register-webhook.js'
import { replayDelivery } from './replay-delivery.js'
import { rotateWebhookSecret } from './rotate-webhook-secret.js'

/** Where an athlete's events are delivered, and what became of them. */
export const webhookOperations = [
  listWebhooks,
  registerWebhook,
  getWebhook,
  changeWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  listDeliveries,
  replayDelivery,
]
