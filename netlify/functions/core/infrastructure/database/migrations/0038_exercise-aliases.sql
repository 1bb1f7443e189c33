-- Exercises have other names, by language, and are found by what their names, tags and description say.

-- trusted since PostgreSQL 13: whoever may create in this database may create it
create extension if not exists pg_trgm with schema public;

-- array_to_string is not immutable, because elements of other types may print differently
create function app.joined_words(words text[]) returns text
  language sql immutable parallel safe
  return array_to_string(words, ' ');

alter table exercises
  -- {"en": ["Press-up"], "de": ["Liegestütz"]}
  add column aliases jsonb not null default '{}',
  add constraint exercises_aliases_check check (jsonb_typeof(aliases) = 'object'),
  add column search_text tsvector not null generated always as (
    setweight(to_tsvector('english'::regconfig, name), 'A')
    || setweight(jsonb_to_tsvector('english'::regconfig, aliases, '["string"]'), 'B')
    || setweight(to_tsvector('english'::regconfig, replace(app.joined_words(tags), '-', ' ')), 'C')
    || setweight(to_tsvector('english'::regconfig, description), 'D')
  ) stored;

create index idx_exercises_search_text on exercises using gin (search_text);
