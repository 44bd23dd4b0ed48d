package io.heliograph.testkit;

import io.heliograph.spi.InstanceContext;
import io.heliograph.testkit.host.FakeHost;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** What an author gives to the kit: how to make an instance. One of its three kinds is implemented and registered. */
public sealed interface Fixture permits ProviderFixture, StoreFixture, IdentityFixture {
    /** The registered fixture of a kind. @throws IllegalStateException if there is none or more than one. */
    static <F extends Fixture> F only(Class<F> kind) {
        var found = ServiceLoader.load(kind).stream().toList();
        if (found.size() != 1) {
            throw new IllegalStateException("exactly one fixture is registered in META-INF/services/" + kind.getName()
                    + ", not " + found.size());
        }
        return found.getFirst().get();
    }

    /** What the instance is made with. */
    InstanceContext instance(FakeHost host, Path folder);
}
