-- What the coach said when an athlete asked about a day, with what it rested on: so that it can be said again, by the rules of its version.

create table shown_recommendations (
  id uuid constraint shown_recommendations_pkey primary key,
  user_id uuid not null,
  recommended_for date not null,
  -- what was asked, in one form: the same question has the same text
  question text not null,
  rules_version varchar(20) not null,
  -- text, so that what is read is what was said, byte for byte
  inputs text not null,
  answer text not null,
  -- tells whether an answer is the last one again without reading it
  answer_sha256 varchar(64) not null,
  -- whether it rests on health data: pain, readiness, body mass
  tells_of_health boolean not null,
  shown_at timestamptz not null,
  constraint shown_recommendations_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_shown_recommendations_user on shown_recommendations (user_id, recommended_for, shown_at desc, id desc);
create index idx_shown_recommendations_shown_at on shown_recommendations (shown_at);

alter table shown_recommendations enable row level security, force row level security;
create policy shown_recommendations_own on shown_recommendations to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy shown_recommendations_operator on shown_recommendations to calistheniq_operator using (true);
grant select, insert on shown_recommendations to calistheniq_app;
grant select, insert, update, delete on shown_recommendations to calistheniq_operator;

-- an easier week that is due applies by itself, unless the athlete declined it up to this day
alter table users add column deload_declined_until date;
grant update (deload_declined_until) on users to calistheniq_app;
