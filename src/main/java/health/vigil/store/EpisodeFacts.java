package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.history.OwnTime;
import health.vigil.history.Stay;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What is stored of an episode that grading needs; its own time follows from the patient's other episodes.
record EpisodeFacts(
        UUID id,
        PatientId patient,
        LocalDate birthDate,
        Instant infusedAt,
        String ward,
        String bed,
        Optional<BigDecimal> weight,
        Instant admittedAt,
        Optional<Instant> endedAt,
        Optional<Instant> gradedTo,
        Optional<Instant> rulesGradedTo,
        Optional<String> gradingUnavailable) {
    static EpisodeFacts read(ResultRow row) {
        return new EpisodeFacts(
                row.uuid("id"),
                new PatientId(row.text("patient_id")),
                row.date("birth_date"),
                row.instant("infused_at"),
                row.text("ward"),
                row.text("bed"),
                row.optionalDecimal("weight_kg"),
                row.instant("admitted_at"),
                row.optionalInstant("ended_at"),
                row.optionalInstant("graded_to"),
                row.optionalInstant("rules_graded_to"),
                row.optionalText("grading_unavailable"));
    }

    Stay stay() {
        return new Stay(id, admittedAt, infusedAt, endedAt);
    }

    Episode episode(OwnTime own) {
        return new Episode(
                id,
                patient,
                birthDate,
                infusedAt,
                own,
                ward,
                bed,
                weight,
                admittedAt,
                gradedTo,
                rulesGradedTo,
                gradingUnavailable);
    }
}
