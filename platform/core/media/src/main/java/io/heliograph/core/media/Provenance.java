package io.heliograph.core.media;

import java.util.Optional;

/**
 * What a file said about its own origin before it was stripped.
 *
 * @param digitalSourceType IPTC term, which is restated in the kept file
 * @param contentCredentials true where a C2PA manifest was embedded; it is not kept, since its hashes hold for the unstripped file only
 */
public record Provenance(Optional<String> digitalSourceType, boolean contentCredentials) {}
