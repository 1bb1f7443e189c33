-- An exercise has its place in a workout (slot, ladder), asks for one of several things at a time (equipment, prerequisites),
-- and may be renamed or leave the library without losing what athletes did. Both tables are small and public to read.

alter table exercise_edges
  -- from 1: of the prerequisites of `from` in one group any one will do, and of every group one is required
  add column any_of_group smallint;

-- and_group said the reverse, and every prerequisite stood in group 1: all were required. So each becomes a group of its own.
-- The column stays at 1 for the release before, which reads it, and is dropped in a later one.
update exercise_edges set any_of_group = position, position = 1 where kind = 'prerequisite';

alter table exercise_edges
  drop constraint exercise_edges_key,
  add constraint exercise_edges_key unique nulls not distinct (from_exercise_id, kind, to_exercise_id, any_of_group),
  add constraint exercise_edges_any_of_group_check check ((kind = 'prerequisite') = (any_of_group is not null));

alter table exercises
  -- what it is for in a workout; `accessory` is chosen for nobody, until the library is seeded
  add column slot varchar(20) not null default 'accessory',
  -- the line inside the slot; its rungs are its exercises by rising difficulty
  add column ladder varchar(40) not null default 'unplaced',
  add column loadable boolean not null default false,
  -- a list of lists of words: one thing of every inner list is needed. default_equipment holds the first of each
  add column equipment_groups jsonb not null default '[]',
  -- slugs that it had before, by which it is still found
  add column former_slugs text[] not null default '{}',
  -- when it left the library: it stays readable by its key and in histories, and is in no list
  add column retired_at timestamptz,
  -- the slug of what is done instead; no foreign key, so that no table refers to itself (a backup needs an order)
  add column replaced_by varchar(80),
  add constraint exercises_slot_check check (
    slot in ('hpush', 'vpush', 'hpull', 'vpull', 'squat', 'hinge', 'core', 'skill', 'power', 'accessory', 'prep')
  ),
  add constraint exercises_equipment_groups_check check (jsonb_typeof(equipment_groups) = 'array'),
  add constraint exercises_replaced_by_check check (replaced_by is null or retired_at is not null),
  drop constraint exercises_name_key;

update exercises
set equipment_groups = (
  select coalesce(jsonb_agg(jsonb_build_array(item) order by place), '[]')
  from unnest(default_equipment) with ordinality as needed (item, place)
);

-- a name is free again when its exercise has left
create unique index exercises_name_key on exercises (name) where retired_at is null;
