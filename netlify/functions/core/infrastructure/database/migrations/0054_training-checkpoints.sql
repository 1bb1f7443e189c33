-- Where the fold of an athlete's training can go on from: all that follows from the facts of the days up to one.
-- It is derived, and holds for one form, one version of the rules and one version of the library.

create table training_checkpoints (
  user_id uuid not null,
  day date not null,
  form smallint not null,
  rules_version varchar(20) not null,
  library_version uuid not null,
  state json not null,
  notes json not null,
  constraint training_checkpoints_pkey primary key (user_id, day),
  constraint training_checkpoints_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
alter table training_checkpoints enable row level security, force row level security;
create policy training_checkpoints_own on training_checkpoints to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy training_checkpoints_operator on training_checkpoints to calistheniq_operator using (true);
grant select, insert, update, delete on training_checkpoints to calistheniq_app;
grant select, insert, update, delete on training_checkpoints to calistheniq_operator;
