-- Health data are erased on request, also out of what happened: a session that is told without its pain is told all the
-- same. Events stay append-only for everybody; the function below alone takes health data out of those of the athlete
-- that the unit of work runs as.

create policy events_accounts on events to current_user using (user_id = (select app.current_user_id()));
create policy webhook_deliveries_accounts on webhook_deliveries to current_user
  using (user_id = (select app.current_user_id()));
create policy shown_recommendations_accounts on shown_recommendations to current_user
  using (user_id = (select app.current_user_id()));

create or replace function app.keep_events() returns trigger language plpgsql as $function$
begin
  if tg_op = 'DELETE' and not exists (select from public.users where id = old.user_id) then
    return old;
  end if;
  -- set by app.erase_health_data() for as long as it runs; the application's role may change no event anyway
  if current_setting('app.erases_health_data', true) = 'on' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception using errcode = 'CQ002', constraint = 'EVENTS_ARE_APPEND_ONLY', message = 'events are append-only';
end
$function$;

create function app.without_fields(value jsonb, fields text[]) returns jsonb language plpgsql immutable as $function$
begin
  return case jsonb_typeof(value)
    when 'object' then (
      select coalesce(
        jsonb_object_agg(
          member.key,
          case when member.key = any (fields) then 'null'::jsonb else app.without_fields(member.value, fields) end),
        '{}'::jsonb)
      from jsonb_each(value) as member)
    when 'array' then (
      select coalesce(jsonb_agg(app.without_fields(item.value, fields) order by item.place), '[]'::jsonb)
      from jsonb_array_elements(value) with ordinality as item (value, place))
    else value
  end;
end
$function$;

create function app.erase_health_data(fields text[], types text[], reasons text[]) returns void
language plpgsql security definer set search_path to 'public', 'pg_temp'
as $function$
begin
  -- by itself, because only a superuser may declare a setting of ours with the function
  perform set_config('app.erases_health_data', 'on', true);
  delete from shown_recommendations where user_id = app.current_user_id() and tells_of_health;
  -- deliveries go with their events
  delete from events
  where user_id = app.current_user_id() and (type = any (types) or payload ->> 'reason' = any (reasons));
  update events
  set payload = jsonb_set(payload, '{triggers}', (payload -> 'triggers') - reasons)
  where user_id = app.current_user_id() and payload -> 'triggers' ?| reasons;
  update events
  set payload = app.without_fields(payload, fields)
  where user_id = app.current_user_id() and payload <> app.without_fields(payload, fields);
  update webhook_deliveries
  set payload = app.without_fields(payload, fields)
  where user_id = app.current_user_id() and payload <> app.without_fields(payload, fields);
  perform set_config('app.erases_health_data', 'off', true);
end
$function$;
revoke execute on function app.erase_health_data(text[], text[], text[]) from public;
grant execute on function app.erase_health_data(text[], text[], text[]) to calistheniq_app;
