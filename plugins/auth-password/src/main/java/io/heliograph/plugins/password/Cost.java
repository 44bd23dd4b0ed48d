package io.heliograph.plugins.password;

/**
 * What one hash costs.
 *
 * @param memoryKilobytes memory in KiB, from 8 for each lane
 * @param passes times over the memory, at least 1
 * @param lanes independent parts, at least 1
 */
record Cost(int memoryKilobytes, int passes, int lanes) {
    Cost {
        if (lanes < 1 || passes < 1 || memoryKilobytes < 8 * lanes) {
            throw new IllegalArgumentException("a hash has a lane, a pass and 8 KiB for each lane");
        }
    }
}
