package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyPermit;
import io.heliograph.spi.CallContext;
import io.heliograph.spi.HeliographPlugin;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** Walks the SPI from its one entry point; no list says which guards must exist. */
class GuardScanTest {
    private static final Set<Class<?>> LAZY = Set.of(
            BaseStream.class,
            Iterator.class,
            Future.class,
            CompletionStage.class,
            InputStream.class,
            OutputStream.class,
            Runnable.class,
            java.util.concurrent.Callable.class,
            java.util.function.Supplier.class);

    /** What plugins implement: what factories make, and the abilities of those. */
    private static List<Class<?>> implemented() {
        List<Class<?>> found = new ArrayList<>();
        for (Method list : HeliographPlugin.class.getDeclaredMethods()) {
            Class<?> factory = argument(list.getGenericReturnType());
            Method create = Arrays.stream(factory.getDeclaredMethods())
                    .filter(method -> method.getName().equals("create"))
                    .findFirst()
                    .orElseThrow();
            found.add(create.getReturnType());
        }
        for (int i = 0; i < found.size(); i++) {
            for (Method method : calls(found.get(i))) {
                ability(method).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Method> calls(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !(method.getName().equals("close") && method.getParameterCount() == 0))
                .toList();
    }

    private static Class<?> argument(Type type) {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** An accessor without parameters of an optional interface that plugins implement. */
    private static Optional<Class<?>> ability(Method method) {
        if (method.getReturnType() != Optional.class || method.getParameterCount() > 0) {
            return Optional.empty();
        }
        Class<?> type = argument(method.getGenericReturnType());
        return type.isInterface() ? Optional.of(type) : Optional.empty();
    }

    private static Class<?> guard(Class<?> spi) throws ClassNotFoundException {
        String name = switch (spi.getSimpleName()) {
            case "GenerationProvider" -> "Provider";
            case "RemoteErasure" -> "Erasure";
            default -> spi.getSimpleName().replaceFirst("^(Job|Vendor)", "");
        };
        return Class.forName("io.heliograph.host.guard.Guarded" + name);
    }

    @Test
    void everySpiMethodHasAGuardThatBeginsWithAPermit() throws Exception {
        Set<String> keys = new TreeSet<>();
        List<Class<?>> types = implemented();
        assertThat(types).hasSizeGreaterThanOrEqualTo(11);
        for (Class<?> type : types) {
            for (Method method : calls(type)) {
                if (ability(method).isPresent() || method.getName().equals("gates")) {
                    assertThat(guard(type).getMethod(method.getName()).getParameterCount())
                            .isZero();
                    continue;
                }
                keys.add(type.getSimpleName() + "." + method.getName());
                assertThat(guard(type).getMethods())
                        .as(type.getSimpleName() + "." + method.getName())
                        .anyMatch(guarding -> guards(guarding, method));
            }
        }
        Set<String> table = new TreeSet<>();
        Arrays.stream(SpiMethod.values()).filter(one -> !one.isMadeByHost()).forEach(one -> table.add(one.key()));
        assertThat(table).isEqualTo(keys);
    }

    private static boolean guards(Method guarding, Method method) {
        List<Class<?>> expected = new ArrayList<>(List.of(method.getParameterTypes()));
        boolean judge = method.getName().equals("judge");
        expected.remove(CallContext.class);
        expected.addFirst(judge ? PolicyPermit.class : Permit.class);
        if (!judge) {
            expected.addLast(CallTerms.class);
        }
        return guarding.getName().equals(method.getName())
                && List.of(guarding.getParameterTypes()).equals(expected)
                && guarding.getReturnType() == method.getReturnType();
    }

    @Test
    void nothingThatRunsLaterCrossesTheGuard() {
        for (Class<?> type : implemented()) {
            for (Method method : calls(type)) {
                List<Class<?>> crossing = new ArrayList<>(List.of(method.getParameterTypes()));
                crossing.add(method.getReturnType());
                assertThat(crossing)
                        .as(type.getSimpleName() + "." + method.getName())
                        .noneMatch(one -> LAZY.stream().anyMatch(lazy -> lazy.isAssignableFrom(one)));
            }
        }
    }
}
