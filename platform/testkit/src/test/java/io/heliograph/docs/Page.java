package io.heliograph.docs;

import io.heliograph.rules.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A document in Markdown, taken apart.
 *
 * @param file where it is
 * @param prose its lines outside of blocks
 */
record Page(Path file, String prose, List<Block> blocks) {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** A fenced block. @param language what stands behind the fence, empty for none */
    record Block(Path file, int line, String language, String text) {
        @Override
        public String toString() {
            return Repository.root().relativize(file) + ":" + line;
        }
    }

    /** README.md and every page under docs/. */
    static List<Page> all() {
        return Repository.files().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> file.equals(Repository.root().resolve("README.md"))
                        || file.startsWith(Repository.root().resolve("docs")))
                .map(Page::read)
                .toList();
    }

    private static Page read(Path file) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder block = new StringBuilder();
        String language = "";
        int begin = 0;
        int number = 0;
        for (String line : Repository.text(file).lines().toList()) {
            number++;
            boolean fence = line.startsWith("```");
            if (fence && begin == 0) {
                begin = number;
                language = line.substring(3).strip();
            } else if (fence) {
                blocks.add(new Block(file, begin, language, block.toString()));
                block.setLength(0);
                begin = 0;
            } else {
                (begin == 0 ? prose : block).append(line).append('\n');
            }
        }
        return new Page(file, prose.toString(), blocks);
    }

    /** What stands between single backticks. */
    List<String> codes() {
        return found(CODE);
    }

    /** Where its links and pictures lead. */
    List<String> links() {
        return found(LINK);
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(prose)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return Repository.root().relativize(file).toString();
    }
}
