import type { Scope } from '#domain/account/principal.js'
import { EventType } from './event.js'

/**
 * The scope that reads an event, wherever it is shown or sent: that of the operations which answer
 * the same data.
 */
export const readingScope: Readonly<Record<EventType, Scope>> = {
  'session.planned': 'sessions:read',
  'session.edited': 'sessions:read',
  'session.rescheduled': 'sessions:read',
  'session.started': 'sessions:read',
  'session.skipped': 'sessions:read',
  'session.reopened': 'sessions:read',
  'session.completed': 'sessions:read',
  'session.deleted': 'sessions:read',
  'sessionExercise.added': 'sessions:read',
  'sessionExercise.changed': 'sessions:read',
  'sessionExercise.removed': 'sessions:read',
  'exercise.completed': 'sessions:read',
  'set.logged': 'sessions:read',
  'set.corrected': 'sessions:read',
  'set.deleted': 'sessions:read',
  // the decisions of a session are part of it
  'workingSets.progressed': 'sessions:read',
  'workingSets.held': 'sessions:read',
  'workingSets.regressed': 'sessions:read',
  'decision.overridden': 'sessions:read',
  'observation.confirmed': 'sessions:read',
  'workingSets.setByHand': 'exercises:read',
  'exerciseConfig.changed': 'exercises:read',
  'exercise.mastered': 'progress:read',
  'level.setByHand': 'levels:read',
  'level.assessed': 'levels:read',
  'level.tested': 'levels:read',
  'level.achieved': 'levels:read',
  'goal.set': 'progress:read',
  'goal.changed': 'progress:read',
  'goal.dropped': 'progress:read',
  'goal.reached': 'progress:read',
  'checkIn.recorded': 'progress:read',
  'checkIn.deleted': 'progress:read',
  // measured on a day, as check-ins are; the profile shows only the last
  'bodyMass.recorded': 'progress:read',
  'key.created': 'keys:read',
  'key.rotated': 'keys:read',
  'key.revoked': 'keys:read',
  'consent.changed': 'privacy:read',
  'healthData.erased': 'privacy:read',
  'export.begun': 'privacy:read',
  'export.deleted': 'privacy:read',
  'profile.changed': 'profile:read',
  // plans, as sessions are
  'routine.created': 'sessions:read',
  'routine.changed': 'sessions:read',
  'routine.deleted': 'sessions:read',
  'deload.begun': 'progress:read',
  'deload.declined': 'progress:read',
  'returnPlan.applied': 'progress:read',
  'nextWorkout.recommended': 'progress:read',
  'webhook.registered': 'webhooks:read',
  'webhook.changed': 'webhooks:read',
  'webhook.secretRotated': 'webhooks:read',
  'webhook.deleted': 'webhooks:read',
  'webhook.deliveryReplayed': 'webhooks:read',
}

/** Lists the types of events that a caller with these scopes may read. */
export function readableTypes(scopes: ReadonlySet<Scope>): EventType[] {
  return EventType.options.filter((type) => scopes.has(readingScope[type]))
}
