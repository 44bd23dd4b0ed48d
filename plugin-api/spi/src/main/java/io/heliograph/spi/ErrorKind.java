package io.heliograph.spi;

/** Whose fault a failure is. */
public enum ErrorKind {
    /** The person asked for something that cannot be had: other input may work. */
    USER,
    /** The vendor's safety rules refused the input or withheld the output. */
    SAFETY,
    /** The vendor failed, is away, or answered nonsense. */
    PROVIDER,
    /** The vendor asks us to wait. */
    LIMITED,
    /** The instance's configuration or credentials are wrong: the operator must act. */
    CONFIGURATION,
    /** Our side ran out of something: room, time, memory. */
    RESOURCES,
    /** The call was cancelled. */
    CANCELLED
}
