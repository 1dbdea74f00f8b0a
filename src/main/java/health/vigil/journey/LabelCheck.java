package health.vigil.journey;

import java.util.stream.Stream;

/// Compares the label of the product with the patient, as far as it is on file (J-1).
final class LabelCheck {
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
        return missing.isEmpty()
                ? CheckFinding.green(JourneyCheck.IDENTITY, "the label on file names this patient")
                : CheckFinding.open(JourneyCheck.IDENTITY, "not recorded: " + String.join(", ", missing));
    }

    private static boolean contradicts(ProductJourney journey) {
        var facts = journey.facts();
        var label = facts.identity();
        return label.patientIdOnLabel().filter(id -> !isPatient(journey, id)).isPresent()
                || label.dateOfBirthOnLabel()
                        .filter(day -> !SameBirth.same(facts.birthDate(), day.toString()))
                        .isPresent()
                || label.nameOnLabel()
                        .flatMap(name -> facts.name().map(own -> !SameText.same(own, name)))
                        .orElse(false);
    }

    /// Whether a text is one of the patient's numbers.
    static boolean isPatient(ProductJourney journey, String id) {
        return journey.numbers().all().stream()
                .anyMatch(number -> number.value().equals(id.strip()));
    }
}
