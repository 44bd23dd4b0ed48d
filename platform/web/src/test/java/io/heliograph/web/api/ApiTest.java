package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.generation.GenerationState;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.web.contract.OperationSpec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final String KEY = "Idempotency-Key";

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

    /** One call that must succeed. */
    private record Good(String operation, String path, String body, String... headers) {
        Good(String operation, String path) {
            this(operation, path, "");
        }
    }

    private static List<Good> all(AssetId asset, JobId running, JobId finished) {
        String person = "/admin/people/" + api.accounts.ann;
        String ids = "{\"ids\":[\"" + asset + "\"]}";
        String wish =
                "{\"modelId\":\"landscapes/landscapes-v1\",\"prompt\":\"a lake\",\"count\":1,\"options\":{\"size\":\"512x512\"},\"references\":[{\"assetId\":\""
                        + asset + "\",\"role\":\"content\",\"strength\":0.5}]}";
        return List.of(
                new Good("getSession", "/session"),
                new Good(
                        "signIn",
                        "/session",
                        "{\"email\":\"ann@example.org\",\"password\":\"" + FakeAccounts.PASSWORD + "\"}"),
                new Good("getSignUp", "/sign-up"),
                new Good(
                        "signUp",
                        "/sign-up",
                        "{\"email\":\"bob@example.org\",\"password\":\"0123456789abc\",\"inviteToken\":\"good-token-0123456\",\"locale\":\"de\"}"),
                new Good("inspectInvite", "/invites/inspect", "{\"token\":\"good-token-0123456\"}"),
                new Good("requestPasswordReset", "/password-resets", "{\"email\":\"nobody@example.org\"}"),
                new Good(
                        "completePasswordReset",
                        "/password-resets/complete",
                        "{\"token\":\"good-token-0123456\",\"newPassword\":\"0123456789abc\"}"),
                new Good(
                        "completeEmailConfirmation",
                        "/email-confirmations/complete",
                        "{\"token\":\"good-token-0123456\"}"),
                new Good("getSetup", "/setup"),
                new Good(
                        "createFirstAdministrator",
                        "/setup/administrator",
                        "{\"token\":\"good-token-0123456\",\"email\":\"a@example.org\",\"password\":\"0123456789abc\"}"),
                new Good("getWizard", "/admin/setup"),
                new Good("completeWizardStep", "/admin/setup/steps/plugins"),
                new Good("getAccount", "/account"),
                new Good("updateAccount", "/account", "{\"locale\":\"en\"}"),
                new Good(
                        "changeEmail",
                        "/account/email",
                        "{\"email\":\"new@example.org\",\"password\":\"" + FakeAccounts.PASSWORD + "\"}"),
                new Good("requestEmailConfirmation", "/account/email-confirmations"),
                new Good("listSessions", "/account/sessions"),
                new Good("listApiKeys", "/account/api-keys"),
                new Good(
                        "createApiKey",
                        "/account/api-keys",
                        "{\"name\":\"Blender\",\"scopes\":[\"models:read\"],\"expiresInDays\":90}"),
                new Good("getBalance", "/credits"),
                new Good("listLedgerEntries", "/credits/entries?limit=10"),
                new Good("listModels", "/models"),
                new Good("quote", "/quotes", "{\"modelId\":\"landscapes/landscapes-v1\",\"count\":2}"),
                new Good("createGeneration", "/generations", wish, KEY, "a-key-of-this-wish"),
                new Good("listGenerations", "/generations?state=active"),
                new Good("getGeneration", "/generations/" + finished),
                new Good("cancelGeneration", "/generations/" + running + "/cancel"),
                new Good("deleteGeneration", "/generations/" + running),
                new Good("pollEvents", "/events/poll?after=0&waitSeconds=0"),
                new Good(
                        "listAssets",
                        "/assets?kind=image&origin=all&visibility=private&q=lake&expiresWithinDays=14&expiresSoon=true&createdFrom=2026-01-01T00:00:00Z"),
                new Good("getAssetSummary", "/assets/summary"),
                new Good("getAsset", "/assets/" + asset),
                new Good("updateAsset", "/assets/" + asset, "{\"visibility\":\"public\"}"),
                new Good("deleteAsset", "/assets/" + asset),
                new Good("restoreAsset", "/assets/" + asset + "/restore"),
                new Good("deleteAssets", "/assets/delete", ids),
                new Good("restoreAssets", "/assets/restore", ids),
                new Good("listAssetDisclosures", "/assets/" + asset + "/disclosures"),
                new Good("listDisclosures", "/disclosures"),
                new Good("getPrivacyPage", "/privacy-page"),
                new Good("getOperator", "/operator"),
                new Good("getHealth", "/admin/health"),
                new Good("listPlugins", "/admin/plugins"),
                new Good("getPlugin", "/admin/plugins/provider-procedural"),
                new Good("tryInstance", "/admin/instances/landscapes/try"),
                new Good("getAccountErasure", "/account/erasure"),
                new Good(
                        "requestAccountErasure",
                        "/account/erasure",
                        "{\"password\":\"" + FakeAccounts.PASSWORD + "\"}"),
                new Good("takeBackAccountErasure", "/account/erasure"),
                new Good(
                        "inspectErasureReceipt",
                        "/erasure-receipts/inspect",
                        "{\"token\":\"" + FakeErasures.CODE + "\"}"),
                new Good("erasePerson", person + "/erasure", "{\"atOnce\":false}"),
                new Good("keepPerson", person + "/erasure"),
                new Good("listPeople", "/admin/people?q=ann&role=admin&state=active"),
                new Good("getPerson", person),
                new Good("setRole", person + "/role", "{\"role\":\"admin\"}"),
                new Good("suspendPerson", person + "/suspend", "{\"reason\":\"a test\"}"),
                new Good("unsuspendPerson", person + "/unsuspend"),
                new Good(
                        "grantCredits",
                        person + "/credits",
                        "{\"credits\":100,\"note\":\"for the fair\"}",
                        KEY,
                        "a-key-of-this-grant"),
                new Good("listInvites", "/admin/invites"),
                new Good(
                        "createInvite",
                        "/admin/invites",
                        "{\"email\":\"bob@example.org\",\"role\":\"user\",\"expiresInDays\":3}"),
                new Good("revokeInvite", "/admin/invites/" + api.ids.next()),
                new Good("listMails", "/admin/mails?state=kept"),
                new Good("getMail", "/admin/mails/" + api.operations.mail),
                new Good("getSettings", "/admin/settings"),
                new Good("listSettingChanges", "/admin/settings/changes?limit=10"),
                new Good("undoSettingChange", "/admin/settings/changes/7/undo"),
                new Good(
                        "updateSettings",
                        "/admin/settings",
                        "{\"values\":{\"access.sign-up\":\"open\",\"retention.days\":30,\"x\":null}}"));
    }

    @Test
    void everyOperationAnswersAsTheContractSays() throws Exception {
        AssetId asset = api.assets.add(false);
        JobId running = job(GenerationState.RUNNING);
        JobId finished = job(GenerationState.SUCCEEDED, asset);
        Set<String> called = new HashSet<>();
        for (Good good : all(asset, running, finished)) {
            HttpResponse<String> answer = api.call(good.operation(), good.path(), good.body(), good.headers());
            assertThat(answer.statusCode())
                    .as("%s: %s", good.operation(), answer.body())
                    .isBetween(200, 299);
            called.add(good.operation());
        }
        // These end sessions or keys, so they have tests of their own.
        called.addAll(Set.of("signOut", "changePassword", "revokeSession", "revokeOtherSessions", "revokeApiKey"));
        Set<String> ordinary = api.contract.operations().stream()
                .filter(operation -> !operation.streamed())
                .map(OperationSpec::id)
                .collect(Collectors.toSet());
        assertThat(called).containsExactlyInAnyOrderElementsOf(ordinary);
    }

    private static JobId job(GenerationState state, AssetId... results) {
        JobId id = new JobId(api.ids.next());
        api.generations.jobs.put(id, api.generations.view(id, "a lake", state, List.of(results)));
        return id;
    }

    @Test
    void whatIsUnknownIsNotFoundAndWhatCannotBeIsNamed() throws Exception {
        HttpResponse<String> unknown = api.call("getAsset", "/assets/" + api.ids.next(), "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(unknown.body()).getString("type")).isEqualTo("/problems/not-found");
        assertThat(api.call("getAsset", "/assets/17", "").statusCode()).isEqualTo(400);
        assertThat(api.call("deleteAsset", "/assets/" + api.ids.next(), "").statusCode())
                .isEqualTo(404);
        assertThat(api.call("getGeneration", "/generations/" + api.ids.next(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.call("getPerson", "/admin/people/" + api.ids.next(), "").statusCode())
                .isEqualTo(404);
        assertThat(api.call("tryInstance", "/admin/instances/nowhere/try", "").statusCode())
                .isEqualTo(404);
        assertThat(api.call("listAssetDisclosures", "/assets/" + api.ids.next() + "/disclosures", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.call(
                                "inspectErasureReceipt",
                                "/erasure-receipts/inspect",
                                "{\"token\":\"another-code-of-the-form\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.call("listAssets", "/assets?cursor=!!", "").statusCode()).isEqualTo(400);
    }

    @Test
    void anAccountIsDeletedByItsPasswordKeptAgainAndSeenByAdministrators() throws Exception {
        String people = "/admin/people/" + api.accounts.ann;
        assertThat(api.call("requestAccountErasure", "/account/erasure", "{\"password\":\"wrong\"}")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> waits = api.call(
                "requestAccountErasure", "/account/erasure", "{\"password\":\"" + FakeAccounts.PASSWORD + "\"}");
        assertThat(waits.statusCode()).isEqualTo(202);
        assertThat(waits.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(new JsonObject(
                        api.call("getAccountErasure", "/account/erasure", "").body()))
                .isEqualTo(new JsonObject("""
                        {"state":"scheduled","dueAt":"%s","graceDays":8,"categories":[
                          {"category":"result","count":2,"bytes":200,"outcome":"erase"},
                          {"category":"invoice","count":1,"bytes":0,"outcome":"keep","keptUntil":"%1$s","reason":"tax-law"}]}
                        """.formatted(new JsonObject(waits.body()).getString("dueAt"))));
        assertThat(api.call("getPerson", people, "").body()).contains("\"erasure\":{\"state\":\"scheduled\"");
        assertThat(api.call("keepPerson", people + "/erasure", "").statusCode()).isEqualTo(204);
        assertThat(api.call("takeBackAccountErasure", "/account/erasure", "").statusCode())
                .isEqualTo(404);
        assertThat(api.call("listPeople", "/admin/people", "").body()).doesNotContain("erasure");

        HttpResponse<String> atOnce = api.call(
                "requestAccountErasure",
                "/account/erasure",
                "{\"atOnce\":true,\"password\":\"" + FakeAccounts.PASSWORD + "\"}");
        assertThat(atOnce.body()).contains("running", "#" + FakeErasures.CODE);
        assertThat(atOnce.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    }

    @Test
    void refusalsOfCoreReachTheCallerAsProblemsThatFitTheContract() throws Exception {
        String unknown = "{\"modelId\":\"nobody/nothing\",\"prompt\":\"a lake\"}";
        HttpResponse<String> model = api.call("createGeneration", "/generations", unknown, KEY, "key-of-unknown-model");
        assertThat(model.statusCode()).isEqualTo(422);
        String dear = "{\"modelId\":\"landscapes/landscapes-v1\",\"prompt\":\"too dear\"}";
        HttpResponse<String> credits = api.call("createGeneration", "/generations", dear, KEY, "key-of-dear-wish");
        assertThat(credits.statusCode()).isEqualTo(402);
        assertThat(new JsonObject(credits.body()).getString("detail"))
                .isEqualTo("This costs 4 credits, you have 0. Nothing was charged.");
        HttpResponse<String> noKey = api.call("createGeneration", "/generations", dear);
        assertThat(noKey.statusCode()).isEqualTo(400);
        JsonArray errors = new JsonObject(noKey.body()).getJsonArray("errors");
        assertThat(errors.getJsonObject(0).getString("parameter")).isEqualTo("Idempotency-Key");
    }

    @Test
    void theSameKeyGivesTheSameGenerationAndSeedAndLimitsPass() throws Exception {
        String wish = "{\"modelId\":\"landscapes/landscapes-v1\",\"prompt\":\"a lake\",\"seed\":77120445}";
        HttpResponse<String> first = api.call("createGeneration", "/generations", wish, KEY, "same-key-twice");
        HttpResponse<String> second = api.call("createGeneration", "/generations", wish, KEY, "same-key-twice");
        assertThat(new JsonObject(second.body()).getString("id"))
                .isEqualTo(new JsonObject(first.body()).getString("id"));
        assertThat(first.headers().firstValue("RateLimit")).hasValue("\"account\";r=99;t=1");
        assertThat(api.generations.wishes.getLast().seed()).hasValue(77_120_445L);
        assertThat(new JsonObject(first.body()).getJsonArray("notes"))
                .containsExactly("Not understood: unicorn, disco");
    }

    @Test
    void aSecretIsNeverShownToAnAdministrator() throws Exception {
        assertThat(api.call("getSettings", "/admin/settings", "").body()).doesNotContain("not to be shown");
        assertThat(api.call("listPlugins", "/admin/plugins", "").body()).doesNotContain("not to be shown");
        assertThat(api.call("listSettingChanges", "/admin/settings/changes", "").body())
                .contains("ada@example.org")
                .doesNotContain("not to be shown");
    }

    @Test
    void anInvitationsLinkCarriesItsTokenInTheFragment() throws Exception {
        HttpResponse<String> made = api.call("createInvite", "/admin/invites", "{}");
        assertThat(new JsonObject(made.body()).getString("url"))
                .isEqualTo(api.origin() + "/invite#token-of-the-invitation");
    }

    private static HttpResponse<String> call(String operation, String path) throws Exception {
        return api.call(operation, path, "");
    }

    @Test
    void listsGiveTheirPlaceBackAndTakeIt() throws Exception {
        String next =
                new JsonObject(call("listLedgerEntries", "/credits/entries").body()).getString("next");
        assertThat(call("listLedgerEntries", "/credits/entries?cursor=" + next).statusCode())
                .isEqualTo(200);
    }
}
