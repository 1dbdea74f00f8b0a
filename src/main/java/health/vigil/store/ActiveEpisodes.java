package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads active episodes.
public final class ActiveEpisodes {
    private static final String OF_WARD = """
        select id, patient_id, name, coalesce(birth_date_given, birth_date::text) as birth_date,
            birth_date_given is not null as estimated, ward, bed, product,
            (select began_at from outpatient_watch w where w.episode_id = episode.id and w.ended_at is null)
                as outpatient_since
        from episode
        where ward_fold(ward) = ? and status = 'active'
            and (?::text is null or patient_id = any((select numbers_of(?))::text[]))
        """;

    private static final String OF_PATIENT =
            "select id, ward from episode where patient_id = any((select numbers_of(?))::text[]) and status = 'active'";

    private ActiveEpisodes() {}

    /// An active episode with its patient and place.
    ///
    /// @param patient the number that the patient was admitted under
    /// @param birthDate as entered: a date, a month or a year
    /// @param birthDateEstimated whether only the month or year is known
    /// @param outpatientSince since when the patient is watched at home; absent for an inpatient
    public record ActiveEpisode(
            UUID id,
            PatientId patient,
            Optional<String> name,
            String birthDate,
            boolean birthDateEstimated,
            String ward,
            String bed,
            String product,
            Optional<Instant> outpatientSince) {
        private static ActiveEpisode read(ResultRow row) {
            return new ActiveEpisode(
                    row.uuid("id"),
                    new PatientId(row.text("patient_id")),
                    row.optionalText("name"),
                    row.text("birth_date"),
                    row.flag("estimated"),
                    row.text("ward"),
                    row.text("bed"),
                    row.text("product"),
                    row.optionalInstant("outpatient_since"));
        }
    }

    /// The active episodes of a ward.
    ///
    /// @param ward the key of the ward's name
    /// @param patient if present, only this patient's episode, found by any number
    public static List<ActiveEpisode> of(Sql sql, String ward, Optional<String> patient) {
        return sql.list(OF_WARD, ActiveEpisode::read, ward, patient, patient);
    }

    /// The id of a patient's active episode.
    ///
    /// @param number any number of the patient
    public static Optional<UUID> of(Sql sql, PatientId number) {
        return sql.first(OF_PATIENT, row -> row.uuid("id"), number.value());
    }

    /// The ward of a patient's active episode.
    ///
    /// @param number any number of the patient
    public static Optional<String> ward(Sql sql, PatientId number) {
        return sql.first(OF_PATIENT, row -> row.text("ward"), number.value());
    }
}
