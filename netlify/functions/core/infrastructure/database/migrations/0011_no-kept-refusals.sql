-- Refusals are not kept for repeats: they change nothing, and the same request may succeed later.

delete from idempotency_keys where answer ->> 'kind' = 'refused';

-- As before, but what the former release still hands in as a refusal is not kept.
create or replace function app.keep_answer(for_user uuid, under_key text, of_request text, kept json, at_instant timestamptz)
  returns boolean
  language plpgsql set lock_timeout = '3s'
as $$
begin
  if kept ->> 'kind' is distinct from 'refused' then
    insert into public.idempotency_keys (user_id, key, fingerprint, answer, created_at)
    values (for_user, under_key, of_request, kept, at_instant);
  end if;
  return true;
exception when lock_not_available then
  return app.ensure(false, 'IDEMPOTENCY_KEY_IN_USE');
end
$$;
