package io.heliograph.core.crypto;

import io.heliograph.core.event.EventBus;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/** Sealing with the keys of a {@link KeyTable}. */
public final class KeyedSealer implements Sealer {
    private final Keyring keyring;

    /**
     * @param service whether this process owns the installation and may finish a rotation that was cut off
     * @throws io.heliograph.core.database.StartProblem if the master key does not fit the table
     */
    public KeyedSealer(Tx tx, KeyTable table, EventBus bus, Ids ids, MasterKey master, boolean service) {
        this.keyring = new Keyring(tx, table, bus, ids, master);
        this.keyring.check(service);
    }

    @Override
    public byte[] seal(PrincipalId owner, SealContext context, byte[] plain) {
        return keyring.of(owner).seal(context, plain);
    }

    @Override
    public byte[] open(PrincipalId owner, SealContext context, byte[] sealed) {
        return keyring.of(owner).open(context, sealed);
    }

    @Override
    public OutputStream sealing(PrincipalId owner, SealContext context, SegmentSize segment, OutputStream sealed)
            throws IOException {
        PrincipalKey key = keyring.of(owner);
        sealed.write(key.header(segment));
        try {
            return key.blobs(segment).newEncryptingStream(sealed, key.associatedData(context));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    @Override
    public InputStream opening(PrincipalId owner, SealContext context, InputStream sealed) throws IOException {
        PrincipalKey key = keyring.of(owner);
        SegmentSize segment = key.readHeader(header(sealed.readNBytes(SealedLayout.HEADER_BYTES)));
        try {
            return key.blobs(segment).newDecryptingStream(sealed, key.associatedData(context));
        } catch (GeneralSecurityException damaged) {
            throw new SealBrokenException("a sealed blob is damaged or belongs elsewhere", damaged);
        }
    }

    @Override
    public SeekableByteChannel opening(PrincipalId owner, SealContext context, SeekableByteChannel sealed)
            throws IOException {
        PrincipalKey key = keyring.of(owner);
        ByteBuffer header = ByteBuffer.allocate(SealedLayout.HEADER_BYTES);
        sealed.position(0);
        while (header.hasRemaining()) {
            if (sealed.read(header) < 0) {
                throw new EOFException("a sealed blob ends within its header");
            }
        }
        SegmentSize segment = key.readHeader(header.array());
        try {
            return key.blobs(segment)
                    .newSeekableDecryptingChannel(
                            new ShiftedChannel(sealed, SealedLayout.HEADER_BYTES), key.associatedData(context));
        } catch (GeneralSecurityException damaged) {
            throw new SealBrokenException("a sealed blob is damaged or belongs elsewhere", damaged);
        }
    }

    @Override
    public OutputStream openingRange(PrincipalId owner, SealContext context, SealedRange range, OutputStream plain) {
        PrincipalKey key = keyring.of(owner);
        SegmentSize segment = key.readHeader(range.head());
        if (segment != range.layout().segment()) {
            throw new SealBrokenException("a sealed blob has another segment size than its row says");
        }
        return new RangeOpener(range, key.blobs(segment), key.associatedData(context), plain);
    }

    private static byte[] header(byte[] read) throws EOFException {
        if (read.length < SealedLayout.HEADER_BYTES) {
            throw new EOFException("a sealed blob ends within its header");
        }
        return read;
    }

    @Override
    public void destroy(PrincipalId owner) {
        keyring.destroy(owner);
    }

    @Override
    public boolean destroyed(PrincipalId owner) {
        return keyring.destroyed(owner);
    }

    @Override
    public long rotateMasterKey() {
        return keyring.rotate();
    }
}
