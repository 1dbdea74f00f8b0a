package health.vigil.patient.journey;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.journey.InfusionRecord;
import health.vigil.journey.Premedication;
import health.vigil.journey.ProductJourney;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Sender;
import health.vigil.store.ChartedDose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The premedication of an infusion as medications, so that every rule about drugs reads it. The same record
/// gives the same medications.
final class GivenPremedication {
    private static final int LONGEST_NAME = 100;

    private GivenPremedication() {}

    static List<Submission> of(ProductJourney journey, InfusionRecord infusion, Sender sender) {
        var subject = new Subject.ByPatient(journey.facts().patientId());
        return infusion.premedication().stream()
                .map(given -> new Submission(
                        new ObservationId(sender, id(journey.id(), given, infusion)),
                        subject,
                        at(given, infusion),
                        new Medication(
                                given.drug(), name(given), Optional.empty(), Optional.of(Indication.PREMEDICATION)),
                        Optional.empty()))
                .distinct()
                .toList();
    }

    /// Without a time it was given at the start of the first bag, the latest that it can have been.
    private static Instant at(Premedication given, InfusionRecord infusion) {
        return given.at().orElseGet(infusion::startedAt);
    }

    /// The contract allows a name for another drug only.
    private static Optional<String> name(Premedication given) {
        return given.drugName()
                .filter(_ -> given.drug() == Drug.OTHER)
                .map(name -> name.substring(
                        0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())))));
    }

    private static String id(UUID journey, Premedication given, InfusionRecord infusion) {
        var text = String.join(
                "|",
                journey.toString(),
                given.drug().word(),
                given.drugName().filter(_ -> given.drug() == Drug.OTHER).orElse(""),
                at(given, infusion).toString());
        return ChartedDose.OF_A_RECORD + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
