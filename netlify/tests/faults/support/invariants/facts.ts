/** What the tables of training and the events must tell alike: each query finds what is not so. */
export const factQueries: readonly string[] = [
  // a set has the event of its logging, once
  `select sets.id, count(events.id)::int as events
   from exercise_set_logs as sets
   left join events on events.subject = sets.id::text and events.type = 'set.logged'
   group by sets.id
   having count(events.id) <> 1`,
  // what was logged is there, unless it went with the set, the exercise or the session
  `select logged.subject from events as logged
   where logged.type = 'set.logged'
     and not exists (select from exercise_set_logs where id::text = logged.subject)
     and not exists (
       select from events as later
       where later.user_id = logged.user_id
         and later.type in ('set.deleted', 'sessionExercise.removed', 'session.deleted')
         and later.subject in (
           logged.subject, logged.payload ->> 'sessionExerciseId', logged.payload ->> 'sessionId'))`,
  // a session was planned once, and is there unless it was deleted
  `select coalesce(session.id::text, told.subject) as session, told.planned, told.deleted
   from workout_sessions as session
   full join (
     select subject,
       count(*) filter (where type = 'session.planned')::int as planned,
       count(*) filter (where type = 'session.deleted')::int as deleted
     from events where type in ('session.planned', 'session.deleted')
     group by subject
   ) as told on told.subject = session.id::text
   where told.planned is distinct from 1
      or told.deleted <> case when session.id is null then 1 else 0 end`,
  // nothing is told of a session before it is planned or after it is deleted
  `select happened.subject, happened.type from events as happened
   join events as edge on edge.user_id = happened.user_id
     and edge.payload ->> 'sessionId' = happened.payload ->> 'sessionId'
   where happened.type ~ '^(session|sessionExercise|set)\\.'
     and (edge.type = 'session.planned' and happened.sequence < edge.sequence
       or edge.type = 'session.deleted' and happened.sequence > edge.sequence)`,
]
