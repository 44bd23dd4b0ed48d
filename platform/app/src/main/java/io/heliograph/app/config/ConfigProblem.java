package io.heliograph.app.config;

import java.util.OptionalInt;

/**
 * One thing wrong with the configuration.
 *
 * @param origin the file's path, or {@code environment}
 * @param line line in the file, from 1; empty where a line makes no sense
 * @param key the key concerned, dotted
 * @param found what is wrong; never a secret's value
 * @param remedy what to do
 */
public record ConfigProblem(String origin, OptionalInt line, String key, String found, String remedy) {
    /** One line for a terminal. */
    public String sentence() {
        String place = line.isPresent() ? origin + ":" + line.getAsInt() : origin;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + found + ". " + remedy;
    }
}
