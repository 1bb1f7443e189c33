import type { ProblemCode } from '#http/problems.js'

/** What a caller can do about each refusal. A code without a remedy does not compile. */
export const remedies: Readonly<Record<ProblemCode, string>> = {
  MALFORMED_REQUEST:
    'Look at `errors`: each names a parameter, a header or a place in the body. The body must be JSON in UTF-8 without a byte order mark, keys that stand twice, or nesting deeper than 32; query parameters must be known and given once.',
  INVALID_INPUT:
    'Look at `errors`: each has a JSON pointer into the body, a code, and a sentence. All faults are listed at once.',
  INVALID_CURSOR:
    'Send `page.nextCursor` as it came, to the same list with the same filters and as the same caller; or leave `cursor` out and begin anew.',
  PAYLOAD_TOO_LARGE: 'Send less: at most 1 MiB.',
  REQUEST_TIMEOUT: 'Send the whole body without pauses; over a slow line, send less at once. Nothing was done.',
  UNSUPPORTED_MEDIA_TYPE:
    'Send `Content-Type: application/json`; for PATCH also `application/merge-patch+json`. The charset is UTF-8.',
  NOT_ACCEPTABLE: 'Accept `application/json`, or send no `Accept`.',
  ANSWER_TOO_LARGE:
    'Ask for less: a smaller `limit`, a shorter time, fewer `fields`, nothing to `expand`. For everything, begin an export with `POST /api/v1/me/exports`, and download its parts.',
  ROUTE_NOT_FOUND: 'Compare the address with `GET /api/v1/openapi.json`.',
  METHOD_NOT_ALLOWED: 'Use one of the methods in `Allow`.',
  ORIGIN_NOT_ALLOWED:
    'Let whoever runs this API add the origin of the page to the setting `CORS_ORIGINS`: exactly as the browser sends it in `Origin`, such as `https://app.example.com`. Every `http://localhost` is allowed on a developer’s machine (`npm start`), and nowhere else. A program that is no browser sends neither `Origin` nor cookies.',
  UNAUTHENTICATED:
    'Send `Authorization: Bearer <token>` with an access token that has not expired. They live for 15 minutes; `GET /api/v1/auth/token` gives the next one.',
  WRONG_CREDENTIALS:
    'Let the person check the email address and the password. A forgotten password can be reset: `POST /api/v1/auth/request-password-reset`.',
  EMAIL_NOT_VERIFIED:
    'Let the person open the link of the mail, then sign in again; `POST /api/v1/auth/send-verification-email` sends a new one.',
  INSUFFICIENT_SCOPE: 'Use credentials that have the scope which `detail` names.',
  FRESH_SIGN_IN_NEEDED:
    'Sign in again, and repeat the request with the access token of that sign-in: it must not be older than `max_age` seconds in `WWW-Authenticate`. A token from `GET /api/v1/auth/token` is as old as its session. An API key cannot do this, except rotate itself.',
  LINK_NOT_VALID:
    'Ask for a new mail, and open its link or give its code: each works for a limited time, and what changes something works once.',
  RATE_LIMITED: 'Wait as many seconds as `Retry-After` says, then send the same request again.',
  IDEMPOTENCY_KEY_REUSED:
    'Use a new `Idempotency-Key` for every new request; a repeat must have the same method, address and body.',
  IDEMPOTENCY_KEY_IN_USE: 'Wait as many seconds as `Retry-After` says, then repeat the request with the same key.',
  VERSION_MISMATCH:
    'Read the thing again, look at what has changed, and send the change with its new `ETag` in `If-Match`.',
  VERSION_NEEDED:
    'Read the thing, put into your document what has changed there, and send it with its `ETag` in `If-Match`; `*` replaces whatever is there.',
  CONFLICT: 'Read what is there and decide anew; `detail` says what stands in the way.',
  ID_TAKEN:
    'With `errors` the id is that of something of yours, and they name what differs from it: read it, and change it if what you sent is right. Else something has the id that you cannot see: choose another id, or leave it out. The same thing sent again with the same content is not refused; it is answered with 200.',
  CONSENT_NEEDED:
    'Ask the athlete, and once they agree, send `PUT /api/v1/me/consents/health-data` with `{"given": true}`. Or leave out what `errors` names: the rest is taken without it. Taking away (null, DELETE) needs no consent.',
  ACCOUNT_NOT_FOUND: 'The account was deleted, and its tokens with it: sign up again.',
  EXERCISE_NOT_FOUND: 'Look the exercise up with `GET /api/v1/exercises?q=`; it is named by its id or its slug.',
  KEY_NOT_FOUND: 'List your keys with `GET /api/v1/me/keys`.',
  EXERCISE_CONFIG_NOT_FOUND: "Nothing needs to be done: the library's defaults hold already.",
  SESSION_NOT_FOUND: 'List your sessions with `GET /api/v1/sessions`. A session of somebody else is not found either.',
  SESSION_EXERCISE_NOT_FOUND: 'Read the session: its exercises have ids of their own, other than those of the library.',
  SET_NOT_FOUND: 'Read the session: each of its exercises lists the ids of its sets.',
  CHECK_IN_NOT_FOUND: 'List your check-ins with `GET /api/v1/me/check-ins`.',
  GOAL_NOT_FOUND: 'List your goals with `GET /api/v1/me/goals`.',
  PLACE_NOT_FOUND: 'Read `places` of `GET /api/v1/me`: name one of these ids, or null for home.',
  ROUTINE_NOT_FOUND: 'List your routines with `GET /api/v1/me/routines`.',
  SESSION_NOT_OPEN: 'Start the session first. What was planned stays as it is once a session is completed.',
  SESSION_STATE: 'Read the session: its `status` says what can be done with it.',
  NOTHING_LOGGED:
    'Log the sets first, or mark an exercise as done (`POST /sessions/{id}/exercises/{id}/done`), then send the same completion again: it is not remembered that it was refused. A session that was not trained is skipped (`POST /sessions/{id}/skip`). One that was trained without writing sets down is completed with `"withoutSets": true`.',
  SESSION_FULL: 'Look at `detail`: remove something first, shorten the notes of sets, or plan another session.',
  ROUTINE_LIMIT: 'Delete a routine that is not used any more.',
  SIDES_MIXED:
    'Log left and right under one number, or one set without a `side`, which says that both sides did that amount.',
  KEY_LIMIT: 'Revoke a key that is not used any more.',
  KEY_SCOPES: 'Ask for scopes that your own credentials have.',
  METRIC_MISMATCH:
    'Give `reps` for what is counted and `duration` (seconds) for what is held; the exercise says which in `metric`.',
  DATE_IN_FUTURE: "Choose a date up to today, in the athlete's own time zone.",
  SWAP_NOT_POSSIBLE: 'Look at `detail`, and choose another exercise.',
  TEST_BARRED: 'Look at `detail`: it says what is missing before the test opens.',
  NOTHING_TO_RECOMMEND: 'Look at `detail`: it says what would have to change.',
  WEBHOOK_NOT_FOUND: 'List your webhooks with `GET /api/v1/me/webhooks`.',
  WEBHOOK_DELIVERY_NOT_FOUND:
    'List the deliveries of the webhook with `GET /api/v1/me/webhooks/{webhookId}/deliveries`.',
  WEBHOOK_ADDRESS: 'Give an `https` address on the public internet, without user, password and fragment.',
  WEBHOOK_LIMIT: 'Delete a webhook that is not used any more.',
  WEBHOOK_SCOPES:
    'Use credentials that may read every event of the webhook (`errors` names the scopes), or ask for fewer events. The page on scopes lists which scope reads which event.',
  EXPORT_NOT_FOUND: 'List your exports with `GET /api/v1/me/exports`. They are kept for seven days.',
  EXPORT_PART_NOT_FOUND:
    'Read the export with `GET /api/v1/me/exports/{exportId}`: it lists the parts that are there. The next one comes when it is made.',
  EXPORT_TOO_LARGE: 'Begin an export in the background with `POST /api/v1/me/exports`, and download its parts.',
  EXPORT_LIMIT: 'Wait until the export that is being made is ready, or delete one that you do not need any more.',
  EXPORT_SCOPES: 'Use credentials that may read everything that the export holds: its `scopes`. Whoever signs in may.',
  MAIL_NOT_CONFIGURED:
    'Ask the operator of this deployment to set `MAIL_URL` and `MAIL_FROM`; nothing that a caller sends changes it.',
  SERVICE_UNAVAILABLE:
    'Wait as many seconds as `Retry-After` says. Repeat a change under the same `Idempotency-Key`: it is done once, whatever became of the first attempt.',
  DEADLINE_EXCEEDED: 'Ask for less at once, or try again. Repeat a change under the same `Idempotency-Key`.',
  INTERNAL_ERROR:
    'It is not your fault. Report the request id, which is the end of `instance` and the header `X-Request-Id`.',
}
