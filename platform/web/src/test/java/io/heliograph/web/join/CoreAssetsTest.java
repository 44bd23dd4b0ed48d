package io.heliograph.web.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.library.LibraryRoom;
import io.heliograph.core.library.LibrarySettings;
import io.heliograph.core.media.MediaLimits;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.media.process.MediaProcess;
import io.heliograph.core.media.process.MediaProcessSettings;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.privacy.Declaration;
import io.heliograph.policy.privacy.PrivacyModule;
import io.heliograph.policy.retention.RetentionModule;
import io.heliograph.policy.retention.RetentionPeriods;
import io.heliograph.web.port.Assets;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pictures through the web's port on the real library, gates, pipeline and record; the store is in memory. */
class CoreAssetsTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path folder;

    private static final StoreInMemory STORE = new StoreInMemory();
    private static final ExecutorService CALCULATION = Executors.newFixedThreadPool(2);
    private static final MediaProcess PROCESS = new MediaProcess(
            MediaProcessSettings.in(Path.of("target", "media-data").toAbsolutePath()));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PolicyEngine gates;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Assets assets;

    @BeforeAll
    static void open() {
        gates = new PolicyEngine(db.clock(), EpochSource.byKind(Map.of("asset", LibraryRoom.epochs(db.tx()))));
        gates.load(PolicySetup.of(List.of(
                new PrivacyModule(
                        instance -> Optional.of(new Declaration(Set.of(), Set.of(), Set.of())), person -> false),
                new RetentionModule(db.clock(), RetentionPeriods.defaults()))));
        MediaPipeline media = new MediaPipeline(MediaLimits.usual(), PROCESS, CALCULATION);
        LibraryRoom room = new LibraryRoom(new LibraryRoom.Parts(
                db.tx(),
                db.ids(),
                db.clock(),
                db.sealer(),
                db.events(),
                gates,
                STORE,
                media,
                (owner, asset, job) -> List.of(),
                LibrarySettings.usual()));
        assets = new CoreAssets(
                room.library(), media, folder, person -> Optional.of("default"), () -> Duration.ofDays(14), db.clock());
    }

    @AfterAll
    static void close() {
        PROCESS.close();
        CALCULATION.shutdownNow();
        gates.close();
    }

    @Test
    @Commitment("C3")
    void whatWasTakenOutOfAPictureIsToldAndIsGone() throws Exception {
        Actor ada = Actor.person(db.principal());
        Assets.Uploaded uploaded = upload(ada, "coast.jpg", withExif(jpeg(64, 48)));
        assertThat(uploaded.removed()).containsExactly("device", "location");
        assertThat(uploaded.asset().fileName()).hasValue("coast.jpg");
        byte[] stored = read(assets.content(ada, uploaded.asset().id()).orElseThrow());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Camera of Ada");
        assertThat(upload(ada, "plain.jpg", jpeg(64, 48)).removed()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefusedAndNothingStaysOnTheWay() throws Exception {
        Actor ada = Actor.person(db.principal());
        int before = STORE.kept.size();
        byte[] gif = "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] wrong : List.of("no picture".getBytes(StandardCharsets.UTF_8), gif)) {
            assertThatThrownBy(() -> upload(ada, "wrong", wrong))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        assertThat(STORE.kept).hasSize(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void onlyItsOwnerFindsReadsAndDeletesIt() throws Exception {
        Actor ada = Actor.person(db.principal());
        Actor bob = Actor.person(db.principal());
        AssetId id = upload(ada, "mine.jpg", jpeg(300, 200)).asset().id();
        Assets.Query everything = new Assets.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty());
        assertThat(assets.list(ada, everything, Optional.empty(), 10).items()).hasSize(1);
        assertThat(assets.list(bob, everything, Optional.empty(), 10).items()).isEmpty();
        assertThat(assets.details(bob, id)).isEmpty();
        assertThat(assets.content(bob, id)).isEmpty();
        assertThat(assets.thumbnail(bob, id, 256)).isEmpty();
        assertThat(assets.find(bob, List.of(id))).isEmpty();
        assertThat(assets.delete(bob, List.of(id)).deleted()).isZero();
        Assets.Details details = assets.details(ada, id).orElseThrow();
        assertThat(details.asset().visibility()).isEqualTo("private");
        assertThat(details.asset().uploaded()).isTrue();
        assertThat(assets.summary(ada).uploads()).isEqualTo(1);
        assertThat(assets.delete(ada, List.of(id)).deleted()).isEqualTo(1);
        assertThat(assets.details(ada, id)).isEmpty();
        assertThat(assets.restore(ada, List.of(id))).isEqualTo(1);
        assertThat(assets.details(ada, id)).isPresent();
    }

    @Test
    void whoIsNotSignedInBringsNothingIn() {
        assertThatThrownBy(() -> upload(Actor.anonymous(), "x.jpg", jpeg(8, 8)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_SIGNED_IN));
    }

    private static Assets.Uploaded upload(Actor actor, String name, byte[] bytes) throws IOException {
        return assets.upload(actor, Optional.of(name), new ByteArrayInputStream(bytes));
    }

    private static byte[] read(Assets.Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.body().copyTo(0, content.bytes(), out);
        return out.toByteArray();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    /** Puts an EXIF block with a device and a place behind the start of a JPEG. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] device = "Camera of Ada\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer block = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        block.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        block.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        block.putShort((short) 2);
        block.putShort((short) 0x010f).putShort((short) 2).putInt(device.length).putInt(38);
        block.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(54);
        block.putInt(0);
        block.put(device);
        block.putShort((short) 0).putInt(0);
        byte[] exif = Arrays.copyOf(block.array(), block.position());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1});
        out.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array());
        out.writeBytes(exif);
        out.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
        return out.toByteArray();
    }
}
