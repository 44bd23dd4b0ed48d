/**
 * What a plugin author tests with. Begin with {@link io.heliograph.testkit.host.FakeHost}, a host in memory: contexts,
 * spool, credentials, a compute pool, and a network that reaches a loopback server only. Then write one {@link
 * io.heliograph.testkit.Fixture} and one suite class named {@code *Test} that selects {@code
 * io.heliograph.testkit.provider}, {@code .store} or {@code .identity}:
 *
 * <pre>{@code
 * @Suite
 * @SelectPackages("io.heliograph.testkit.store")
 * @IncludeClassNamePatterns(".*Behaviour")
 * final class MyStoreKitTest {}
 * }</pre>
 *
 * <p>The fixture is found by {@link java.util.ServiceLoader}. Abilities that a plugin does not declare are tested to be
 * refused, never skipped. After every test no thread, open stream or unread token may be left.
 */
@NullMarked
package io.heliograph.testkit;

import org.jspecify.annotations.NullMarked;
