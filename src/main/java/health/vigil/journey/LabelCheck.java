package health.vigil.journey;

import health.vigil.grading.BirthDate;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares the label of the product with the patient, as far as it is on file (J-1).
final class LabelCheck {
    /// Why a second identifier was read and not compared.
    static final String NOT_COMPARED = "name not on file, and no full date of birth to compare";

    private LabelCheck() {}

    static CheckFinding of(ProductJourney journey) {
        var label = journey.facts().identity();
        if (contradicts(journey)) {
            return CheckFinding.stop(JourneyCheck.IDENTITY, "the label on file names another patient");
        }
        var missing = Stream.of(
                        label.coiId().isEmpty() ? "coiId" : "",
                        label.patientIdOnLabel().isEmpty() ? "patientIdOnLabel" : "",
                        label.nameOnLabel().isEmpty()
                                        && label.dateOfBirthOnLabel().isEmpty()
                                ? "nameOnLabel or dateOfBirthOnLabel"
                                : "")
                .filter(name -> !name.isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return CheckFinding.open(JourneyCheck.IDENTITY, "not recorded: " + String.join(", ", missing));
        }
        return secondIdentifier(journey.facts(), label.nameOnLabel(), born(label))
                ? CheckFinding.green(JourneyCheck.IDENTITY, "the label on file names this patient")
                : CheckFinding.open(JourneyCheck.IDENTITY, "label: " + NOT_COMPARED);
    }

    private static boolean contradicts(ProductJourney journey) {
        var label = journey.facts().identity();
        return label.patientIdOnLabel().filter(id -> !isPatient(journey, id)).isPresent()
                || otherBirth(journey.facts(), born(label))
                || otherName(journey.facts(), label.nameOnLabel());
    }

    private static Optional<BirthDate> born(ProductIdentity label) {
        return label.dateOfBirthOnLabel().map(BirthDate::of);
    }

    /// Whether a name was read and is another one than that on file.
    static boolean otherName(JourneyFacts facts, Optional<String> name) {
        return name.flatMap(read -> facts.name().map(own -> !SameText.same(own, read)))
                .orElse(false);
    }

    /// Whether a date of birth was read and differs from that on file.
    static boolean otherBirth(JourneyFacts facts, Optional<BirthDate> birth) {
        return birth.filter(read -> SameBirth.differ(facts.birthDate(), read)).isPresent();
    }

    /// Whether a second identifier was compared and is the patient's. A name that nobody could compare is none.
    static boolean secondIdentifier(JourneyFacts facts, Optional<String> name, Optional<BirthDate> birth) {
        return name.flatMap(read -> facts.name().filter(own -> SameText.same(own, read)))
                        .isPresent()
                || birth.filter(read -> SameBirth.confirmed(facts.birthDate(), read))
                        .isPresent();
    }

    /// Whether a text is one of the patient's numbers.
    static boolean isPatient(ProductJourney journey, String id) {
        return journey.numbers().all().stream()
                .anyMatch(number -> number.value().equals(id.strip()));
    }
}
