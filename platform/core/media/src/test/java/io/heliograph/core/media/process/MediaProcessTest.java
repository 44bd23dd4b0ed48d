package io.heliograph.core.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MediaProcessTest {
    private static final Path DATA = Path.of("target", "media-data").toAbsolutePath();

    @TempDir
    private Path folder;

    private static MediaProcessSettings settings() {
        return MediaProcessSettings.in(DATA);
    }

    private static int[] grey() {
        int[] pixels = new int[64 * 64];
        java.util.Arrays.fill(pixels, 0xff808080);
        return pixels;
    }

    @Test
    void aClipLosesItsWriterWhenTheProcessIsKilledAndTheNextRequestFindsANewOne() throws Exception {
        try (MediaProcess process = new MediaProcess(settings())) {
            VideoWriter writer = process.writeVideo(folder.resolve("a.mp4"), "mp4", 64, 64, 24);
            writer.frame(grey());
            long first = process.pid();
            kill(first);

            MediaProcessException died = catchThrowableOfType(MediaProcessException.class, () -> {
                for (int i = 0; i < 100; i++) {
                    writer.frame(grey());
                }
            });

            assertThat(died.kind()).isEqualTo(MediaProcessException.Kind.DIED);
            writer.close();
            assertThat(process.webp(grey(), 64, 64, 80, false)).isNotEmpty();
            assertThat(process.pid()).isNotEqualTo(first);
        }
    }

    @Test
    void aReadingRequestIsRepeatedOnTheNextProcess() throws Exception {
        try (MediaProcess process = new MediaProcess(settings())) {
            process.warmUp();
            long first = process.pid();
            signal("STOP", first);
            CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return process.webp(grey(), 64, 64, 80, false);
                } catch (MediaProcessException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            kill(first);

            assertThat(answer.get(30, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(process.pid()).isNotEqualTo(first);
        }
    }

    @Test
    void aProcessThatHangsIsEndedAndItsClipFails() throws Exception {
        MediaProcessSettings impatient =
                settings().withLimits(Duration.ofMillis(300), Duration.ofSeconds(20), Long.MAX_VALUE);
        try (MediaProcess process = new MediaProcess(impatient)) {
            process.warmUp();
            long pid = process.pid();
            VideoWriter writer = process.writeVideo(folder.resolve("a.mp4"), "mp4", 64, 64, 24);
            signal("STOP", pid);

            MediaProcessException hung = catchThrowableOfType(MediaProcessException.class, () -> {
                for (int i = 0; i < 100; i++) {
                    writer.frame(grey());
                }
            });

            assertThat(hung.kind()).isEqualTo(MediaProcessException.Kind.DIED);
            assertThat(hung).hasMessageContaining("limit");
            writer.close();
        }
    }

    @Test
    void aProcessThatGrowsTooLargeIsEnded() throws Exception {
        MediaProcessSettings small = settings().withLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1);
        try (MediaProcess process = new MediaProcess(small)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            process.webp(grey(), 64, 64, 80, false);
                        }
                    })
                    .isInstanceOfSatisfying(
                            MediaProcessException.class,
                            e -> assertThat(e.kind()).isNotEqualTo(MediaProcessException.Kind.REFUSED));
        }
    }

    @Test
    void aBrokenFileIsRefusedAndTheProcessLivesOn() throws Exception {
        try (MediaProcess process = new MediaProcess(settings())) {
            process.warmUp();
            long pid = process.pid();
            Path broken = folder.resolve("broken.mp4");
            Files.write(broken, new byte[10_000]);

            assertThatThrownBy(() -> process.probe(broken, "mov"))
                    .isInstanceOfSatisfying(
                            MediaProcessException.class,
                            e -> assertThat(e.kind()).isEqualTo(MediaProcessException.Kind.REFUSED));
            assertThat(process.pid()).isEqualTo(pid);
        }
    }

    @Test
    void anAbandonedClipFreesItsPlace() throws Exception {
        try (MediaProcess process = new MediaProcess(settings())) {
            for (int i = 0; i < 5; i++) {
                try (VideoWriter writer = process.writeVideo(folder.resolve("a.webm"), "webm", 64, 64, 24)) {
                    writer.frame(grey());
                }
            }
            assertThat(process.webp(grey(), 64, 64, 80, true)).isNotEmpty();
        }
    }

    @Test
    void anAbandonedClipsFileStaysDeletedEvenWhereItsWriterWasInterrupted() throws Exception {
        try (MediaProcess process = new MediaProcess(settings())) {
            process.warmUp();
            Path file = folder.resolve("gone.mp4");
            signal("STOP", process.pid());
            VideoWriter writer = process.writeVideo(file, "mp4", 64, 64, 24);
            AtomicBoolean stillInterrupted = new AtomicBoolean();
            CompletableFuture<Boolean> closed = new CompletableFuture<>();
            Thread owner = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                writer.close();
                stillInterrupted.set(Thread.interrupted());
                closed.completeAsync(() -> file.toFile().delete());
            });
            assertThatThrownBy(() -> closed.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            signal("CONT", process.pid());

            assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(owner.join(Duration.ofSeconds(30))).isTrue();
            assertThat(stillInterrupted).isTrue();
            assertThat(process.webp(grey(), 64, 64, 80, false)).isNotEmpty();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void afterTheEndThereIsNoNewProcess() throws Exception {
        MediaProcess process = new MediaProcess(settings());
        process.warmUp();
        process.close();

        assertThatThrownBy(() -> process.webp(grey(), 64, 64, 80, false))
                .isInstanceOfSatisfying(
                        MediaProcessException.class,
                        e -> assertThat(e.kind()).isEqualTo(MediaProcessException.Kind.UNAVAILABLE));
    }

    @Test
    void theProcessEndsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parent.class.getName(),
                        DATA.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith("child ")) {
                line = said.readLine();
            }
            assertThat(line).isNotNull();
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(line.substring(6))).orElseThrow();

            parent.destroyForcibly();

            child.onExit().get(20, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    private static void kill(long pid) throws InterruptedException, ExecutionException {
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
