package io.heliograph.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.crypto.store.StoredKeyTable;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static byte[] seal(PrincipalId owner, UUID blob, SegmentSize size, byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = db.sealer().sealing(owner, SealContext.blob(blob), size, sealed)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private static byte[] bytes(int length) {
        byte[] plain = new byte[length];
        new Random(length).nextBytes(plain);
        return plain;
    }

    @Test
    @Commitment("C2")
    void aTextOpensAtItsPlaceAndNowhereElse() {
        PrincipalId owner = db.principal();
        SealContext here = SealContext.field("job.prompt", db.id());
        byte[] sealed = db.sealer().sealText(owner, here, "a lighthouse at dusk");

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("lighthouse");
        assertThat(db.sealer().openText(owner, here, sealed)).isEqualTo("a lighthouse at dusk");
        assertThatThrownBy(() -> db.sealer().open(owner, SealContext.field("job.prompt", db.id()), sealed))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> db.sealer().open(owner, SealContext.field("job.other", here.id()), sealed))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> db.sealer().open(db.principal(), here, sealed))
                .isInstanceOf(SealBrokenException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> db.sealer().open(owner, here, sealed)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> db.sealer().open(owner, here, new byte[3])).isInstanceOf(SealBrokenException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4039, 4040, 4041, 4096, 8120, 8121, 100_000})
    void aBlobOpensWholeAndHasTheLengthTheLayoutTells(int length) throws IOException {
        PrincipalId owner = db.principal();
        UUID blob = db.id();
        byte[] plain = bytes(length);
        byte[] sealed = seal(owner, blob, SegmentSize.KIB_4, plain);

        SealedLayout layout = new SealedLayout(SegmentSize.KIB_4);
        assertThat(sealed).hasSize((int) layout.sealedBytes(length));
        assertThat(layout.plainBytes(sealed.length)).isEqualTo(length);
        assertThat(db.sealer()
                        .opening(owner, SealContext.blob(blob), new ByteArrayInputStream(sealed))
                        .readAllBytes())
                .isEqualTo(plain);
        assertThatThrownBy(() -> db.sealer()
                        .opening(owner, SealContext.blob(db.id()), new ByteArrayInputStream(sealed))
                        .readAllBytes())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> db.sealer()
                        .opening(owner, SealContext.blob(blob), new ByteArrayInputStream(sealed, 0, sealed.length - 1))
                        .readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(SegmentSize.class)
    void anyRangeOpensFromTheSegmentsThatHoldIt(SegmentSize size) throws IOException {
        PrincipalId owner = db.principal();
        UUID blob = db.id();
        byte[] plain = bytes(3 * size.bytes() + 777);
        byte[] sealed = seal(owner, blob, size, plain);
        SealedLayout layout = new SealedLayout(size);
        byte[] head = Arrays.copyOf(sealed, SealedLayout.HEAD_BYTES);
        Random random = new Random(7);

        for (int round = 0; round < 60; round++) {
            int from = round == 0 ? 0 : random.nextInt(plain.length);
            int to = round == 1 ? plain.length : from + random.nextInt(plain.length - from + 1);
            SealedRange range = new SealedRange(layout, sealed.length, head, from, to);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream opener = db.sealer().openingRange(owner, SealContext.blob(blob), range, out)) {
                int at = (int) range.run().from();
                while (at < range.run().to()) {
                    int part = (int) Math.min(
                            1 + random.nextInt(size.bytes()), range.run().to() - at);
                    opener.write(sealed, at, part);
                    at += part;
                }
            }
            assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(plain, from, to));
        }
    }

    @Test
    void aRangeWithMissingOrChangedBytesIsNotHandedOut() throws IOException {
        PrincipalId owner = db.principal();
        UUID blob = db.id();
        byte[] sealed = seal(owner, blob, SegmentSize.KIB_4, bytes(20_000));
        byte[] head = Arrays.copyOf(sealed, SealedLayout.HEAD_BYTES);
        SealedRange range = new SealedRange(new SealedLayout(SegmentSize.KIB_4), sealed.length, head, 9_000, 9_100);
        int from = (int) range.run().from();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        OutputStream cut = db.sealer().openingRange(owner, SealContext.blob(blob), range, out);
        cut.write(sealed, from, 100);
        assertThatThrownBy(cut::close).isInstanceOf(EOFException.class);

        sealed[from + 50] ^= 1;
        OutputStream changed = db.sealer().openingRange(owner, SealContext.blob(blob), range, out);
        assertThatThrownBy(() -> changed.write(sealed, from, (int) range.run().length()))
                .isInstanceOf(SealBrokenException.class);
        assertThat(out.size()).isZero();
        assertThatThrownBy(() -> new SealedRange(range.layout(), sealed.length, head, 0, 20_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSealedFileIsReadAtAnyPosition(@TempDir Path folder) throws IOException {
        PrincipalId owner = db.principal();
        UUID blob = db.id();
        byte[] plain = bytes(300_000);
        Path file = Files.write(folder.resolve("blob"), seal(owner, blob, SegmentSize.KIB_64, plain));
        try (SeekableByteChannel opened = db.sealer().opening(owner, SealContext.blob(blob), FileChannel.open(file))) {
            assertThat(opened.size()).isEqualTo(plain.length);
            ByteBuffer part = ByteBuffer.allocate(1000);
            opened.position(200_000);
            while (part.hasRemaining() && opened.read(part) >= 0) {
                // reads on
            }
            assertThat(part.array()).isEqualTo(Arrays.copyOfRange(plain, 200_000, 201_000));
        }
    }

    @Test
    @Commitment({"R3", "G3"})
    void aDestroyedKeyOpensNothingAndIsNeverMadeAnew() {
        PrincipalId owner = db.principal();
        SealContext place = SealContext.field("job.prompt", db.id());
        byte[] sealed = db.sealer().sealText(owner, place, "secret");

        db.sealer().destroy(owner);
        db.sealer().destroy(owner);

        assertThat(db.sealer().destroyed(owner)).isTrue();
        assertThatThrownBy(() -> db.sealer().open(owner, place, sealed)).isInstanceOf(KeyDestroyedException.class);
        assertThatThrownBy(() -> db.sealer().sealText(owner, place, "x")).isInstanceOf(KeyDestroyedException.class);
        PrincipalId never = db.principal();
        db.sealer().destroy(never);
        assertThatThrownBy(() -> db.sealer().sealText(never, place, "x")).isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void aKeyThatWasRolledBackSealsNothingElse() {
        PrincipalId owner = db.principal();
        SealContext place = SealContext.field("job.prompt", db.id());
        assertThatThrownBy(() -> db.tx().required(() -> {
                    db.sealer().sealText(owner, place, "lost");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        byte[] sealed = db.sealer().sealText(owner, place, "kept");
        Sealer other = another(MasterKey.inFile(db.folder().resolve("master.key")));
        assertThat(other.openText(owner, place, sealed)).isEqualTo("kept");
    }

    private static Sealer another(MasterKey master) {
        return new KeyedSealer(db.tx(), new StoredKeyTable(), db.bus(), db.ids(), master, false);
    }

    @Test
    void aRotatedMasterKeyWrapsEveryKeyAnewAndARunningProcessFollows() throws IOException {
        PrincipalId owner = db.principal();
        SealContext place = SealContext.field("job.prompt", db.id());
        byte[] sealed = db.sealer().sealText(owner, place, "before");
        Path file = db.folder().resolve("master.key");
        Sealer running = another(MasterKey.inFile(file));
        String before = Files.readString(file);

        assertThat(db.sealer().rotateMasterKey()).isPositive();

        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(running.openText(owner, place, sealed)).isEqualTo("before");
        assertThat(another(MasterKey.inFile(file)).openText(owner, place, sealed))
                .isEqualTo("before");
    }

    @Test
    void aMasterKeyThatDoesNotFitStopsTheStart(@TempDir Path folder) throws IOException {
        db.sealer().sealText(db.principal(), SealContext.field("job.prompt", db.id()), "x");
        MasterKey stranger = MasterKey.inFile(folder.resolve("master.key"));
        assertThatThrownBy(() -> another(stranger))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("does not fit");

        Path open = folder.resolve("open.key");
        Files.copy(folder.resolve("master.key"), open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKey.inFile(open))
                .isInstanceOfSatisfying(
                        StartProblem.class,
                        problem -> assertThat(problem.remedy()).contains("chmod 600"));
        assertThatThrownBy(() -> MasterKey.given("not a key")).isInstanceOf(StartProblem.class);
        assertThat(MasterKey.given(Files.readString(folder.resolve("master.key")))
                        .activeId())
                .isEqualTo(stranger.activeId());
    }
}
