-- Erasing an account that is erased already succeeds: the tombstone tells it from one that never was. A repeat whose first answer
-- was lost can be told nothing else, because everything that an answer could be kept with is gone.

create or replace function app.erase_account() returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from users where id = app.current_user_id();
  return found or exists (select from erasure_tombstones where user_id = app.current_user_id());
end
$$;
