import { withClient } from '#tests/support/with-client.js'
import { createSession } from '../../floor/statements.js'

/**
 * Puts the floor's statement into a function, which PostGraphile makes a mutation of: an insert into
 * two tables that looks up what is planned is no single mutation otherwise.
 */
export async function addPlanSession(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`create schema if not exists bench;
      grant usage on schema bench to calistheniq_app;
      create or replace function bench.plan_session (athlete uuid, day date)
        returns table (session_id uuid, session_exercise_id uuid) language sql
        as $$ ${createSession.text} $$`),
  )
}
