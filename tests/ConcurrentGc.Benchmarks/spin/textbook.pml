/* The textbook collector: one marker, one most general mutator with two registers, N objects of two fields, one cycle.
 *
 * A model of its own: it shares no text with the explorer whose verdicts it checks. One guarded d_step is one step of the
 * collector or of the mutator. Rules come from the command line (spin -DBARRIER=1 ...), see README.md. A violation is a
 * failed assertion: a reachable object is freed, or a free one dereferenced.
 */

#ifndef N
#define N 3              /* objects, 2 to 4 */
#endif
#ifndef BARRIER
#define BARRIER 0        /* 0 none, 1 store-shade, 2 shade-store, 3 yuasa-before, 4 yuasa-after, 5 steele, 6 hybrid */
#endif
#ifndef SNAPSHOT
#define SNAPSHOT 0       /* 1: start shades both registers */
#endif
#ifndef RESCAN
#define RESCAN 0         /* 1: when nothing is grey, both registers are shaded, until that adds nothing */
#endif
#ifndef NEWBORN
#define NEWBORN 0        /* 0 black-mark-sweep, 1 black-sweep, 2 black-mark, 3 white */
#endif
#ifndef SAFEPOINT
#define SAFEPOINT 0      /* 1: marking neither starts nor ends inside a store */
#endif
#ifndef CHAIN
#define CHAIN 0          /* 1: r0 -> 1 -> 2, the rest free; 0: every heap */
#endif
/* OPERATIONS: the mutator begins at most so many; not defined: it never stops. */

/* Variants; all 0 is the base. */
#ifndef STOPPED_DRAIN
#define STOPPED_DRAIN 0  /* 1: the mutator stands still from a rescan that may add something to the end of marking */
#endif
#ifndef ONE_BY_ONE
#define ONE_BY_ONE 0     /* 1: start and rescan visit a register a step; 2: marking may go on between the two visits */
#endif
#ifndef GREY_SCAN
#define GREY_SCAN 0      /* 1: an object is grey until its last field is read */
#endif
#ifndef FLAG_ONCE
#define FLAG_ONCE 0      /* 1: a store reads the flag of marking with its first step only; 2: in a step before that */
#endif
#ifndef STEELE_NULL
#define STEELE_NULL 1    /* 0: storing null does not re-grey */
#endif
#ifndef RESCAN_ANYWHERE
#define RESCAN_ANYWHERE 1 /* 0: with SAFEPOINT, a rescan that adds something keeps out of stores as well */
#endif

#define NULL 0           /* objects are 1..N */

#define FREE  0
#define WHITE 1
#define GREY  2
#define BLACK 3

#define BUILD 0          /* phases */
#define IDLE  1
#define MARK  2
#define SWEEP 3
#define DONE  4

/* Steps of a store, and which follows which. */
#define NONE      0
#define PUT       1
#define LOAD_OLD  2
#define SHADE_OLD 3
#define SHADE_NEW 4
#define REGREY    5
#define READ_FLAG 6

#if BARRIER == 1
#define FIRST PUT
#define AFTER_PUT SHADE_NEW
#elif BARRIER == 2
#define FIRST SHADE_NEW
#define AFTER_SHADE_NEW PUT
#elif BARRIER == 3
#define FIRST LOAD_OLD
#define AFTER_LOAD_OLD SHADE_OLD
#define AFTER_SHADE_OLD PUT
#elif BARRIER == 4
#define FIRST LOAD_OLD
#define AFTER_LOAD_OLD PUT
#define AFTER_PUT SHADE_OLD
#elif BARRIER == 5
#define FIRST PUT
#define AFTER_PUT REGREY
#elif BARRIER == 6
#define FIRST LOAD_OLD
#define AFTER_LOAD_OLD SHADE_OLD
#define AFTER_SHADE_OLD SHADE_NEW
#define AFTER_SHADE_NEW PUT
#else
#define FIRST PUT
#endif
#ifndef AFTER_PUT
#define AFTER_PUT NONE
#endif
#ifndef AFTER_LOAD_OLD
#define AFTER_LOAD_OLD NONE
#endif
#ifndef AFTER_SHADE_OLD
#define AFTER_SHADE_OLD NONE
#endif
#ifndef AFTER_SHADE_NEW
#define AFTER_SHADE_NEW NONE
#endif

byte color[N + 1];       /* color[NULL] stays FREE, so shading null does nothing */
byte left[N + 1];
byte right[N + 1];
byte register0, register1;

byte phase;
byte scanned;            /* the object whose fields are being read */
bit  second;             /* its left field has been read */
byte sweeper;            /* the next object to sweep */

byte step;               /* of the store under way, NONE between operations */
byte source, value, old; /* of that store; source and value are in registers, old is in none */
bit  field;
#ifdef OPERATIONS
byte operations;
#endif
#if STOPPED_DRAIN
bit  stopped;
#endif
#if ONE_BY_ONE
byte visits;             /* registers still to visit */
bit  added;              /* a visit of this round has found a white object */
#endif
#if FLAG_ONCE
bit  flag;
#endif

byte rooted;             /* of one d_step only, NULL outside */

inline shade(target) {
    if
    :: color[target] == WHITE -> color[target] = GREY
    :: else
    fi
}

/* ------------------------------------------------------------------ mutator */

#if STOPPED_DRAIN
#define RUNS (phase != BUILD && phase != DONE && !stopped)
#else
#define RUNS (phase != BUILD && phase != DONE)
#endif

#ifdef OPERATIONS
#define BETWEEN (RUNS && step == NONE && operations < OPERATIONS)
#define COUNT operations++
#else
#define BETWEEN (RUNS && step == NONE)
#define COUNT skip
#endif

#if FLAG_ONCE
#define MARKING flag
#else
#define MARKING (phase == MARK)
#endif

inline follow(next) {    /* a step with null is left out */
    step = next;
    if
    :: step == SHADE_OLD && old == NULL -> step = AFTER_SHADE_OLD
    :: else
    fi;
    if
    :: step == SHADE_NEW && value == NULL -> step = AFTER_SHADE_NEW
    :: else
    fi;
    if
    :: step == REGREY && value == NULL && !STEELE_NULL -> step = NONE
    :: else
    fi;
    if
    :: step == NONE -> source = NULL; value = NULL; old = NULL; field = 0;
#if FLAG_ONCE
        flag = 0
#endif
    :: else
    fi
}

inline advance() {
    if
    :: step == PUT ->
        if
        :: field == 0 -> left[source] = value
        :: else -> right[source] = value
        fi;
        follow(AFTER_PUT)
#if BARRIER == 3 || BARRIER == 4 || BARRIER == 6
    :: step == LOAD_OLD ->
        old = (field == 0 -> left[source] : right[source]);
        follow(AFTER_LOAD_OLD)
    :: step == SHADE_OLD ->
        if
        :: MARKING -> shade(old)
        :: else
        fi;
        follow(AFTER_SHADE_OLD)
#endif
#if BARRIER == 1 || BARRIER == 2 || BARRIER == 6
    :: step == SHADE_NEW ->
        if
        :: MARKING -> shade(value)
        :: else
        fi;
        follow(AFTER_SHADE_NEW)
#endif
#if BARRIER == 5
    :: step == REGREY ->
        if
        :: MARKING && color[source] == BLACK -> color[source] = GREY
        :: else
        fi;
        follow(NONE)
#endif
#if FLAG_ONCE == 2
    :: step == READ_FLAG -> flag = (phase == MARK); follow(FIRST)
#endif
    fi
}

inline begin(target, slot, stored) {
    assert(color[target] != FREE);
    COUNT;
    source = target; field = slot; value = stored;
#if FLAG_ONCE == 2
    step = READ_FLAG;
#else
#if FLAG_ONCE
    flag = (phase == MARK);
#endif
    follow(FIRST);
#endif
    advance()
}

#define STORES(target, slot) \
    :: d_step { BETWEEN && target != NULL -> begin(target, slot, register0) } \
    :: d_step { BETWEEN && target != NULL && register1 != register0 -> begin(target, slot, register1) } \
    :: d_step { BETWEEN && target != NULL && register0 != NULL && register1 != NULL -> begin(target, slot, NULL) }

#define LOADS(to, from) \
    :: d_step { BETWEEN && from != NULL -> assert(color[from] != FREE); COUNT; to = left[from] } \
    :: d_step { BETWEEN && from != NULL -> assert(color[from] != FREE); COUNT; to = right[from] }

#if NEWBORN == 0
#define BORN_BLACK(x) (phase == MARK || (phase == SWEEP && x >= sweeper))
#elif NEWBORN == 1
#define BORN_BLACK(x) (phase == SWEEP && x >= sweeper)
#elif NEWBORN == 2
#define BORN_BLACK(x) (phase == MARK)
#else
#define BORN_BLACK(x) false
#endif

#define ALLOCATION(to, x) \
    :: d_step { BETWEEN && color[x] == FREE -> COUNT; color[x] = (BORN_BLACK(x) -> BLACK : WHITE); to = x }

#define ALLOCATIONS(x) ALLOCATION(register0, x) ALLOCATION(register1, x)

active proctype Mutator() {
    do
    LOADS(register0, register0) LOADS(register0, register1)
    LOADS(register1, register0) LOADS(register1, register1)
    :: d_step { BETWEEN -> COUNT; register0 = register1 }
    :: d_step { BETWEEN -> COUNT; register1 = register0 }
    :: d_step { BETWEEN -> COUNT; register0 = NULL }
    :: d_step { BETWEEN -> COUNT; register1 = NULL }
    ALLOCATIONS(1) ALLOCATIONS(2)
#if N > 2
    ALLOCATIONS(3)
#endif
#if N > 3
    ALLOCATIONS(4)
#endif
    STORES(register0, 0) STORES(register0, 1)
    STORES(register1, 0) STORES(register1, 1)
    :: d_step { RUNS && step != NONE -> advance() }
    od
}

/* ------------------------------------------------------------------ collector */

#if SAFEPOINT
#define MAY_PAUSE (step == NONE)
#else
#define MAY_PAUSE true
#endif

#if N == 2
#define ANY_GREY (color[1] == GREY || color[2] == GREY)
#elif N == 3
#define ANY_GREY (color[1] == GREY || color[2] == GREY || color[3] == GREY)
#else
#define ANY_GREY (color[1] == GREY || color[2] == GREY || color[3] == GREY || color[4] == GREY)
#endif

#define MARKED_OUT (phase == MARK && scanned == NULL && !ANY_GREY)
#define WHITE_ROOT (color[register0] == WHITE || color[register1] == WHITE)

#if STOPPED_DRAIN || !RESCAN_ANYWHERE
#define MAY_RESCAN MAY_PAUSE
#else
#define MAY_RESCAN true
#endif

#if ONE_BY_ONE == 1
#define MAY_MARK (phase == MARK && visits == 0)
#else
#define MAY_MARK (phase == MARK)
#endif

inline endMarking() {
    phase = SWEEP; sweeper = 1;
#if STOPPED_DRAIN
    stopped = 0
#endif
}

#define TAKE(x) \
    :: d_step { MAY_MARK && scanned == NULL && color[x] == GREY -> scanned = x; if :: !GREY_SCAN -> color[x] = BLACK :: else fi }

inline readField() {
    if
    :: second == 0 -> shade(left[scanned]); second = 1
    :: else ->
        shade(right[scanned]);
        if
        :: GREY_SCAN -> color[scanned] = BLACK
        :: else
        fi;
        second = 0; scanned = NULL
    fi
}

#define FOLLOW(x) \
    if \
    :: (rooted >> x) & 1 -> rooted = rooted | (1 << left[x]) | (1 << right[x]) \
    :: else \
    fi;

inline everyRooted() {   /* one edge further */
    FOLLOW(1) FOLLOW(2)
#if N > 2
    FOLLOW(3)
#endif
#if N > 3
    FOLLOW(4)
#endif
}

inline reach() {         /* bit x of rooted: a register leads to x, over at most N - 1 edges */
    rooted = (1 << register0) | (1 << register1);
    everyRooted();
#if N > 2
    everyRooted();
#endif
#if N > 3
    everyRooted()
#endif
}

inline sweep() {
    if
    :: color[sweeper] == WHITE ->
        reach();
        assert(!((rooted >> sweeper) & 1));
        rooted = 0;
        color[sweeper] = FREE; left[sweeper] = NULL; right[sweeper] = NULL
    :: color[sweeper] == FREE
    :: else -> color[sweeper] = WHITE
    fi;
    sweeper++;
    if
    :: sweeper > N -> phase = DONE; sweeper = 0
    :: else
    fi
}

#define ANY(place) \
    if \
    :: place = NULL \
    :: color[1] == WHITE -> place = 1 \
    :: color[2] == WHITE -> place = 2 \
    ANY3(place) ANY4(place) \
    fi;
#if N > 2
#define ANY3(place) :: color[3] == WHITE -> place = 3
#else
#define ANY3(place)
#endif
#if N > 3
#define ANY4(place) :: color[4] == WHITE -> place = 4
#else
#define ANY4(place)
#endif

#define BE(x) if :: color[x] = FREE :: color[x] = WHITE fi;
#define FIELDS(x) \
    if \
    :: color[x] == WHITE -> ANY(left[x]) ANY(right[x]) \
    :: else \
    fi;

active proctype Collector() {
#if CHAIN
    d_step { color[1] = WHITE; color[2] = WHITE; left[1] = 2; register0 = 1; phase = IDLE };
#else
    atomic {
        BE(1) BE(2)
#if N > 2
        BE(3)
#endif
#if N > 3
        BE(4)
#endif
        FIELDS(1) FIELDS(2)
#if N > 2
        FIELDS(3)
#endif
#if N > 3
        FIELDS(4)
#endif
        ANY(register0) ANY(register1)
        phase = IDLE
    };
#endif
    do
#if ONE_BY_ONE
    :: d_step { phase == IDLE && MAY_PAUSE -> phase = MARK; visits = (SNAPSHOT -> 2 : 0); added = SNAPSHOT }
    :: d_step { phase == MARK && visits == 2 && scanned == NULL ->
        added = added || color[register0] == WHITE; shade(register0); visits = 1 }
    :: d_step { phase == MARK && visits == 1 && scanned == NULL && (added || color[register1] == WHITE || ANY_GREY) ->
        shade(register1); visits = 0; added = 0 }
    :: d_step { MARKED_OUT && visits == 1 && !added && color[register1] != WHITE && MAY_PAUSE ->
        visits = 0; endMarking() }
#if RESCAN
    :: d_step { MARKED_OUT && visits == 0 && MAY_RESCAN ->
        visits = 1; added = (color[register0] == WHITE); shade(register0);
#if STOPPED_DRAIN
        stopped = 1
#endif
        }
#else
    :: d_step { MARKED_OUT && visits == 0 && MAY_PAUSE -> endMarking() }
#endif
#else
    :: d_step { phase == IDLE && MAY_PAUSE -> phase = MARK;
#if SNAPSHOT
        shade(register0); shade(register1)
#endif
        }
#if RESCAN && STOPPED_DRAIN
    :: d_step { MARKED_OUT && !stopped && WHITE_ROOT && MAY_RESCAN -> shade(register0); shade(register1); stopped = 1 }
    :: d_step { MARKED_OUT && (stopped || (!WHITE_ROOT && MAY_PAUSE)) -> endMarking() }
#elif RESCAN
    :: d_step { MARKED_OUT && WHITE_ROOT && MAY_RESCAN -> shade(register0); shade(register1) }
    :: d_step { MARKED_OUT && !WHITE_ROOT && MAY_PAUSE -> endMarking() }
#else
    :: d_step { MARKED_OUT && MAY_PAUSE -> endMarking() }
#endif
#endif
    TAKE(1) TAKE(2)
#if N > 2
    TAKE(3)
#endif
#if N > 3
    TAKE(4)
#endif
    :: d_step { MAY_MARK && scanned != NULL -> readField() }
    :: d_step { phase == SWEEP -> sweep() }
    od
}
