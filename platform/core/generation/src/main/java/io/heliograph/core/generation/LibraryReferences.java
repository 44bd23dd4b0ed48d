package io.heliograph.core.generation;

import io.heliograph.core.library.AssetContent;
import io.heliograph.core.library.Library;
import io.heliograph.core.library.Variant;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.provider.Reference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** References out of the library: one's own only, opened as they are read, so that a deletion ends a running call. */
final class LibraryReferences implements References {
    private final Library library;

    LibraryReferences(Library library) {
        this.library = library;
    }

    @Override
    public boolean usable(Viewer viewer, AssetId asset) {
        try {
            return library.get(Actor.person(viewer.principal()), asset).owner().equals(viewer.principal());
        } catch (ProblemException refusal) {
            if (refusal.type() == ProblemType.NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }

    @Override
    public List<Reference> open(Grant grant, List<ReferenceInput> references) {
        List<Reference> opened = new ArrayList<>();
        for (ReferenceInput reference : references) {
            try {
                AssetContent content = library.open(
                        Actor.person(grant.owner()), Purpose.GENERATION, reference.asset(), new Variant.Original());
                opened.add(new Reference(Catalogue.role(reference.use()), new Source(content)));
            } catch (ProblemException refusal) {
                if (refusal.type() == ProblemType.NOT_FOUND) {
                    throw new GoneException("reference " + reference.asset() + " is gone");
                }
                throw refusal;
            }
        }
        return opened;
    }

    private record Source(AssetContent content) implements ByteSource {
        @Override
        public OptionalLong sizeBytes() {
            return OptionalLong.of(content.sizeBytes());
        }

        @Override
        public String mediaType() {
            return content.type().mimeType();
        }

        @Override
        public long copyTo(OutputStream target) throws IOException {
            try {
                content.copy(0, content.sizeBytes(), target);
                return content.sizeBytes();
            } catch (PluginException | ProblemException failure) {
                throw new IOException("the reference cannot be read", failure);
            }
        }

        @Override
        public byte[] readAll(int limitBytes) throws IOException {
            if (content.sizeBytes() > limitBytes) {
                throw new IOException("more than " + limitBytes + " bytes");
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream((int) content.sizeBytes());
            copyTo(all);
            return all.toByteArray();
        }

        @Override
        public String toString() {
            return "Source[]";
        }
    }
}
