package io.heliograph.app.cli;

/** Exit codes of all commands, after sysexits.h. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** Done, and the answer is no: a difference was found, a check failed, a request was refused. */
    public static final int FAILED = 1;
    /** The command line was wrong. */
    public static final int USAGE = 64;
    /** Something the command needs is missing or taken. */
    public static final int UNAVAILABLE = 69;
    /** A mistake of the program. */
    public static final int INTERNAL = 70;
    /** The configuration is wrong. */
    public static final int CONFIGURATION = 78;

    private ExitCode() {}
}
