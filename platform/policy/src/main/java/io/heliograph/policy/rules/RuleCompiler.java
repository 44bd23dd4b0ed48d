package io.heliograph.policy.rules;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.heliograph.policy.Fact;
import io.heliograph.policy.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns rules into programs, or says what is wrong with all of them at once. */
public final class RuleCompiler {
    /** Names beside the facts. */
    static final Map<String, String> WORDS = Map.of(
            "gate", "Gate that asks, in capitals.",
            "purpose", "Why something is asked.",
            "actor", "Who asks: person, staff, anonymous or system.",
            "is_owner", "Whether the person who asks owns what it is about.",
            "object_kind", "Kind of what it is about, such as asset; empty without.",
            "method", "Plugin method that would be called; empty without.");

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(4_000)
            .comprehensionMaxIterations(1_000)
            .build();
    private static final Pattern UNKNOWN_NAME = Pattern.compile("undeclared reference to '([^']+)'");

    private final TreeMap<String, CelType> variables = new TreeMap<>();
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    /** A compiler that knows {@link Facts#all()} and the words {@code gate, purpose, actor, is_owner, object_kind, method}. */
    public RuleCompiler() {
        for (Fact<?> fact : Facts.all()) {
            variables.put(fact.name(), type(fact));
        }
        WORDS.keySet().forEach(word -> variables.put(word, SimpleType.STRING));
        variables.put("is_owner", SimpleType.BOOL);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        variables.forEach(builder::addVar);
        this.compiler = builder.build();
        this.runtime =
                CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();
    }

    /** What a rule may speak of: name to what it means. */
    public static Map<String, String> vocabulary() {
        Map<String, String> all = new TreeMap<>(WORDS);
        Facts.all().forEach(fact -> all.put(fact.name(), fact.description()));
        return all;
    }

    /**
     * A module of these rules.
     *
     * @throws BadRulesException with every problem of every rule
     */
    public OperatorRules compile(List<OperatorRule> rules) throws BadRulesException {
        List<RuleProblem> problems = new ArrayList<>();
        List<OperatorRules.Compiled> compiled = new ArrayList<>();
        for (OperatorRule rule : rules) {
            CelValidationResult result = compiler.compile(rule.when(), rule.name());
            if (result.hasError()) {
                for (CelIssue issue : result.getErrors()) {
                    problems.add(problem(rule, issue));
                }
                continue;
            }
            try {
                compiled.add(new OperatorRules.Compiled(rule, runtime.createProgram(result.getAst())));
            } catch (CelValidationException | CelEvaluationException failure) {
                problems.add(
                        new RuleProblem(rule.name(), 1, 1, String.valueOf(failure.getMessage()), Optional.empty()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadRulesException(problems);
        }
        return new OperatorRules(compiled);
    }

    private RuleProblem problem(OperatorRule rule, CelIssue issue) {
        Matcher unknown = UNKNOWN_NAME.matcher(issue.getMessage());
        Optional<String> nearest =
                unknown.find() ? NearestName.of(unknown.group(1), variables.keySet()) : Optional.empty();
        return new RuleProblem(
                rule.name(),
                Math.max(1, issue.getSourceLocation().getLine()),
                Math.max(0, issue.getSourceLocation().getColumn()) + 1,
                issue.getMessage(),
                nearest);
    }

    private static CelType type(Fact<?> fact) {
        if (fact.type() == Long.class) {
            return SimpleType.INT;
        }
        if (fact.type() == Double.class) {
            return SimpleType.DOUBLE;
        }
        return fact.type() == Boolean.class ? SimpleType.BOOL : SimpleType.STRING;
    }
}
