package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.images.Image;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.models.Model;
import io.heliograph.e2e.fault.Installation;
import io.heliograph.rules.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The clients that OpenAI publishes for Node and for Java make pictures here, told no more than another address and a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiClientsTest {
    private static final String PROMPT = "A mountain lake at first light";

    private @Nullable Service started;
    private String key = "";
    private @Nullable OpenAIClient openAi;

    @BeforeAll
    void start(@TempDir Path temporary) {
        Service service = Service.start(Installation.copyTo(temporary.resolve("data")));
        started = service;
        key = service.command("apikeys", "create", "--user", Installation.EMAIL).lastLine();
        openAi = client(key);
    }

    @AfterAll
    void stop() {
        if (openAi != null) {
            openAi.close();
        }
        if (started != null) {
            started.close();
        }
    }

    @Test
    void theClientForNodeDoesAllThatItIsUsedFor() {
        Path node = Repository.root().resolve("platform/testkit/target/node");
        CommandResult result = CommandResult.run(
                List.of(
                        node.resolve("node").toString(),
                        node.resolve("openai.mjs").toString()),
                Map.of("HELIOGRAPH_URL", service().address().toString(), "HELIOGRAPH_KEY", key));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out().lines())
                .hasSize(5)
                .anyMatch(line -> line.matches("images.generate stream, partial images: [0-2]"));
    }

    @Test
    void theClientForJavaListsModels() {
        List<String> ids =
                java().models().list().autoPager().stream().map(Model::id).toList();
        assertThat(ids).hasSizeGreaterThan(1).anyMatch(id -> id.contains("video"));
    }

    @Test
    @SuppressWarnings("deprecation") // the client calls it old, and people use it
    void theClientForJavaMakesPicturesInTheAnswerAndAsLinks() throws Exception {
        Image inline = java().images()
                .generate(wish().responseFormat(ImageGenerateParams.ResponseFormat.B64_JSON)
                        .build())
                .data()
                .orElseThrow()
                .getFirst();
        assertPicture(Base64.getDecoder().decode(inline.b64Json().orElseThrow()));

        List<Image> linked = java().images()
                .generate(wish().n(2)
                        .responseFormat(ImageGenerateParams.ResponseFormat.URL)
                        .build())
                .data()
                .orElseThrow();
        assertThat(linked).hasSize(2);
        try (HttpClient nobody = HttpClient.newHttpClient()) {
            for (Image image : linked) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(image.url().orElseThrow()))
                        .build();
                HttpResponse<byte[]> answer = nobody.send(request, HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertPicture(answer.body());
            }
        }
    }

    @Test
    void theClientForJavaReadsTheStream() throws Exception {
        try (StreamResponse<ImageGenStreamEvent> stream =
                java().images().generateStreaming(wish().partialImages(2).build())) {
            List<ImageGenStreamEvent> events = stream.stream().toList();
            assertThat(events).isNotEmpty();
            assertPicture(Base64.getDecoder()
                    .decode(events.getLast().asGenerationCompleted().b64Json()));
            assertThat(events.subList(0, events.size() - 1)).allMatch(ImageGenStreamEvent::isGenerationPartialImage);
        }
    }

    @Test
    void faultsAreTheClientsOwnExceptions() {
        assertThatThrownBy(() -> java().images().generate(wish().n(99).build()))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        fault -> assertThat(fault.param()).isEqualTo(Optional.of("n")));
        assertThatThrownBy(() ->
                        java().images().generate(wish().model("nobody/has-this").build()))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        fault -> assertThat(fault.code()).isEqualTo(Optional.of("model_not_found")));
        OpenAIClient stranger = client("hg_this-is-not-a-key");
        assertThatThrownBy(() -> stranger.models().list()).isInstanceOf(UnauthorizedException.class);
        stranger.close();
    }

    private static ImageGenerateParams.Builder wish() {
        return ImageGenerateParams.builder().prompt(PROMPT).size(ImageGenerateParams.Size.of("512x512"));
    }

    private static void assertPicture(byte[] bytes) throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(512);
    }

    private OpenAIClient client(String apiKey) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(service().address() + "/v1")
                .apiKey(apiKey)
                .maxRetries(0)
                .build();
    }

    private OpenAIClient java() {
        return Objects.requireNonNull(openAi);
    }

    private Service service() {
        return Objects.requireNonNull(started);
    }
}
