package health.vigil.store;

import health.vigil.grading.BirthDate;
import health.vigil.history.Episode;
import health.vigil.history.OwnTime;
import health.vigil.history.Stay;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// The stored data of an episode that grading needs. Its own time depends on the patient's other episodes.
///
/// @param told the admission facts of the version that was known
/// @param knownSince since when that version is known
record EpisodeFacts(
        UUID id,
        PatientId patient,
        Numbers numbers,
        AdmissionFacts told,
        Instant knownSince,
        String ward,
        String bed,
        Instant admittedAt,
        Optional<Instant> endedAt,
        Optional<Instant> gradedTo,
        Optional<Instant> rulesGradedTo,
        Optional<String> gradingUnavailable) {
    static EpisodeFacts read(ResultRow row) {
        return new EpisodeFacts(
                row.uuid("id"),
                new PatientId(row.text("patient_id")),
                PatientNumbers.read(row),
                row.optionalText("known")
                        .map(json -> StoredJson.read(json, AdmissionFacts.class))
                        .orElseGet(() -> first(row)),
                row.optionalInstant("known_since").orElse(Instant.EPOCH),
                row.text("ward"),
                row.text("bed"),
                row.instant("admitted_at"),
                row.optionalInstant("ended_at"),
                row.optionalInstant("graded_to"),
                row.optionalInstant("rules_graded_to"),
                row.optionalText("grading_unavailable"));
    }

    /// The first version, if no correction was stored.
    private static AdmissionFacts first(ResultRow row) {
        return new AdmissionFacts(
                row.optionalText("birth_date_given")
                        .orElseGet(() -> row.date("birth_date").toString()),
                row.instant("infused_at"),
                row.optionalDecimal("weight_kg"),
                AdmissionFacts.infusions(row.text("infusions")));
    }

    Stay stay() {
        return new Stay(id, patient, admittedAt, told.infusedAt(), endedAt);
    }

    Episode episode(OwnTime own) {
        return new Episode(
                id,
                patient,
                numbers,
                BirthDate.parse(told.birthDate()).orElseGet(() -> BirthDate.of(LocalDate.EPOCH)),
                told.infusedAt(),
                told.further(),
                knownSince,
                own,
                ward,
                bed,
                told.weight(),
                admittedAt,
                gradedTo,
                rulesGradedTo,
                gradingUnavailable);
    }
}
