package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Actor;
import io.heliograph.web.contract.Contract;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FilesTest {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ApiFixture api;

    @BeforeAll
    static void start() throws Exception {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = api.browser(Contract.BASE_PATH + path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return api.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    @Commitment("V1")
    void aWholeFileComesWithItsVersionAndIsKeptByNobodyElse() throws Exception {
        AssetId id = api.assets.add(false);
        HttpResponse<byte[]> file = get("/assets/" + id + "/content");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).hasSize(100);
        assertThat(file.headers().firstValue("ETag")).hasValue("\"" + FakeAssets.SHA + "\"");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(get("/assets/" + id + "/content", "If-None-Match", "\"" + FakeAssets.SHA + "\"")
                        .statusCode())
                .isEqualTo(304);
        api.assets.setVisibility(Actor.person(api.accounts.ann), id, "public");
        assertThat(get("/assets/" + id + "/content").headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=300");
    }

    @Test
    void partsOfAFileAreSent() throws Exception {
        AssetId id = api.assets.add(false);
        String path = "/assets/" + id + "/content";
        HttpResponse<byte[]> middle = get(path, "Range", "bytes=10-19");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        assertThat(middle.headers().firstValue("Content-Range")).hasValue("bytes 10-19/100");
        assertThat(get(path, "Range", "bytes=-5").body()).containsExactly(95, 96, 97, 98, 99);
        assertThat(get(path, "Range", "bytes=98-").body()).containsExactly(98, 99);
        assertThat(get(path, "Range", "bytes=98-1000").body()).containsExactly(98, 99);
        assertThat(get(path, "Range", "bytes=100-").statusCode()).isEqualTo(416);
        for (String ignored : new String[] {"bytes=5-2", "lines=1-2", "bytes=0-1,4-5", "bytes=a-b"}) {
            assertThat(get(path, "Range", ignored).statusCode()).as(ignored).isEqualTo(200);
        }
        assertThat(get(path, "Range", "bytes=0-1", "If-Range", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDownloadHasItsNameAndAThumbnailItsWidths() throws Exception {
        AssetId id = api.assets.add(true);
        assertThat(get("/assets/" + id + "/content?download=true").headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''see%20%26%20mehr.png");
        assertThat(get("/assets/" + id + "/thumbnails/256").statusCode()).isEqualTo(200);
        assertThat(get("/assets/" + id + "/thumbnails/300").statusCode()).isEqualTo(400);
        assertThat(get("/assets/" + api.ids.next() + "/thumbnails/256").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReferenceIsTakenInAndWhatIsNoneIsRefused() throws Exception {
        HttpResponse<String> good = upload("image/png", new byte[1_000]);
        assertThat(good.statusCode()).isEqualTo(201);
        api.assertFits(api.contract.operation("uploadReference").orElseThrow(), good);
        assertThat(new JsonObject(good.body()).getJsonArray("removed")).containsExactly("location");
        assertThat(upload("image/png", new byte[5]).statusCode()).isEqualTo(422);
        assertThat(upload("text/html", new byte[1_000]).statusCode()).isEqualTo(415);
        assertThat(upload("image/png", new byte[51 * 1024 * 1024]).statusCode()).isEqualTo(413);
    }

    private static HttpResponse<String> upload(String type, byte[] bytes) throws Exception {
        return api.send(api.browser(Contract.BASE_PATH + "/uploads?fileName=lake.png")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }
}
