package io.heliograph.spi;

/** Whether work or money happened on the other side. It decides between refund, charge and hold. */
public enum Effect {
    /** Certainly nothing happened: the call may be repeated, nothing is charged. */
    NONE,
    /** It happened. */
    HAPPENED,
    /** The answer was lost: nobody knows yet. The host holds the money and looks for evidence. */
    UNKNOWN
}
