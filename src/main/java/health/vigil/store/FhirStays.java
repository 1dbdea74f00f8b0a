package health.vigil.store;

import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads reported stays as FHIR gives them out: those of patients who have an episode.
public final class FhirStays {
    /// The order is that of the first reports, which no later report changes, or that of the last changes. Each
    /// condition is in the text only if it
    /// is wanted, so that the planner knows which index serves.
    private static final String PAGE = """
            select s.id, s.sender, s.visit, s.location, s.ward, s.bed, s.class, s.begins_at, s.ends_at, s.state,
                coalesce(s.last_updated, s.received_at) as updated_at,
                patient_of(s.patient_id) as subject
            from stay s
            where s.visit is not null and {place} and {numbers} and {ids} and {visits} and {states} and {sender}
                and {wards}
                and exists (
                    select from episode e
                    where e.patient_id = any(numbers_of(s.patient_id)) and e.voided_at is null
                        and (?::text[] is null or ward_fold(e.ward) = any(?::text[])))
            order by {order} limit ?
            """;

    private static final String CHANGED = "coalesce(s.last_updated, s.received_at)";
    private static final String IN_SPAN =
            "{time} >= ? and {time} < ? and ({time}, s.id) > (?, ?)".replace("{time}", CHANGED);

    /// A stay.
    ///
    /// @param number in the order of the first reports
    /// @param subject the number that stands for its patient
    /// @param updatedAt when the row was last changed
    public record FhirStay(
            long number,
            String sender,
            String visit,
            PatientId subject,
            Optional<String> location,
            Optional<String> ward,
            Optional<String> bed,
            Optional<String> category,
            Optional<Instant> from,
            Optional<Instant> until,
            StayState state,
            Instant updatedAt) {}

    /// What a reader asks for; what is absent does not limit the stays.
    ///
    /// @param numbers of one patient
    /// @param ids the numbers of stays
    /// @param sender the only sender whose stays are wanted
    /// @param wards the keys of the wards in which both the stay and an episode of its patient are
    public record WantedStays(
            Optional<? extends Collection<String>> numbers,
            Optional<? extends Collection<Long>> ids,
            Optional<? extends Collection<String>> visits,
            Optional<? extends Collection<StayState>> states,
            Optional<String> sender,
            Optional<? extends Collection<String>> wards) {}

    private FhirStays() {}

    /// The last change of a stay: its place in their order.
    public record StayUpdate(Instant at, long number) {}

    /// The stays that were reported before another one, the newest first.
    ///
    /// @param before the number of the other one
    public static List<FhirStay> page(Sql sql, WantedStays wanted, long before, int rows) {
        return list(
                sql,
                PAGE.replace("{place}", "s.id < ?").replace("{order}", "s.id desc"),
                wanted,
                Stream.of(before),
                rows);
    }

    /// The stays that were last changed within a span, after a place; the oldest change first.
    public static List<FhirStay> changed(Sql sql, WantedStays wanted, UpdateSpan span, StayUpdate after, int rows) {
        return list(
                sql,
                PAGE.replace("{place}", IN_SPAN).replace("{order}", CHANGED + ", s.id"),
                wanted,
                Stream.of(span.from(), span.until(), after.at(), after.number()),
                rows);
    }

    private static List<FhirStay> list(Sql sql, String page, WantedStays wanted, Stream<?> place, int rows) {
        var wards = wanted.wards().map(FhirStays::texts);
        var conditions = Stream.of(
                wanted.numbers().map(FhirStays::texts),
                wanted.ids().map(all -> Column.of("bigint", List.copyOf(all), id -> id)),
                wanted.visits().map(FhirStays::texts),
                wanted.states().map(all -> Column.texts(List.copyOf(all), StayState::word)),
                wanted.sender(),
                wards,
                wards,
                wards,
                rows);
        return sql.list(
                statement(page, wanted),
                FhirStays::read,
                Stream.concat(place, conditions).toArray());
    }

    private static String statement(String page, WantedStays wanted) {
        return page.replace("{numbers}", condition(wanted.numbers(), "s.patient_id = any(?::text[])", "?::text[]"))
                .replace("{ids}", condition(wanted.ids(), "s.id = any(?::bigint[])", "?::bigint[]"))
                .replace("{visits}", condition(wanted.visits(), "s.visit = any(?::text[])", "?::text[]"))
                .replace("{states}", condition(wanted.states(), "s.state = any(?::text[])", "?::text[]"))
                .replace("{sender}", condition(wanted.sender(), "s.sender = ?::text", "?::text"))
                .replace("{wards}", condition(wanted.wards(), "ward_fold(s.ward) = any(?::text[])", "?::text[]"));
    }

    /// @param parameter what stands for a condition that is not wanted, and is null then
    private static String condition(Optional<?> wanted, String condition, String parameter) {
        return wanted.isPresent() ? condition : parameter + " is null";
    }

    private static Column texts(Collection<String> texts) {
        return Column.texts(List.copyOf(texts), text -> text);
    }

    private static FhirStay read(ResultRow row) {
        return new FhirStay(
                row.number("id"),
                row.text("sender"),
                row.text("visit"),
                new PatientId(row.text("subject")),
                row.optionalText("location"),
                row.optionalText("ward"),
                row.optionalText("bed"),
                row.optionalText("class"),
                row.optionalInstant("begins_at"),
                row.optionalInstant("ends_at"),
                Word.of(StayState.class, row.text("state")).orElseThrow(),
                row.instant("updated_at"));
    }
}
