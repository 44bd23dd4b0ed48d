package io.heliograph.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {
    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "' a.b+c@x.io ', a.b+c@x.io",
        "jörg@münchen.de, jörg@xn--mnchen-3ya.de",
        "me@localhost, me@localhost"
    })
    void twoWritingsOfAnAddressAreOne(String typed, String normal) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.c",
                "a b@c.d",
                "a@b..c",
                "a..b@c.d",
                ".a@b.c",
                "a@-b.c",
                "a\n@b.c",
                "a@b@c.d,e"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::",
        "::1, ::",
        "fe80::1%eth0, fe80::",
        "nonsense, ''"
    })
    @Commitment("C4")
    void addressesOfMachinesAreCutShort(String full, String kept) {
        assertThat(new Client(full, "x").address()).isEqualTo(kept);
    }

    @Test
    void everyPermissionHasItsOwnWordAndOnlyAdministratorsHaveTheRest() {
        assertThat(Permission.values()).extracting(Permission::word).doesNotHaveDuplicates();
        assertThat(Role.USER.permissions())
                .noneMatch(permission -> permission.word().startsWith("admin:"));
        assertThat(Role.ADMIN.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(Role.of("admin")).contains(Role.ADMIN);
        assertThat(Role.of("root")).isEmpty();
    }
}
