package health.vigil.context;

import health.vigil.laboratory.Lab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds one item.
final class ItemBuilder {
    private static final String VERSION = "1";

    private final ItemKind kind;
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

    ItemBuilder(ItemKind kind) {
        this(kind, kind.item());
    }

    /// One of several items of a kind.
    ItemBuilder(ItemKind kind, String item) {
        this.kind = kind;
        this.item = item;
    }

    ItemBuilder holds(boolean fact) {
        holds = Optional.of(fact);
        return this;
    }

    ItemBuilder value(BigDecimal number) {
        value = Optional.of(number);
        return this;
    }

    ItemBuilder grade(int number) {
        grade = Optional.of(number);
        return this;
    }

    ItemBuilder band(String word) {
        band = Optional.of(word);
        return this;
    }

    ItemBuilder atLeast(int number) {
        atLeast = Optional.of(BigDecimal.valueOf(number));
        return this;
    }

    /// Marks the band as the lowest possible one.
    ItemBuilder bandAtLeast() {
        bandAtLeast = true;
        return this;
    }

    ItemBuilder text(String sentence) {
        text = Optional.of(sentence);
        return this;
    }

    ItemBuilder reason(String sentence) {
        reason = Optional.of(sentence);
        return this;
    }

    ItemBuilder missing(String what) {
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

    ItemBuilder input(Lab lab) {
        inputs.add(Input.of(lab));
        return this;
    }

    ItemBuilder number(String name, BigDecimal number) {
        numbers.put(name, number);
        return this;
    }

    ItemBuilder number(String name, long number) {
        return number(name, BigDecimal.valueOf(number));
    }

    ItemBuilder fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    ItemBuilder note(String sentence) {
        notes.add(sentence);
        return this;
    }

    ContextItem build() {
        return new ContextItem(
                item,
                VERSION,
                kind.rule(),
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
                kind.caveat(),
                kind.source());
    }
}
