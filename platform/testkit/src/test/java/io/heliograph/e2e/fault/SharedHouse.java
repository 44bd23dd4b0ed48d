package io.heliograph.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link HouseFull} to every table that asks for it, and closes it after the last. */
final class SharedHouse implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedHouse.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == HouseFull.class;
    }

    @Override
    public HouseFull resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("house", _ -> Held.open(), Held.class)
                .house();
    }

    /** The house and its folder. */
    private record Held(HouseFull house, Path folder) implements AutoCloseable {
        static Held open() {
            try {
                Path folder = Files.createTempDirectory("house");
                return new Held(HouseFull.open(folder), folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            house.close();
            Installation.delete(folder);
        }
    }
}
