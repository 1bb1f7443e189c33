-- Every write of an exercise in a session checks its lists of sets. A function in SQL is planned anew by each
-- statement that calls it, which took four fifths of such a write; PL/pgSQL keeps the plan for as long as a
-- connection lives. What it accepts is the same.

create or replace function app.is_set_list(sets jsonb)
returns boolean
language plpgsql
immutable parallel safe strict
as $function$
begin
  return case
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
  end;
end
$function$;
