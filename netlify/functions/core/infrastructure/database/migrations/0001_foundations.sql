-- Roles, the app schema, and the few functions that every table leans on.

-- Roles belong to the whole cluster, so another database on it, or another runner, may have made them already.
do $$
begin
  create role calistheniq_app nologin;
exception when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  create role calistheniq_operator nologin;
exception when duplicate_object or unique_violation then null;
end
$$;

-- The connecting role must be a member of a role to switch to it.
do $$
begin
  if not pg_has_role(current_user, 'calistheniq_app', 'member') then
    execute format('grant calistheniq_app to %I', current_user);
  end if;
  if not pg_has_role(current_user, 'calistheniq_operator', 'member') then
    execute format('grant calistheniq_operator to %I', current_user);
  end if;
end
$$;

create schema app;

grant usage on schema app, public to calistheniq_app, calistheniq_operator;

-- The athlete for whom the current unit of work runs; null when nobody signed in.
create function app.current_user_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;

-- A guard inside a batch: raises CQ001 with the code as the constraint name, which is mapped to a refusal.
create function app.ensure(condition boolean, code text) returns boolean
  language plpgsql immutable
as $$
begin
  if condition is not true then
    raise exception using errcode = 'CQ001', constraint = code, message = 'a guard did not hold: ' || code;
  end if;
  return true;
end
$$;

-- Keeps updated_at truthful when a statement does not set it; the clock of the unit of work wins when it does.
create function app.touch_updated_at() returns trigger
  language plpgsql
as $$
begin
  if new.updated_at is not distinct from old.updated_at then
    new.updated_at = now();
  end if;
  return new;
end
$$;

-- True for [{"reps": 8}, ...] or [{"duration": 30}, ...]: 1 to 20 sets, all of one metric, whole numbers in range.
-- case guards every step, because "and" does not promise an order of evaluation. Strict, so that null stays unknown and
-- a check of a column that may be null passes.
create function app.is_set_list(sets jsonb) returns boolean
  language sql immutable strict parallel safe
as $$
  select case
    when jsonb_typeof(sets) <> 'array' then false
    when jsonb_array_length(sets) not between 1 and 20 then false
    else (
      select bool_and(
          case
            when jsonb_typeof(item) <> 'object' then false
            when (select count(*) from jsonb_object_keys(item)) <> 1 then false
            when jsonb_typeof(item -> 'reps') = 'number'
              then (item ->> 'reps')::numeric between 1 and 1000 and (item ->> 'reps')::numeric % 1 = 0
            when jsonb_typeof(item -> 'duration') = 'number'
              then (item ->> 'duration')::numeric between 1 and 3600 and (item ->> 'duration')::numeric % 1 = 0
            else false
          end)
        and count(distinct case when item ? 'reps' then 'reps' else 'duration' end) = 1
      from jsonb_array_elements(sets) as item
    )
  end
$$;

-- True when the name is one that this server's time zone database knows.
create function app.is_time_zone(name text) returns boolean
  language sql stable
  return exists (select from pg_timezone_names as zone where zone.name = is_time_zone.name);

-- Facts about this database itself, such as whether it may be filled with demo data.
create table app.settings (
  key text constraint settings_pkey primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
grant select on app.settings to calistheniq_app;
grant select, insert, update, delete on app.settings to calistheniq_operator;
