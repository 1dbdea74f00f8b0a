package health.vigil.alert;

import health.vigil.observation.Analyte;
import health.vigil.observation.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A part of a check, with its own age.
public sealed interface CheckPart {
    /// The word in the API.
    String word();

    /// The name in texts.
    String label();

    /// A part that is recorded at the bedside.
    enum Bedside implements CheckPart, Word {
        TEMPERATURE("temperature"),
        /// Systolic pressure; in adults also the mean.
        BLOOD_PRESSURE("blood pressure"),
        SPO2("SpO2"),
        HEART_RATE("pulse"),
        /// The answers of a caregiver.
        HOME_CHECK("caregiver's answers"),
        ICE("ICE"),
        CAPD("CAPD"),
        CONSCIOUSNESS("level of consciousness"),
        OXYGEN("record of the oxygen"),
        VASOPRESSOR("record of the vasopressor");

        private final String label;

        Bedside(String label) {
            this.label = label;
        }

        @Override
        public String word() {
            return Word.super.word();
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// A laboratory result.
    ///
    /// @param anyOf one of these is enough
    record Laboratory(List<Analyte> anyOf) implements CheckPart {
        private static final int LONGEST_ABBREVIATION = 4;

        public Laboratory {
            anyOf = List.copyOf(anyOf);
            if (anyOf.isEmpty()) {
                throw new IllegalArgumentException("A result of the laboratory needs an analyte");
            }
        }

        @Override
        public String word() {
            return anyOf.stream().map(Analyte::word).collect(Collectors.joining("-or-"));
        }

        @Override
        public String label() {
            return anyOf.stream().map(Laboratory::label).collect(Collectors.joining(" or "));
        }

        /// Abbreviations in capitals, such as `CRP`; longer words as they are.
        private static String label(Analyte analyte) {
            var word = analyte.word();
            return word.length() <= LONGEST_ABBREVIATION ? word.toUpperCase(Locale.ROOT) : word.replace('-', ' ');
        }
    }
}
