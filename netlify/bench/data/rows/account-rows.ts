import { healthDataPurpose } from '#domain/account/health-data.js'
import type { Life } from '../lives/life.js'
import type { Rows } from './rows.js'

/** Adds an athlete's account, and the consent to the use of health data where it was given. */
export function addAccount(rows: Rows, { person, began }: Life): void {
  const { athlete, timeZone, bodyMassKg, equipment, sessions } = person
  rows.add('users', {
    id: athlete.id,
    email: athlete.email,
    name: athlete.email.split('@')[0] ?? athlete.email,
    time_zone: timeZone,
    body_mass_kg: bodyMassKg,
    equipment: `{${equipment.join(',')}}`,
    days_per_week: 3,
    minutes_per_session: 45,
    created_at: began,
    updated_at: began,
  })
  rows.add('training_versions', { user_id: athlete.id, version: sessions })
  if (bodyMassKg === null) return
  rows.add('consents', { user_id: athlete.id, purpose: healthDataPurpose, given: true, changed_at: began })
}
