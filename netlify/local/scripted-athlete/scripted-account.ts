import { effect, sql } from '#database/statement.js'
import type { ScriptedAccount } from './script-api.js'

/** Inserts the account of the script's athlete, created on the day before her first week. */
export const enrol = effect({
  name: 'enrolScriptedAthlete',
  sql: ({ id, email, name, timeZone, createdAt }: ScriptedAccount) => sql`
    insert into users (id, email, name, time_zone, created_at)
    values (${id}::uuid, ${email}::text, ${name}::text, ${timeZone}::text, ${createdAt}::timestamptz)`,
})
