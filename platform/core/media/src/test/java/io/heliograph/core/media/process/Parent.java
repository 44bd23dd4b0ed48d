package io.heliograph.core.media.process;

import io.heliograph.kernel.AllowForbidden;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A host for the test that kills one: starts a media process, says its number, and waits to be killed. */
@AllowForbidden("a program of its own, whose only voice is standard output")
final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
        try (MediaProcess process = new MediaProcess(MediaProcessSettings.in(Path.of(arguments[0])))) {
            process.warmUp();
            System.out.println("child " + process.pid());
            new CountDownLatch(1).await();
        }
    }
}
