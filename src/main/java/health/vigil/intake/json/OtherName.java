package health.vigil.intake.json;

import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import java.util.Optional;

/// The name of what is in no list, beside the word `other`.
final class OtherName {
    private static final int LENGTH = 100;

    private OtherName() {}

    /// A name that must be there with `other`, and only then.
    ///
    /// @param field the field that holds the name
    /// @param word the field that holds the word
    static Optional<String> read(Fields fields, String field, String word, boolean other) {
        if (other) {
            return fields.need(field, Shapes.sentence(LENGTH));
        }
        return optional(fields, field, word, false);
    }

    /// A name that may be there with `other`, and only then.
    static Optional<String> optional(Fields fields, String field, String word, boolean other) {
        var name = fields.may(field, Shapes.sentence(LENGTH));
        if (fields.has(field) && !other) {
            fields.at(field).refuse("is only for the " + word + " other");
        }
        return name;
    }
}
