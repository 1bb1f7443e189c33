import * as z from 'zod'
import { EventType } from '#domain/event/event.js'
import { KeyId, Version, WebhookId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { Instant } from '#domain/values/time.schema.js'
import { isWebhookUrl, urlLengthMax } from './endpoint-url.js'

/** The most endpoints that an athlete may have. */
export const endpointsMax = 10

/** An event that endpoints can ask for: every event except those about endpoints themselves. */
export const DeliverableType = z
  .enum(EventType.options.filter(isDeliverable))
  .meta({ id: 'DeliverableType', description: 'An event that webhooks can ask for', example: 'session.completed' })
export type DeliverableType = Exclude<EventType, `webhook.${string}`>

function isDeliverable(type: EventType): type is DeliverableType {
  return !type.startsWith('webhook.')
}

const Url = z
  .string()
  .max(urlLengthMax)
  .refine(isWebhookUrl, { error: 'must be an https URL in ASCII, without user and fragment' })
  .meta({
    description: 'Where deliveries are sent; https, and no private address',
    format: 'uri',
    maxLength: urlLengthMax,
    example: 'https://example.com/hooks/calistheniq',
  })

const EventTypes = z
  .array(DeliverableType)
  .min(1)
  .max(DeliverableType.options.length)
  .refine((types) => new Set(types).size === types.length, { error: 'must not name the same type twice' })
  .meta({ description: 'Which events are delivered', example: ['session.completed', 'level.achieved'] })

const disabled = z.boolean().meta({ description: 'Nothing is delivered while this is true', example: false })

/** Why nothing is delivered. */
export const DisabledReason = z
  .enum(['by_hand', 'gone', 'key_ended', 'unreachable'])
  .meta({ id: 'DisabledReason', description: 'Why nothing is delivered', example: 'gone' })
export type DisabledReason = z.output<typeof DisabledReason>

/** Where an athlete's events are delivered, and which ones. */
export const WebhookEndpoint = z
  .strictObject({
    id: WebhookId,
    url: Url,
    eventTypes: EventTypes,
    disabled,
    disabledAt: Instant.nullable().meta({ description: 'Since when it is disabled' }),
    disabledReason: DisabledReason.nullable().meta({
      description:
        'Asked for, the receiver said 410, its API key was revoked or expired, or nothing was accepted for days; null while it is enabled, or where it was not noted',
      example: null,
    }),
    keyId: KeyId.nullable().meta({
      description:
        'The API key that said where it leads: it sends what that key may read, and ends with it. Null where the athlete did, signed in',
      example: null,
    }),
    formerSecretUntil: Instant.nullable().meta({
      description: 'Until then deliveries are signed with the former secret too; null when there is none',
    }),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'WebhookEndpoint', description: "Where an athlete's events are delivered, and which" })
export type WebhookEndpoint = Readonly<z.output<typeof WebhookEndpoint>>

/** An endpoint together with its new secret, which is shown only this once. */
export const WebhookEndpointWithSecret = WebhookEndpoint.extend({
  secret: z.string().max(100).nullable().meta({
    description: 'Signs deliveries as Standard Webhooks asks. It is shown once: the answer to a repeat has null',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  }),
}).meta({ id: 'WebhookEndpointWithSecret', description: 'A webhook with its new secret, which is shown this once' })

export const RegisterWebhook = posted({ id: WebhookId.optional(), url: Url, eventTypes: EventTypes }).meta({
  id: 'RegisterWebhook',
  description: 'Where to deliver what',
})
export type RegisterWebhook = Readonly<z.output<typeof RegisterWebhook>>

/** A merge patch of an endpoint (RFC 7396); event types are replaced as a whole. */
export const ChangeWebhook = z
  .strictObject({
    url: Url.exactOptional(),
    eventTypes: EventTypes.exactOptional(),
    disabled: disabled.exactOptional(),
  })
  .meta({ id: 'ChangeWebhook', description: 'What to change in a webhook' })
export type ChangeWebhook = Readonly<z.output<typeof ChangeWebhook>>
