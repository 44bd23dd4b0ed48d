package io.heliograph.plugins.files;

import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.store.BlobStoreFactory;
import java.util.List;

/** Entry point of the folder store. */
public final class FilesPlugin implements HeliographPlugin {
    /** For the host's service loader. */
    public FilesPlugin() {}

    @Override
    public List<BlobStoreFactory> stores() {
        return List.of(new FileStoreFactory());
    }
}
