package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Finds the stays of a patient that a user of some wards may see.
public final class VisibleStays {
    private static final Comparator<Episode> NEWEST_FIRST = Comparator.comparing(
                    (Episode episode) -> episode.own().from().orElse(Instant.MIN))
            .reversed();

    /// The active episode counts as the latest.
    private static final String CURRENT_WARDS = """
            select distinct on (asked.patient_id) asked.patient_id, ward, status = 'active' as active,
                emergency_opens(?, asked.patient_id) as opened
            from unnest(?::text[]) as asked (patient_id)
                join episode on episode.patient_id = any(numbers_of(asked.patient_id))
            where voided_at is null
            order by asked.patient_id, status = 'active' desc,
                case when cardinality(numbers_of(asked.patient_id)) > 1 then ended_at end desc, admitted_at desc
            """;

    /// The current stay first: the active one, else the one that ended last. Voided stays are last.
    private static final String OF_PATIENT = """
            select id, patient_id, ward, voided_at is not null as voided, emergency_opens(?, patient_id) as opened
            from episode
            where patient_id = any((select numbers_of(?))::text[])
            order by case when status = 'active' then 0 when voided_at is null then 1 else 2 end,
                case when cardinality(numbers_of(?)) > 1 then ended_at end desc, admitted_at desc
            """;

    private static final String IN_WARDS = """
            select distinct unnest(numbers_of(patient_id)) as number
            from (select distinct patient_id from episode
                where voided_at is null and (?::text[] is null or ward_fold(ward) = any(?::text[]))) as seen
            """;

    private VisibleStays() {}

    /// The ward of a patient's latest stay.
    ///
    /// @param active whether the stay has not ended
    /// @param opened whether the user has opened the patient's record in an emergency
    public record CurrentWard(String name, boolean active, boolean opened) {}

    /// The ward of the latest stay of each patient who has one.
    ///
    /// @param username the user whose emergency access is checked
    public static Map<PatientId, CurrentWard> currentWards(Sql sql, Collection<PatientId> patients, String username) {
        var wards = new HashMap<PatientId, CurrentWard>();
        sql.each(
                CURRENT_WARDS,
                row -> wards.put(
                        new PatientId(row.text("patient_id")),
                        new CurrentWard(row.text("ward"), row.flag("active"), row.flag("opened"))),
                username,
                Column.texts(List.copyOf(patients), PatientId::value));
        return wards;
    }

    /// A stay of a patient.
    ///
    /// @param number the number under which the patient was admitted
    /// @param opened whether the user has opened the record of this number in an emergency
    public record PatientStay(UUID episode, String number, String ward, boolean voided, boolean opened) {}

    /// All stays of a patient, the current one first.
    ///
    /// @param username the user whose emergency access is checked
    public static List<PatientStay> of(Sql sql, PatientId patient, String username) {
        return sql.list(
                OF_PATIENT,
                row -> new PatientStay(
                        row.uuid("id"),
                        row.text("patient_id"),
                        row.text("ward"),
                        row.flag("voided"),
                        row.flag("opened")),
                username,
                patient.value(),
                patient.value());
    }

    /// The wards of all stays of a patient, including voided ones.
    public static Set<String> wards(Sql sql, PatientId patient) {
        return Set.copyOf(sql.list(
                "select distinct ward from episode where patient_id = any((select numbers_of(?))::text[])",
                row -> row.text("ward"),
                patient.value()));
    }

    /// The times that belong to a stay in a visible ward; every time if there is no stay.
    public static Predicate<Instant> instants(Sql sql, PatientId patient, Predicate<String> sees) {
        var episodes = Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of());
        return at -> episodes.isEmpty()
                || Episodes.at(episodes, at)
                        .filter(episode -> sees.test(episode.ward()))
                        .isPresent();
    }

    /// Whether the reader sees every stay of the patient in a period.
    ///
    /// @param until exclusive
    public static boolean all(Sql sql, PatientId patient, Instant from, Instant until, Predicate<String> sees) {
        return Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()).stream()
                .filter(episode -> !episode.own().none())
                .filter(episode -> episode.own()
                        .from()
                        .filter(begin -> !begin.isBefore(until))
                        .isEmpty())
                .filter(episode ->
                        episode.own().until().filter(end -> !end.isAfter(from)).isEmpty())
                .allMatch(episode -> sees.test(episode.ward()));
    }

    /// A period.
    ///
    /// @param from absent: from the beginning
    /// @param until exclusive; absent: without end
    public record StayPeriod(Optional<Instant> from, Optional<Instant> until) {
        /// All time.
        public static final StayPeriod EVER = new StayPeriod(Optional.empty(), Optional.empty());
    }

    /// The newest period in which all stays of a patient are in visible wards; empty if there is none. A stay
    /// that owns no time is ignored.
    public static Optional<StayPeriod> newest(Sql sql, PatientId patient, Predicate<String> sees) {
        return newest(Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()), sees);
    }

    private static Optional<StayPeriod> newest(List<Episode> episodes, Predicate<String> sees) {
        var run = episodes.stream()
                .filter(episode -> !episode.own().none())
                .sorted(NEWEST_FIRST)
                .dropWhile(episode -> !sees.test(episode.ward()))
                .takeWhile(episode -> sees.test(episode.ward()))
                .map(Episode::own)
                .toList();
        if (episodes.isEmpty()) {
            return Optional.of(StayPeriod.EVER);
        }
        return run.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StayPeriod(run.getLast().from(), run.getFirst().until()));
    }

    /// All numbers of the patients with a stay in some wards, each with the newest period in those wards. A number
    /// without such a period is left out.
    ///
    /// @param wards the keys of the wards; absent for every ward, which shows all time
    /// @param sees whether a ward is one of them
    public static Map<PatientId, StayPeriod> inWards(Sql sql, Optional<Set<String>> wards, Predicate<String> sees) {
        var keys = wards.map(names -> Column.texts(List.copyOf(names), name -> name));
        var numbers = sql.list(IN_WARDS, row -> new PatientId(row.text("number")), keys, keys);
        var periods = new HashMap<PatientId, StayPeriod>();
        if (wards.isEmpty()) {
            numbers.forEach(number -> periods.put(number, StayPeriod.EVER));
        } else if (!numbers.isEmpty()) {
            Episodes.of(sql, numbers)
                    .forEach((number, episodes) ->
                            newest(episodes, sees).ifPresent(period -> periods.put(number, period)));
        }
        return periods;
    }
}
