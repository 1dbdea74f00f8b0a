package health.vigil.alert;

import health.vigil.observation.Analyte;
import health.vigil.observation.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Something that a check asks for, with an age of its own.
public sealed interface Part {
    /// As clients read it.
    String word();

    /// As people read it.
    String label();

    /// What is seen at the bedside.
    enum Bedside implements Part, Word {
        TEMPERATURE("temperature"),
        /// Systolic, or of an adult the mean.
        BLOOD_PRESSURE("blood pressure"),
        SPO2("SpO2"),
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

    /// A result of the laboratory.
    ///
    /// @param anyOf one of these is enough
    record Laboratory(List<Analyte> anyOf) implements Part {
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

        /// `CRP`, `ALT`; longer words as they are.
        private static String label(Analyte analyte) {
            var word = analyte.word();
            return word.length() <= LONGEST_ABBREVIATION ? word.toUpperCase(Locale.ROOT) : word.replace('-', ' ');
        }
    }
}
