package io.heliograph.spi.policy;

/** The only five ways in which data moves. Each is asked once per move, and nothing else is. */
public enum Gate {
    /** A request wants to enter. */
    ADMIT,
    /** Data is about to leave to a plugin or a host. */
    DISCLOSE,
    /** Bytes or fields are about to be kept. */
    STORE,
    /** Someone wants to see something kept. */
    REVEAL,
    /** Something must go. */
    ERASE
}
