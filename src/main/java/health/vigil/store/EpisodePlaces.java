package health.vigil.store;

import health.vigil.grading.BirthDate;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Moves, ends and makes episodes for the monitor, as serve does for a person.
public final class EpisodePlaces {
    /// The bed of a patient whom the registration moved into a ward without naming a bed.
    public static final String UNKNOWN_BED = "unknown";

    private static final String LOCK = """
            select id, patient_id, ward, bed, coalesce(birth_date_given, birth_date::text) as birth_date, admitted_at,
                infused_at, coalesce(placed_at, admitted_at) as placed_at
            from episode where patient_id = any((select numbers_of(?))::text[]) and status = 'active'
            order by id limit 1 for no key update
            """;

    private static final String ADMIT = """
            insert into episode (id, patient_id, name, birth_date, birth_date_given, sex, ward, bed, product, infused_at,
                admitted_at, admitted_by)
            values (?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /// The last stay in each other ward, if it ended not long ago or has an unresolved alert.
    private static final String FORMER = """
            select * from (
                select distinct on (ward_fold(ward)) id, patient_id, ward, bed, ended_at from episode
                where patient_id = any((select numbers_of(?))::text[]) and id <> ? and voided_at is null
                    and ward_fold(ward) <> ward_fold(?)
                order by ward_fold(ward), admitted_at desc) stay
            where ended_at > ?
                or exists (select from alert a where a.episode_id = stay.id and a.state <> 'resolved')
            """;

    private EpisodePlaces() {}

    /// An active episode.
    ///
    /// @param birthDate as entered
    /// @param placedAt since when the place is known
    public record OccupiedBed(
            UUID episode,
            PatientId patient,
            String ward,
            String bed,
            String birthDate,
            Instant admittedAt,
            Instant infusedAt,
            Instant placedAt) {
        private static OccupiedBed read(ResultRow row) {
            return new OccupiedBed(
                    row.uuid("id"),
                    new PatientId(row.text("patient_id")),
                    row.text("ward"),
                    row.text("bed"),
                    row.text("birth_date"),
                    row.instant("admitted_at"),
                    row.instant("infused_at"),
                    row.instant("placed_at"));
        }

        /// The admission or the first infusion, whichever is earlier.
        public Instant beginning() {
            return infusedAt.isBefore(admittedAt) ? infusedAt : admittedAt;
        }

        public Alerts.AlertSubject subject() {
            return new Alerts.AlertSubject(
                    Optional.of(episode), Optional.of(patient), Optional.of(ward), Optional.of(bed));
        }

        /// The subject of an alert that stays in the ward when the patient moves.
        public Alerts.AlertSubject subjectWithoutEpisode() {
            return new Alerts.AlertSubject(Optional.empty(), Optional.of(patient), Optional.of(ward), Optional.of(bed));
        }

        public OccupiedBed in(String otherWard, String otherBed) {
            return new OccupiedBed(episode, patient, otherWard, otherBed, birthDate, admittedAt, infusedAt, placedAt);
        }
    }

    /// The active episode of a patient under any number, locked until the transaction ends.
    public static Optional<OccupiedBed> lock(Sql sql, PatientId number) {
        return sql.first(LOCK, OccupiedBed::read, number.value());
    }

    /// Moves an episode.
    ///
    /// @param at when the patient moved
    public static void move(Sql sql, UUID episode, String ward, String bed, Instant at) {
        sql.update("update episode set ward = ?, bed = ?, placed_at = ? where id = ?", ward, bed, at, episode);
    }

    public static void end(Sql sql, UUID episode, Instant at, String note) {
        sql.update(
                "update episode set status = 'ended', ended_at = ?, discharge_note = ? where id = ?",
                at,
                note,
                episode);
    }

    /// What an admission by another system says.
    ///
    /// @param name the name of the person
    public record ReportedAdmission(
            UUID id,
            PatientId patient,
            Optional<String> name,
            BirthDate birthDate,
            Optional<String> sex,
            String ward,
            String bed,
            String product,
            Instant infusedAt,
            Instant admittedAt,
            String admittedBy) {}

    public static void admit(Sql sql, ReportedAdmission admission) {
        sql.update(
                ADMIT,
                admission.id(),
                admission.patient().value(),
                admission.name(),
                admission.birthDate().day().toString(),
                Optional.of(admission.birthDate()).filter(BirthDate::estimated).map(BirthDate::given),
                admission.sex(),
                admission.ward(),
                admission.bed(),
                admission.product(),
                admission.infusedAt(),
                admission.admittedAt(),
                admission.admittedBy());
    }

    /// The bed of a former stay in another ward.
    public record FormerBed(PatientId patient, String ward, String bed, Optional<Instant> endedAt) {}

    /// The former stays whose wards are told that the patient was admitted to another one.
    ///
    /// @param endedAfter a stay that ended before this matters only if it has an unresolved alert
    public static List<FormerBed> former(Sql sql, PatientId patient, UUID episode, String ward, Instant endedAfter) {
        return sql.list(
                FORMER,
                row -> new FormerBed(
                        new PatientId(row.text("patient_id")),
                        row.text("ward"),
                        row.text("bed"),
                        row.optionalInstant("ended_at")),
                patient.value(),
                episode,
                ward,
                endedAfter);
    }
}
