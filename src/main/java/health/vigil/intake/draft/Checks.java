package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import java.util.Optional;
import java.util.function.Supplier;

/// Checks the fields of a draft in the order of the contract, and notes each fault at its field.
record Checks(Location message) {
    private static final Rule<String, String> NAME = Rule.sentence(100);

    Location at(String field) {
        return message.field(field);
    }

    /// An optional field.
    <T> Optional<T> may(String field, Entry<T> entry) {
        entry.faults().forEach(message::note);
        return entry.value();
    }

    <T, U> Optional<U> may(String field, Entry<T> entry, Rule<T, U> rule) {
        return may(field, entry).flatMap(value -> rule.check(value, at(field)));
    }

    /// A required field.
    <T> Optional<T> need(String field, Entry<T> entry) {
        return entry.given() ? may(field, entry) : at(field).missing();
    }

    <T, U> Optional<U> need(String field, Entry<T> entry, Rule<T, U> rule) {
        return entry.given() ? may(field, entry, rule) : at(field).missing();
    }

    /// The name that goes with the word `other`, for things without a word of their own. It is required with `other`,
    /// and refused otherwise.
    ///
    /// @param word the field that holds the word
    Optional<String> nameOfOther(String field, Entry<String> name, String word, boolean other) {
        return other ? need(field, name, NAME) : mayNameOther(field, name, word, false);
    }

    /// A name that is optional with `other`, and refused otherwise.
    Optional<String> mayNameOther(String field, Entry<String> name, String word, boolean other) {
        var sound = may(field, name, NAME);
        if (name.given() && !other) {
            at(field).refuse("is only for the " + word + " other");
        }
        return sound;
    }

    /// Builds the value if no field of the message had a fault so far; else the result is empty.
    <T> Optional<T> whenSound(Supplier<T> build) {
        return message.violations().isEmpty() ? Optional.of(build.get()) : Optional.empty();
    }
}
