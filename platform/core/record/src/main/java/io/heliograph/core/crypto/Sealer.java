package io.heliograph.core.crypto;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Seals what is kept under the key of its principal. Keys are made at the first seal, wrapped by the master key, and
 * kept in a table of their own; destroying one makes every copy of that principal's data unreadable, backups included.
 *
 * <p>Texts are one AEAD message; blobs are a header and segments (see {@link SealedLayout}), so that ranges open without
 * reading the rest. Both are bound to their {@link SealContext}.
 *
 * <p>Errors: {@link SealBrokenException} for what does not open, {@link KeyDestroyedException} after
 * {@link #destroy}. Keys are read through a cache, so most calls do no I/O; the first call for a principal reads the
 * record, in the ambient unit of work or one of its own. Safe for use by many threads.
 */
@Commitment("R3")
public interface Sealer {
    /** Owner of what belongs to the installation and to no person: instance credentials, mails to strangers. */
    PrincipalId INSTALLATION = new PrincipalId(new UUID(0L, 0L));

    /** Seals a small value, at most some megabytes. */
    byte[] seal(PrincipalId owner, SealContext context, byte[] plain);

    /** Opens what {@link #seal} made. */
    byte[] open(PrincipalId owner, SealContext context, byte[] sealed);

    /** Seals a text. */
    default byte[] sealText(PrincipalId owner, SealContext context, String plain) {
        return seal(owner, context, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens a text. */
    default String openText(PrincipalId owner, SealContext context, byte[] sealed) {
        return new String(open(owner, context, sealed), StandardCharsets.UTF_8);
    }

    /**
     * A stream that seals what is written to it into {@code sealed}. Closing it writes the last segment and closes
     * {@code sealed}; without it the blob does not open.
     */
    OutputStream sealing(PrincipalId owner, SealContext context, SegmentSize segment, OutputStream sealed)
            throws IOException;

    /** A stream of the plain bytes of a whole sealed blob. Closes {@code sealed} with it. */
    InputStream opening(PrincipalId owner, SealContext context, InputStream sealed) throws IOException;

    /** The plain bytes of a sealed blob that can be read at any position. Closes {@code sealed} with it. */
    SeekableByteChannel opening(PrincipalId owner, SealContext context, SeekableByteChannel sealed) throws IOException;

    /**
     * A stream into which a run of a sealed blob is pushed, as a blob store hands it out, and which writes the plain range
     * to {@code plain} segment by segment in constant memory. Closing it checks that everything asked for has come, and
     * leaves {@code plain} open.
     */
    OutputStream openingRange(PrincipalId owner, SealContext context, SealedRange range, OutputStream plain);

    /** Destroys the principal's key for good, in the ambient unit of work or one of its own. Harmless if repeated. */
    void destroy(PrincipalId owner);

    /** Whether the principal's key was destroyed. */
    boolean destroyed(PrincipalId owner);

    /**
     * Takes a new master key into use and wraps every principal's key anew. Can be repeated after a crash. Answers how
     * many keys were wrapped.
     *
     * @throws IllegalStateException if the master key is given by reference: then the operator changes it there
     */
    long rotateMasterKey();
}
