package io.heliograph.plugins.files;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.store.BlobStore;
import io.heliograph.spi.store.BlobStoreFactory;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a store in the folder of its configuration, or else in the instance's own folder. */
final class FileStoreFactory implements BlobStoreFactory {
    @Override
    public String type() {
        return "filesystem";
    }

    @Override
    public BlobStore create(InstanceContext context) throws PluginException {
        Path root = root(context);
        long reserveBytes = context.settings().number("reserve-megabytes") * 1024 * 1024;
        try {
            return new FileBlobStore(
                    Layout.at(root), reserveBytes, context.clock().instant());
        } catch (IOException e) {
            throw PluginException.nothingHappened(
                            ErrorKind.CONFIGURATION,
                            "folder",
                            "The folder " + root + " of the store " + context.instance()
                                    + " cannot be made or written to. Give another one, or the right to write there.")
                    .causedBy(e);
        }
    }

    private static Path root(InstanceContext context) throws PluginException {
        Optional<String> configured = context.settings().optionalText("folder");
        try {
            if (configured.isPresent()) {
                return Path.of(configured.get());
            }
        } catch (InvalidPathException e) {
            throw PluginException.nothingHappened(
                            ErrorKind.CONFIGURATION, "folder", "The store's folder is not a path of this machine.")
                    .causedBy(e);
        }
        return context.folder()
                .orElseThrow(() -> PluginException.nothingHappened(
                        ErrorKind.CONFIGURATION,
                        "folder",
                        "The store has no folder: grant the need files, or set folder."));
    }
}
