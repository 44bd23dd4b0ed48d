package io.heliograph.host;

import io.heliograph.host.config.PluginKind;
import java.util.EnumMap;
import java.util.Map;

/** The source of a plugin of any of three kinds, sound but for the places that a test writes itself. */
final class BrokenSource {
    /** Where a plugin's code runs that is no call. */
    enum Place {
        CONSTRUCTOR(""),
        LIST("return List.of(new F());"),
        TYPE("return \"test\";"),
        CREATE("return new P();"),
        ABILITY("return Optional.empty();"),
        CLOSE("");

        private final String sound;

        Place(String sound) {
            this.sound = sound;
        }
    }

    /** Waits until it is interrupted, and longer: for ever without. */
    static final String HANG = """
            try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException told) { }
            throw new IllegalStateException("told to end");""";

    private static final String THROW = "throw new IllegalStateException(\"broken\");";

    private final Map<Place, String> code = new EnumMap<>(Place.class);

    private BrokenSource() {
        for (Place place : Place.values()) {
            code.put(place, place.sound);
        }
    }

    static BrokenSource sound() {
        return new BrokenSource();
    }

    static BrokenSource with(Place place, String body) {
        BrokenSource source = new BrokenSource();
        source.code.put(place, body);
        return source;
    }

    static BrokenSource throwing(Place place) {
        return with(place, "if (true) { " + THROW + " } " + place.sound);
    }

    /** The whole class of a plugin of this kind. */
    String of(PluginKind kind) {
        return TestPlugins.IMPORTS
                + """
                import io.heliograph.spi.identity.*;
                public class Main implements HeliographPlugin {
                  public Main() { %s }
                  @Override public List<%s> %s() { %s }
                  static class F implements %s {
                    public String type() { %s }
                    public %s create(InstanceContext c) throws PluginException { %s }
                  }
                  static class P implements %s {
                    %s
                    public void close() { %s }
                  }
                }
                """.formatted(
                                at(Place.CONSTRUCTOR),
                                factory(kind),
                                list(kind),
                                at(Place.LIST),
                                factory(kind),
                                at(Place.TYPE),
                                made(kind),
                                at(Place.CREATE),
                                made(kind),
                                methods(kind),
                                at(Place.CLOSE));
    }

    private String at(Place place) {
        return code.getOrDefault(place, "");
    }

    private static String factory(PluginKind kind) {
        return made(kind) + "Factory";
    }

    private static String made(PluginKind kind) {
        return switch (kind) {
            case PROVIDER -> "GenerationProvider";
            case STORE -> "BlobStore";
            case IDENTITY -> "IdentityProvider";
            default -> throw new IllegalArgumentException(kind.word());
        };
    }

    private static String list(PluginKind kind) {
        return switch (kind) {
            case PROVIDER -> "providers";
            case STORE -> "stores";
            case IDENTITY -> "identityProviders";
            default -> throw new IllegalArgumentException(kind.word());
        };
    }

    private String methods(PluginKind kind) {
        return switch (kind) {
            case PROVIDER -> """
                public List<ModelCard> models(CallContext c) { return List.of(); }
                public Quote quote(QuoteRequest q, CallContext c) { return new Quote(0, 1); }
                public Submission submit(GenerationSpec s, IdempotencyKey k, CallContext c) { return null; }
                public Progress poll(RemoteJob j, CallContext c) { return null; }
                public Optional<JobCanceller> canceller() { %s }
                """.formatted(at(Place.ABILITY));
            case STORE -> """
                public long put(BlobKey k, ByteSource b, CallContext c) { return 0; }
                public boolean get(BlobKey k, Optional<ByteRange> r, ByteSink s, CallContext c) { return false; }
                public Optional<Long> sizeBytes(BlobKey k, CallContext c) { return Optional.empty(); }
                public Deletion delete(BlobKey k, CallContext c) { return Deletion.ABSENT; }
                public BlobPage list(String p, Optional<BlobKey> a, int l, CallContext c) { return null; }
                """;
            case IDENTITY -> """
                public AuthStep begin(AuthRequest r, CallContext c) { return null; }
                public AuthStep resume(AuthReply r, CallContext c) { return null; }
                public Optional<Enrolment> enrolment() { %s }
                """.formatted(at(Place.ABILITY));
            default -> throw new IllegalArgumentException(kind.word());
        };
    }
}
