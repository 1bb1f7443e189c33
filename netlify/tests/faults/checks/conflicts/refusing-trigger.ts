import type { FaultApi } from '#tests/faults/support/fault-api.js'

/**
 * Makes the database refuse the next `times` logged sets with an SQLSTATE; the count survives that
 * each is undone.
 */
export async function refuseSets({ rows }: FaultApi, sqlState: '40001' | '40P01', times: number): Promise<void> {
  await rows('drop trigger if exists refuse_sets on exercise_set_logs')
  await rows('drop sequence if exists sets_tried')
  await rows('create sequence sets_tried')
  await rows(`
    create or replace function refuse_sets() returns trigger language plpgsql security definer as $$
    begin
      if nextval('public.sets_tried') <= ${times} then
        raise exception 'refused to see what happens' using errcode = '${sqlState}';
      end if;
      return new;
    end $$`)
  await rows(
    'create trigger refuse_sets before insert on exercise_set_logs for each row execute function refuse_sets()',
  )
}

/** How often a set was tried since. */
export async function setsTried({ rows }: FaultApi): Promise<number> {
  const [tried] = await rows<{ count: number }>('select last_value::int as count from sets_tried where is_called')
  return tried?.count ?? 0
}
