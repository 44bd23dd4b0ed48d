package io.heliograph.app.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param benchmark the word that selects its benchmark
 * @param name what it is
 * @param value not a number if nothing was counted
 * @param unit ms, MB, kB, 1/s
 * @param goal what it should be; empty for a figure that only explains another
 */
public record Figure(String benchmark, String name, double value, String unit, Optional<Goal> goal) {
    /**
     * What a figure should be.
     *
     * @param floor what it must reach
     * @param aim what it should reach
     */
    public record Goal(double floor, double aim) {
        private boolean more() {
            return aim > floor;
        }

        /** Says which of both {@code value} reaches. */
        public String verdict(double value) {
            if (more() ? value >= aim : value <= aim) {
                return "aim";
            }
            return (more() ? value >= floor : value <= floor) ? "floor" : "missed";
        }
    }

    static Figure of(String benchmark, String name, double value, String unit) {
        return new Figure(benchmark, name, value, unit, Optional.empty());
    }

    static Figure of(String benchmark, String name, double value, String unit, double floor, double aim) {
        return new Figure(benchmark, name, value, unit, Optional.of(new Goal(floor, aim)));
    }

    /** The number with as many digits as mean something. */
    String shown() {
        return shown(value);
    }

    static String shown(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f", number);
    }

    /** Floor and aim in one cell; a dash where there is none. */
    String shownGoal() {
        return goal.map(some -> String.format(Locale.ROOT, "%,.0f / %,.0f", some.floor(), some.aim()))
                .orElse("–");
    }

    /** Which of both it reaches; a dash where there is none. */
    String verdict() {
        return goal.map(some -> some.verdict(value)).orElse("–");
    }
}
