import { ExportFailure, ExportStatus } from '#domain/account/account-export.schema.js'
import { PasskeyDeviceType } from '#domain/account/passkey.schema.js'
import { Scope } from '#domain/account/principal.js'
import { Purpose } from '#domain/account/purpose.schema.js'
import { SecondFactorMethod } from '#domain/account/second-factor.schema.js'
import { Units } from '#domain/athlete/profile.schema.js'
import { EventType } from '#domain/event/event.js'
import { DeliveryStatus } from '#domain/webhook/delivery.schema.js'
import { DisabledReason } from '#domain/webhook/endpoint.schema.js'
import { plainTermsOf, termsOf } from './terms.js'

/** What the words of accounts are called. */
export const accountTerms = {
  units: termsOf(Units.options, {
    metric: ['Metric', 'Kilograms and centimetres'],
    imperial: ['Imperial', 'Pounds and inches'],
  }),
  purposes: termsOf(Purpose.options, {
    'health-data': ['Health data', 'Pain, heart rate and check-ins may be kept and taken into account'],
    research: ['Research', 'Training data may be used for research, without your name'],
  }),
  scopes: termsOf(Scope.options, {
    'profile:read': 'See your profile',
    'profile:write': 'Change your profile',
    'levels:read': 'See your levels',
    'levels:write': 'Change your levels',
    'exercises:read': 'See how you do exercises',
    'exercises:write': 'Change how you do exercises',
    'sessions:read': 'See your sessions',
    'sessions:write': 'Plan and log sessions',
    'progress:read': 'See your progress and what to train next',
    'progress:write': 'Set goals, check in, and change what your progress rests on',
    'privacy:read': 'Take your data along',
    'privacy:write': 'Give consents and erase your data',
    'keys:read': 'See your API keys',
    'keys:write': 'Make and revoke API keys',
    'webhooks:read': 'See your webhooks',
    'webhooks:write': 'Register and change webhooks',
  }),
  secondFactors: termsOf(SecondFactorMethod.options, { totp: 'Authenticator app', 'backup-code': 'Backup code' }),
  passkeyDeviceTypes: termsOf(PasskeyDeviceType.options, {
    singleDevice: 'On one device',
    multiDevice: 'On all your devices',
  }),
  exportStatuses: plainTermsOf(ExportStatus.options),
  exportFailures: termsOf(ExportFailure.options, {
    key_ended: 'The API key ended',
    gave_up: 'Every attempt broke off',
  }),
  deliveryStatuses: plainTermsOf(DeliveryStatus.options),
  disabledReasons: termsOf(DisabledReason.options, {
    by_hand: 'Switched off',
    gone: 'The receiver said that it is gone',
    key_ended: 'The API key ended',
    unreachable: 'Nobody answered for days',
  }),
  events: plainTermsOf(EventType.options),
}
