package io.heliograph.web.edge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.policy.Purpose;
import io.heliograph.web.contract.Contract;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Contract contract = Contract.parse(EdgeFixture.YAML);

    @Test
    void anOperationWithoutAHandlerIsNotServed() {
        assertThatThrownBy(() -> Routes.of(contract).build())
                .hasMessageContaining("no handler for open")
                .hasMessageContaining("no handler for download");
    }

    @Test
    void aHandlerWithoutAnOperationIsRefused() {
        Routes.Builder routes =
                EdgeFixture.plain(Routes.of(contract)).on("invented", Purpose.VIEW, call -> Reply.none());
        assertThatThrownBy(routes::build)
                .hasMessageContaining("a handler for invented, which the contract does not have");
    }

    @Test
    void theMarkOfStreamedOperationsAndTheirRoutesMustAgree() {
        Routes.Builder routes =
                EdgeFixture.plain(Routes.of(contract), "upload").on("upload", Purpose.UPLOAD, call -> Reply.none());
        assertThatThrownBy(routes::build).hasMessageContaining("upload is not streamed here but in the contract");
    }

    @Test
    void anOperationWithoutADeclaredPermissionDoesNotLoad() {
        String silent =
                EdgeFixture.YAML.replace("operationId: open, x-heliograph-permission: public,", "operationId: open,");
        assertThatThrownBy(() -> Contract.parse(silent))
                .hasMessageContaining("open declares no x-heliograph-permission");
    }

    @Test
    void twoOperationsOfOneNameDoNotLoad() {
        String twice = EdgeFixture.YAML.replace("operationId: admin,", "operationId: open,");
        assertThatThrownBy(() -> Contract.parse(twice)).hasMessageContaining("two operations are called open");
    }
}
