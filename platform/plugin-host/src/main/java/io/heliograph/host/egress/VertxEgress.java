package io.heliograph.host.egress;

import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.host.config.Manifest;
import io.heliograph.spi.http.HostNetwork;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * Makes ways out on Vert.x's client, the one at hand that connects to a given address under another name: the look-up is
 * ours, done once, and the certificate is still checked against the name.
 */
public final class VertxEgress implements EgressFactory {
    private final Vertx vertx;
    private final HostResolver resolver;
    private final EgressReport report;
    private final TlsTrust trust;
    private final InstantSource clock;

    /** @param vertx stays the caller's to close */
    public VertxEgress(Vertx vertx, HostResolver resolver, EgressReport report, TlsTrust trust, InstantSource clock) {
        this.vertx = vertx;
        this.resolver = resolver;
        this.report = report;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public Egress create(InstanceConfig config, Manifest manifest, InstanceSettings settings) {
        EgressRules rules = new EgressRules(manifest.hosts(), config.localHosts(), settings);
        EgressDoor door = new EgressDoor(config.id(), rules, resolver, report, clock);
        Context context = vertx.getOrCreateContext();
        EgressClients clients = new EgressClients(vertx, context, trust);
        return new Egress() {
            @Override
            public HostNetwork open(EgressScope scope) {
                return new CallNetwork(door, clients, scope);
            }

            @Override
            public boolean staysLocal() {
                return rules.stayLocal();
            }

            @Override
            public long refusals() {
                return door.refusals();
            }

            @Override
            public void close() {
                // Each connection belongs to a call and ends with it.
            }
        };
    }
}
