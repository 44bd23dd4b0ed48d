package io.heliograph.app.bench;

import java.io.IOException;
import java.util.List;

/** One thing that is measured. */
interface Benchmark {
    /** The word that selects it. */
    String word();

    /** What it is about, for people who wait. */
    String title();

    /** Measures; blocks until that is done. @throws IOException if the service does not run or answers wrongly */
    List<Figure> measure(Bench bench) throws IOException, InterruptedException;
}
