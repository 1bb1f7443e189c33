const unseen = 'set local session_replication_role = replica;'
const session = `(select id from workout_sessions where status = 'completed' order by session_date limit 1)`

/** SQL that does damage, with words of the finding that must report it. */
export type Damage = readonly [sql: string, subject: string, problem: string]

/** Damages to a database with demo data, by the name of the check that must find them. */
export const damages: readonly (readonly [check: string, damages: readonly Damage[]])[] = [
  [
    'migrations',
    [
      [`delete from migrations.applied where number = 4`, '0004_sessions.sql', 'late'],
      [`update migrations.applied set checksum = 'x' where number = 2`, '0002_library.sql', 'has changed'],
      [
        `insert into migrations.applied (number, name, checksum, finished_at) values (9999, '9999_gone.sql', 'x', now())`,
        '9999_gone.sql',
        'is missing',
      ],
      [
        `update migrations.applied set finished_at = null where number = (select max(number) from migrations.applied)`,
        '.sql',
        'is unfinished: npm run db:migrate',
      ],
    ],
  ],
  [
    'tables of the design document',
    [
      [`drop table daily_workout_summary cascade`, 'table daily_workout_summary', 'is missing'],
      [`alter table exercises drop column default_notes`, 'column exercises.default_notes', 'is missing'],
      [`drop index idx_exercises_tags`, 'index idx_exercises_tags', 'is missing'],
    ],
  ],
  [
    'columns',
    [
      [`alter table users alter column name type text`, 'users: name varchar(100)', 'is missing'],
      [
        `alter table users alter column units drop not null`,
        `users: units varchar(10) default 'metric'::character varying`,
        'is not in schema.sql',
      ],
      [`alter table users add column nickname text`, 'users: nickname text', 'is not in schema.sql'],
    ],
  ],
  [
    'constraints',
    [
      [
        `alter table users drop constraint users_units_check`,
        'users: constraint users_units_check check',
        'is missing',
      ],
      [
        `alter table session_exercises drop constraint session_exercises_session_fkey`,
        'session_exercises_session_fkey',
        'is missing',
      ],
      [`alter table users add check (version > 0)`, 'constraint users_version_check', 'is not in schema.sql'],
      [
        `alter table users drop constraint users_units_check, add constraint users_units_check check (units <> '') not valid`,
        'not valid',
        'is not in schema.sql',
      ],
    ],
  ],
  [
    'indexes',
    [
      [`drop index idx_workout_sessions_user_date`, 'create index idx_workout_sessions_user_date', 'is missing'],
      [`create index extra on users (name)`, 'create index extra on users', 'is not in schema.sql'],
    ],
  ],
  [
    'row-level security',
    [
      [`drop policy workout_sessions_own on workout_sessions`, 'create policy workout_sessions_own', 'is missing'],
      [
        `alter table workout_sessions no force row level security`,
        'alter table workout_sessions enable row level security;',
        'is not in schema.sql',
      ],
      [`alter policy users_own on users using (true)`, 'create policy users_own', 'is missing'],
    ],
  ],
  [
    'row-level security on personal tables',
    [
      [`alter table events disable row level security`, 'events', 'row-level security is not enabled and forced'],
      [`alter table users no force row level security`, 'users', 'row-level security is not enabled and forced'],
      [`alter policy users_own on users using (true)`, 'users, policy users_own', 'shows every row to every athlete'],
      [`create policy open on goals for select using (true)`, 'goals, policy open', 'shows every row to every athlete'],
      [`create table diaries (user_id uuid)`, 'diaries', 'has no policy'],
      [
        `grant select on weekly_workout_summary to calistheniq_app`,
        'weekly_workout_summary',
        'shows every row to every athlete',
      ],
    ],
  ],
  [
    'roles',
    [
      [`alter role calistheniq_app bypassrls`, 'calistheniq_app', 'bypasses row-level security'],
      [`alter role calistheniq_operator login`, 'calistheniq_operator', 'can log in'],
      [`alter table goals owner to calistheniq_app`, 'calistheniq_app', 'owns goals'],
    ],
  ],
  [
    'grants',
    [
      [
        `grant delete on users to calistheniq_app`,
        'grant delete, select on users to calistheniq_app',
        'is not in schema.sql',
      ],
      [`revoke select on exercises from calistheniq_app`, 'grant select on exercises to calistheniq_app', 'is missing'],
      [`grant update (email) on users to calistheniq_app`, 'email', 'is not in schema.sql'],
      [
        `grant execute on function app.use_api_key to public`,
        'revoke execute on function app.use_api_key',
        'is missing',
      ],
    ],
  ],
  [
    'functions, views, triggers',
    [
      [`drop trigger users_touch on users`, 'create trigger users_touch', 'is missing'],
      [
        `create or replace function app.current_user_id() returns uuid language sql stable parallel safe return null::uuid`,
        'function app.current_user_id()',
        'is missing',
      ],
      [`drop view auth_public_keys`, 'create view auth_public_keys', 'is missing'],
      [`drop index weekly_workout_summary_key`, 'create unique index weekly_workout_summary_key', 'is missing'],
      [
        `alter materialized view weekly_workout_summary owner to current_user`,
        'alter materialized view weekly_workout_summary owner to calistheniq_operator',
        'is missing',
      ],
    ],
  ],
  [
    'library counts',
    [
      [
        `insert into exercise_categories (name, description) values ('Core', 'x')`,
        'categories',
        'there are 4, and should be 3',
      ],
    ],
  ],
  [
    'library as in its seed files',
    [
      [`update exercises set slug = 'renamed' where slug = 'wall-push-up'`, 'wall-push-up', 'is missing'],
      [`update exercises set slug = 'ghost' where slug = 'wall-push-up'`, 'ghost', 'and not retired'],
      [`update exercises set retired_at = now() where slug = 'push-up'`, 'push-up', 'is missing'],
      [
        `update exercises set loadable = not loadable where slug = 'push-up'`,
        'push-up',
        'in loadable: npm run db:seed',
      ],
      [`update exercises set aliases = '{}' where slug = 'push-up'`, 'push-up', 'in aliases: npm run db:seed'],
      [
        `update exercise_edges set any_of_group = 2 where kind = 'prerequisite' and position = 2`,
        'pull-up',
        'in prerequisites',
      ],
      [
        `delete from exercise_edges where kind = 'lateral' and (select slug from exercises where id = to_exercise_id) = 'l-sit'`,
        'floor-l-sit ~ l-sit',
        'is missing',
      ],
      [
        `insert into exercise_edges (from_exercise_id, to_exercise_id, kind) select a.id, b.id, 'lateral' from exercises as a, exercises as b where a.slug = 'low-incline-push-up' and b.slug = 'push-up'`,
        'low-incline-push-up ~ push-up',
        'is not in the seed files',
      ],
      [
        `update exercises set retired_at = now(), replaced_by = 'nothing' where slug = 'push-up'`,
        'push-up',
        'is replaced by nothing',
      ],
    ],
  ],
  [
    'names of the library',
    [
      [`delete from exercise_names where compact = 'hspu'`, 'wall-handstand-push-up', '"hspu" is not among its names'],
      [
        `update exercise_names set letters = '' where compact = 'hspu'`,
        'wall-handstand-push-up',
        'not what it is called',
      ],
      [
        `update exercises set name = 'Press-ups' where slug = 'push-up'`,
        'push-up',
        '"press up" is not among its names',
      ],
    ],
  ],
  [
    'library graph',
    [
      [
        `update exercises set difficulty = 0.01 where slug = 'scapular-push-up'`,
        'scapular-push-up',
        'PREREQUISITE_NOT_EASIER',
      ],
      [`delete from exercise_edges where kind = 'prerequisite'`, '', 'NO_PREREQUISITE_IN_CATEGORY'],
      [`update exercises set cues = '{}' where slug = 'wall-push-up'`, 'wall-push-up', 'INVALID_CUES'],
    ],
  ],
  [
    'edges in pairs',
    [
      [`delete from exercise_edges where kind = 'regression'`, 'wall-push-up', 'progression without regression back'],
      [
        `delete from exercise_edges where (from_exercise_id, kind) = (select from_exercise_id, kind from exercise_edges where kind = 'lateral' limit 1)`,
        ' -> ',
        'lateral without lateral back',
      ],
      [`delete from exercise_edges where kind <> 'prerequisite'`, ' -> ', 'prerequisite without a step of the chain'],
    ],
  ],
  [
    'orphans',
    [
      [
        `${unseen} delete from workout_sessions where id = ${session}`,
        'session_exercises',
        'rows refer to workout_sessions that are not there',
      ],
      [`${unseen} delete from users`, 'daily_workout_summary', 'rows refer to users that are not there'],
      [
        `${unseen} delete from exercises where slug = 'push-up'`,
        'exercise_edges',
        'rows refer to exercises that are not there',
      ],
      [
        `${unseen} update exercise_set_logs set user_id = gen_random_uuid()`,
        'exercise_set_logs',
        'rows refer to session_exercises that are not there',
      ],
    ],
  ],
  [
    'actual sets equal to the logs',
    [
      [
        `update exercise_set_logs set actual_reps = actual_reps + 1 where id = (select id from exercise_set_logs where actual_reps is not null limit 1)`,
        'session_exercises ',
        'actual_sets [{"reps"',
      ],
      [
        `update session_exercises set actual_sets = null where actual_sets is not null`,
        'session_exercises ',
        'actual_sets null, logs [',
      ],
      [`delete from exercise_set_logs`, 'session_exercises ', 'logs null'],
    ],
  ],
  [
    'summaries equal to the logs',
    [
      [`update daily_workout_summary set total_reps = total_reps + 1`, ' of ', 'total_reps is '],
      [
        `delete from daily_workout_summary where workout_date = (select min(workout_date) from daily_workout_summary)`,
        ' of ',
        'has no summary',
      ],
      [`update workout_sessions set session_date = session_date + 365`, ' of ', 'has a summary, and no session'],
      [`update workout_sessions set status = 'skipped', completed_at = null where id = ${session}`, ' of ', ''],
    ],
  ],
  [
    'no erased athlete in the sums of weeks',
    [
      [
        `select app.refresh_weekly_summaries(now());
        insert into erasure_tombstones (user_id, erased_at, scope) select id, now() - interval '3 hours', 'account' from users`,
        'weekly_workout_summary, ',
        'was erased ',
      ],
    ],
  ],
  [
    'derived state equal to the facts',
    [
      [`update user_abilities set mean = mean + 1`, 'athlete ', 'category Push: ability mean is '],
      [`delete from personal_records`, 'athlete ', 'is missing, and should be '],
      [`update exercise_set_logs set actual_reps = 1 where actual_reps = 10`, 'athlete ', 'session of '],
      [
        `alter table events disable trigger events_keep; delete from events where type = 'session.completed'`,
        'athlete ',
        'only the tables have it: ',
      ],
    ],
  ],
]
