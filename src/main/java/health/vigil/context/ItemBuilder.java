package health.vigil.context;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers what is found for one item.
final class Answer {
    private static final String VERSION = "1";

    private final Score score;
    private final String item;
    private final List<String> missing = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Boolean> holds = Optional.empty();
    private Optional<BigDecimal> value = Optional.empty();
    private Optional<Integer> grade = Optional.empty();
    private Optional<String> band = Optional.empty();
    private Optional<BigDecimal> atLeast = Optional.empty();
    private boolean bandAtLeast;
    private Optional<String> text = Optional.empty();
    private Optional<String> reason = Optional.empty();

    Answer(Score score) {
        this(score, score.item());
    }

    /// One of several items of a kind.
    Answer(Score score, String item) {
        this.score = score;
        this.item = item;
    }

    Answer holds(boolean told) {
        holds = Optional.of(told);
        return this;
    }

    Answer value(BigDecimal number) {
        value = Optional.of(number);
        return this;
    }

    Answer grade(int number) {
        grade = Optional.of(number);
        return this;
    }

    Answer band(String word) {
        band = Optional.of(word);
        return this;
    }

    Answer atLeast(int number) {
        atLeast = Optional.of(BigDecimal.valueOf(number));
        return this;
    }

    /// The band is the least that it can be.
    Answer bandAtLeast() {
        bandAtLeast = true;
        return this;
    }

    Answer text(String sentence) {
        text = Optional.of(sentence);
        return this;
    }

    Answer reason(String sentence) {
        reason = Optional.of(sentence);
        return this;
    }

    Answer missing(String what) {
        missing.add(what);
        return this;
    }

    boolean complete() {
        return missing.isEmpty();
    }

    /// The names of what is missing, for a reason.
    String missed() {
        return "not known: " + String.join(", ", missing);
    }

    Answer input(Lab lab) {
        inputs.add(Input.of(lab));
        return this;
    }

    Answer number(String name, BigDecimal number) {
        numbers.put(name, number);
        return this;
    }

    Answer number(String name, long number) {
        return number(name, BigDecimal.valueOf(number));
    }

    Answer fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    Answer note(String sentence) {
        notes.add(sentence);
        return this;
    }

    ContextItem item() {
        return new ContextItem(
                item,
                VERSION,
                score.rule(),
                holds,
                value,
                grade,
                band,
                atLeast,
                bandAtLeast,
                text,
                reason,
                missing,
                inputs,
                Collections.unmodifiableMap(numbers),
                facts,
                notes,
                score.caveat(),
                score.source());
    }
}
