/** A session holds at most this many exercises. */
export const exercisesMax = 50

/** An exercise of a session keeps at most this many logged sets, both sides counted. */
export const setLogsMax = 100

/** A session lasts at most a day. */
export const durationMinutesMax = 1440
