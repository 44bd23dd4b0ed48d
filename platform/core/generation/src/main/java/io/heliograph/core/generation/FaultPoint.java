package io.heliograph.core.generation;

/** The points at which a process may die and nothing may be lost; tests die there. */
enum FaultPoint {
    /** The key is written; the call has not begun. */
    BEFORE_SEND,
    /** The engine has answered; nothing of it is written. */
    AFTER_SEND,
    /** The answer is written. */
    AFTER_ANSWER,
    /** The results are in the spool and written down. */
    AFTER_SPOOL,
    /** The results are in the store; nothing is visible. */
    AFTER_PUT,
    /** Everything is committed; nothing is cleaned up. */
    AFTER_COMMIT;

    /** What a worker does at the points: nothing, but in tests. */
    @FunctionalInterface
    interface Hook {
        /** Nothing ever fails here. */
        Hook NONE = point -> {};

        void at(FaultPoint point);
    }
}
