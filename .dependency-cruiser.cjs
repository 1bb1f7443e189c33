/**
 * The arrows of the house (docs/Architecture.md, "Who may import whom"): each room names what it
 * may reach.
 */
const core = '^netlify/functions/core'
const tests = '\\.test\\.ts$'

/** Builds the rule "files under `from` reach only `to` inside the project". */
const room = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: '^netlify/', pathNot: to },
})

/**
 * The domain as a stack, from the ground up. A room reaches itself and the floors below it;
 * docs/Architecture.md has the picture.
 */
const floors = [
  ['refusal', 'values'],
  // account: facts tell the scopes of a key and the purposes of a consent
  ['account', 'calendar', 'library'],
  ['rules'],
  ['effort'],
  ['ability', 'load', 'progression'],
  // facts tell what was decided, and by which rules
  ['event'],
  ['training'],
  ['session'],
  ['goal', 'path', 'routine'],
  ['recovery'],
  ['warnings'],
  ['levels'],
  ['coach'],
  ['workout'],
  ['athlete', 'progress', 'webhook'],
  // what all the words of the rooms below are called
  ['wording'],
  // no operation uses these yet
  ['interchange', 'leaderboard', 'privacy'],
]
const onFloors = (rooms) => `${core}/domain/(${rooms.flat().join('|')})[./]`

/** Builds the rule for one floor. */
const floor = (rooms, index) => ({
  name: `domain-floor-${index + 1}`,
  severity: 'error',
  from: { path: onFloors(rooms), pathNot: tests },
  to: { path: `${core}/domain/`, pathNot: [onFloors(floors.slice(0, index)), `${core}/domain/$1[./]`] },
})

/** Rules of the domain that no operation uses yet, file by file: what is wired is taken from here. */
const waiting = [
  'interchange/(detect-csv|fit-codes|fit-set|health-codes|ics-line|import-keys|strong-duration)',
  'leaderboard/(eligibility|ranking|scores)',
  'privacy/(generalise|geometric-noise|k-anonymize|l-diversity)',
].map((file) => `${core}/domain/${file}\\.ts$`)

module.exports = {
  forbidden: [
    room('domain-is-pure', `${core}/domain`, [`${core}/domain`]),
    ...floors.map(floor),
    {
      name: 'every-room-of-the-domain-has-a-floor',
      severity: 'error',
      from: { path: `${core}/domain/`, pathNot: [onFloors(floors), tests] },
      to: {},
    },
    {
      name: 'domain-uses-only-zod',
      severity: 'error',
      from: { path: `${core}/domain`, pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'domain-is-used',
      severity: 'error',
      from: {
        path: ['^netlify/functions/[^/]+\\.ts$', `${core}/infrastructure/database/(commands/)?[^/]+\\.ts$`],
        pathNot: tests,
      },
      to: { path: `${core}/domain`, pathNot: [tests, ...waiting], reachable: false },
    },
    room('orchestration', `${core}/orchestration`, [
      `${core}/(domain|orchestration)`,
      `${core}/infrastructure/database/(queries/|(connection|statement|errors|refusals)\\.ts$)`,
    ]),
    room('tools', `${core}/tools`, [`${core}/(tools|orchestration|domain)`]),
    room('agents', `${core}/agents`, [
      `${core}/(agents|tools|orchestration|domain)`,
      `${core}/infrastructure/(llm|config|database)`,
    ]),
    // HTTP is the outer edge: it serves what the application offers
    room('http', `${core}/infrastructure/http`, [`${core}/(domain|orchestration|infrastructure)`]),
    room('infrastructure', `${core}/infrastructure/(?!http/|database/(commands|verification)/)`, [
      `${core}/(domain|infrastructure/(?!http/))`,
      '^seeds/',
    ]),
    // programs of the command line begin a request as the functions do, and run what the
    // application offers
    room('database-programs', `${core}/infrastructure/database/(commands|verification)/`, [
      `${core}/(domain|infrastructure)`,
      `${core}/orchestration/training/rebuild/`,
    ]),
    room('shims', '^netlify/functions/[^/]+\\.ts$', [`${core}/(orchestration|tools|agents|infrastructure)`]),
    {
      name: 'rules-are-an-argument',
      comment: 'Only the edges say which rules are in force. A schema may, to tell a default in the document.',
      severity: 'error',
      from: { path: `${core}/(domain|orchestration)`, pathNot: [tests, '\\.schema\\.ts$'] },
      to: { path: `${core}/domain/rules/rules-in-force\\.ts$` },
    },
    {
      name: 'served-work-yields',
      comment: 'What grows with a history runs in slices, by the deadline of its request (docs/adr/0022).',
      severity: 'error',
      from: {
        path: core,
        pathNot: [tests, `${core}/infrastructure/demo/`, `${core}/orchestration/training/rebuild/`],
      },
      to: { path: `${core}/domain/values/in-one-go\\.ts$` },
    },
    {
      name: 'the-client-stands-alone',
      comment: 'It is published as a package, so it has nothing but itself.',
      severity: 'error',
      from: { path: '^netlify/client/src' },
      to: { pathNot: '^(netlify/client/src|\\.{1,2}/generated)/' },
    },
    {
      name: 'the-app-stands-on-the-client',
      comment: "The example app is built as anybody's app would be: on the package, and never on the server's code.",
      severity: 'error',
      from: { path: '^docs/app/', pathNot: tests },
      to: { pathNot: '^docs/app/|^@calistheniq/client$|(^|/)node_modules/(lit-html|idb-keyval|uplot)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-deployed-reaches-the-workbench',
      severity: 'error',
      from: { path: '^netlify/functions', pathNot: tests },
      to: { path: '^netlify/(local|tests|bench)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^netlify/\\.packed/' },
  },
}
