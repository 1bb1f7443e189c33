-- Facts: what happened, to whom, when it happened and when it was recorded. Appended in the batch that changes state; never changed.

create table events (
  id uuid constraint events_pkey primary key,
  -- the order of recording
  sequence bigint generated always as identity,
  user_id uuid not null,
  type varchar(60) not null,
  type_version smallint not null,
  -- what it is about: a session, an exercise, a goal, a category
  subject varchar(80) not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  request_id varchar(128) not null,
  -- the API key that acted; null when it was the athlete's own sign-in
  key_id uuid,
  payload jsonb not null,
  constraint events_sequence_key unique (sequence),
  constraint events_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint events_payload_check check (jsonb_typeof(payload) = 'object'),
  constraint events_type_version_check check (type_version >= 1)
);

create index idx_events_user_sequence on events (user_id, sequence desc);
create index idx_events_user_type on events (user_id, type, sequence);

-- Append-only twice over: nobody is granted update or delete, and the owner is stopped by this trigger.
-- Events leave only with their athlete, when the account is erased.
create function app.keep_events() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'DELETE' and not exists (select from public.users where id = old.user_id) then
    return old;
  end if;
  raise exception using errcode = 'CQ002', constraint = 'EVENTS_ARE_APPEND_ONLY', message = 'events are append-only';
end
$$;

create trigger events_keep before update or delete on events
  for each row execute function app.keep_events();

alter table events enable row level security, force row level security;

create policy events_own on events to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy events_operator on events to calistheniq_operator using (true);

grant select, insert on events to calistheniq_app, calistheniq_operator;
