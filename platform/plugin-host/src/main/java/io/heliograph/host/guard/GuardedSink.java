package io.heliograph.host.guard;

import io.heliograph.spi.bytes.ByteSink;
import java.io.IOException;

/** A sink as a plugin sees it: every chunk asks whether the call may go on. The target counts. */
final class GuardedSink implements ByteSink {
    private final ByteSink target;
    private final CallLife life;

    GuardedSink(ByteSink target, CallLife life) {
        this.target = target;
        this.life = life;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        life.chunk();
        HostLoader.run(() -> target.write(bytes, offset, length));
        life.chunk();
    }
}
