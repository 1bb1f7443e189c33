import deliverWebhooks from '../../../../functions/deliver-webhooks.js'

/** The scheduled function in a process of its own, configured by its environment, once. */
await deliverWebhooks()
