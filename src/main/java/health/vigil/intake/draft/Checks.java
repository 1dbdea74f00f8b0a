package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import java.util.Optional;
import java.util.function.Supplier;

/// Checks the fields of a draft in the order of the contract, and notes each fault at its field.
record Checks(Location message) {
    private static final FieldRule<String, String> NAME = FieldRule.sentence(100);

    Location at(String field) {
        return message.field(field);
    }

    /// An optional field.
    <T> Optional<T> may(String field, ReadField<T> read) {
        read.faults().forEach(message::note);
        return read.value();
    }

    <T, U> Optional<U> may(String field, ReadField<T> read, FieldRule<T, U> rule) {
        return may(field, read).flatMap(value -> rule.check(value, at(field)));
    }

    /// A required field.
    <T> Optional<T> need(String field, ReadField<T> read) {
        return read.given() ? may(field, read) : at(field).missing();
    }

    <T, U> Optional<U> need(String field, ReadField<T> read, FieldRule<T, U> rule) {
        return read.given() ? may(field, read, rule) : at(field).missing();
    }

    /// The name that goes with the word `other`, for things without a word of their own. It is required with
    /// `other`, and refused otherwise.
    ///
    /// @param word the field that holds the word
    Optional<String> nameOfOther(String field, ReadField<String> name, String word, boolean other) {
        return other ? need(field, name, NAME) : mayNameOther(field, name, word, false);
    }

    /// A name that is optional with `other`, and refused otherwise.
    Optional<String> mayNameOther(String field, ReadField<String> name, String word, boolean other) {
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
