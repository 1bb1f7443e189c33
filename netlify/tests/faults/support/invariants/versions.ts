/**
 * A session is born with version 1, whatever was done of it by the request that planned it, and each
 * further request that changed it has added one: the query finds where that is not so.
 */
export const versionQueries: readonly string[] = [
  `select session.id, session.version, count(distinct change.request_id)::int as changes
   from workout_sessions as session
   left join events as birth on birth.user_id = session.user_id
     and birth.payload ->> 'sessionId' = session.id::text
     and birth.type = 'session.planned'
   left join events as change on change.user_id = session.user_id
     and change.payload ->> 'sessionId' = session.id::text
     and change.request_id is distinct from birth.request_id
     and change.type <> 'session.planned'
     and (change.type ~ '^(session|sessionExercise|set)\\.' or change.type = 'exercise.completed')
   group by session.id
   having session.version <> 1 + count(distinct change.request_id)`,
]
