package health.vigil.store;

import health.vigil.exchange.Person;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.ReportedStay.EventTimes;
import health.vigil.store.ReportedStay.StayPlace;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What registration systems say about stays. Ingest writes it, and a round of the monitor applies it.
public final class ReportedStays {
    private static final String ADD = """
            insert into stay (sender, visit, patient_id, location, ward, bed, class, birth_date, family, given, sex,
                begins_at, ends_at, state, changed_at, placed_at, state_at, birth_date_at, dead_at, reported_from,
                received_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            on conflict do nothing
            """;

    private static final String LOCK = """
            select * from stay
            where sender = ? and coalesce(visit, '') = coalesce(?, '')
                and (case when visit is null then patient_id else '' end) = case when ?::text is null then ? else '' end
            for no key update
            """;

    private static final String CHANGE = """
            update stay
            set patient_id = ?, location = ?, ward = ?, bed = ?, class = ?, birth_date = ?, family = ?, given = ?, sex = ?,
                begins_at = ?, ends_at = ?, state = ?, changed_at = ?, placed_at = ?, state_at = ?, birth_date_at = ?,
                dead_at = ?, reported_from = ?, received_at = ?,
                due_at = case when ? then clock_timestamp() else due_at end
            where id = ?
            """;

    private static final String REMAINING_DUE = """
            update stay set due_at = clock_timestamp()
            where patient_id = any((select numbers_of(?))::text[]) and id <> ?
            """;

    /// A number counts if it has an active episode or an open stay in one of the wards, under any number of the
    /// patient.
    private static final String WATCHED = """
            select asked.number from unnest(?::text[]) as asked (number)
            where exists (
                    select from episode where patient_id = any(numbers_of(asked.number)) and status = 'active')
                or exists (
                    select from stay where patient_id = any(numbers_of(asked.number)) and state = 'open'
                        and ward_fold(ward) = any(?))
            """;

    private static final String KNOWN = """
            select asked.number from unnest(?::text[]) as asked (number)
            where exists (select from stay where patient_id = asked.number)
                or exists (
                    select from episode where patient_id = any(numbers_of(asked.number)) and status = 'active')
            """;

    /// An inpatient stay comes before a visit of an outpatient.
    private static final String PRESENT = """
            select * from stay
            where patient_id = any((select numbers_of(?))::text[]) and state = 'open' and ward is not null
            order by coalesce(class in ('I', 'IMP', 'ACUTE', 'NONACUTE'), false) desc, placed_at desc nulls last, id desc
            limit 1
            """;

    /// The classes are those of HL7's table 0004 and of FHIR.
    private static final String VISIT_OF_INPATIENT = """
            select exists (
                select from stay visit, stay inpatient
                where visit.id = ? and coalesce(visit.class, '') not in ('I', 'IMP', 'ACUTE', 'NONACUTE')
                    and inpatient.id <> visit.id and inpatient.patient_id = any((select numbers_of(?))::text[])
                    and inpatient.state = 'open' and inpatient.class in ('I', 'IMP', 'ACUTE', 'NONACUTE')) as visit
            """;

    private static final String PEOPLE = """
            select * from stay
            where patient_id = any((select numbers_of(?))::text[]) order by changed_at desc, id desc
            """;

    private static final String WITHOUT_EPISODE = """
            select s.* from stay s
            where state = 'open' and ward is not null and (?::text is null or ward_fold(ward) = ?)
                and not exists (
                    select from episode where patient_id = any(numbers_of(s.patient_id)) and status = 'active')
            order by changed_at desc, id desc limit 500
            """;

    private static final String FORGET = """
            delete from stay s
            where due_at is null and received_at < ?
                and (state not in ('planned', 'open') or ward is null or received_at < ?)
                and not exists (select from episode where patient_id = any(numbers_of(s.patient_id)))
            """;

    private ReportedStays() {}

    /// A stay as it is stored.
    ///
    /// @param discharged the episode that its end has ended
    public record StoredStay(long id, ReportedStay stay, Optional<UUID> discharged) {
        private static StoredStay read(ResultRow row) {
            return new StoredStay(
                    row.number("id"),
                    ReportedStays.read(row),
                    row.optionalText("discharged").map(UUID::fromString));
        }
    }

    /// Writes the reports of one message in the order of their stays, so that two messages never wait for each
    /// other.
    public static void write(Sql sql, List<SentStay> reports) {
        reports.stream()
                .sorted(Comparator.comparing(
                        sent -> sent.report().visit().orElse("") + sent.report().patient()))
                .forEach(sent -> write(sql, sent));
    }

    private static void write(Sql sql, SentStay sent) {
        var fresh = ReportedStay.first(sent);
        if (!add(sql, fresh)) {
            sql.first(
                            LOCK,
                            StoredStay::read,
                            fresh.sender(),
                            fresh.visit(),
                            fresh.visit(),
                            fresh.patient().value())
                    .ifPresent(stored -> change(sql, stored, sent));
        }
    }

    /// A stay that is corrected to another patient makes the other stays of the first one due: they may have been
    /// hidden by this one, or may refute what it said.
    private static void change(Sql sql, StoredStay stored, SentStay sent) {
        var first = stored.stay().patient();
        var stay = stored.stay().after(sent, number -> isSamePatient(sql, first, number));
        change(sql, stored, stay);
        if (!stay.patient().equals(first)) {
            sql.update(REMAINING_DUE, first.value(), stored.id());
        }
    }

    private static boolean isSamePatient(Sql sql, PatientId one, PatientId other) {
        return one.equals(other)
                || sql.first(
                                "select ? = any(numbers_of(?)) as same",
                                row -> row.flag("same"),
                                other.value(),
                                one.value())
                        .orElse(false);
    }

    private static boolean add(Sql sql, ReportedStay stay) {
        return sql.update(
                        ADD,
                        stay.sender(),
                        stay.visit(),
                        stay.patient().value(),
                        stay.place().location(),
                        stay.place().ward(),
                        stay.place().bed(),
                        stay.category(),
                        stay.person().birthDate(),
                        stay.person().family(),
                        stay.person().given(),
                        stay.person().sex(),
                        stay.from(),
                        stay.until(),
                        stay.state(),
                        stay.times().changedAt(),
                        stay.times().placedAt(),
                        stay.times().stateAt(),
                        stay.times().birthDateAt(),
                        stay.times().deadAt(),
                        stay.address(),
                        stay.receivedAt())
                == 1;
    }

    /// A report that says nothing new only moves the time of the newest event.
    private static void change(Sql sql, StoredStay stored, ReportedStay stay) {
        if (!stay.equals(stored.stay())) {
            sql.update(
                    CHANGE,
                    stay.patient().value(),
                    stay.place().location(),
                    stay.place().ward(),
                    stay.place().bed(),
                    stay.category(),
                    stay.person().birthDate(),
                    stay.person().family(),
                    stay.person().given(),
                    stay.person().sex(),
                    stay.from(),
                    stay.until(),
                    stay.state(),
                    stay.times().changedAt(),
                    stay.times().placedAt(),
                    stay.times().stateAt(),
                    stay.times().birthDateAt(),
                    stay.times().deadAt(),
                    stay.address(),
                    stay.receivedAt(),
                    stay.differs(stored.stay()),
                    stored.id());
        }
    }

    private static ReportedStay read(ResultRow row) {
        return new ReportedStay(
                row.text("sender"),
                row.optionalText("visit"),
                new PatientId(row.text("patient_id")),
                new StayPlace(row.optionalText("location"), row.optionalText("ward"), row.optionalText("bed")),
                row.optionalText("class"),
                new Person(
                        row.optionalText("family"),
                        row.optionalText("given"),
                        row.optionalText("birth_date"),
                        row.optionalText("sex")),
                row.optionalInstant("begins_at"),
                row.optionalInstant("ends_at"),
                Word.of(StayState.class, row.text("state")).orElseThrow(),
                new EventTimes(
                        row.instant("changed_at"),
                        row.optionalInstant("placed_at"),
                        row.instant("state_at"),
                        row.optionalInstant("birth_date_at"),
                        row.optionalInstant("dead_at")),
                row.text("reported_from"),
                row.instant("received_at"));
    }

    /// The stays that the monitor has to look at, longest due first.
    public static List<Long> due(Sql sql, int limit) {
        return sql.list(
                "select id from stay where due_at <= clock_timestamp() order by due_at, id limit ?",
                row -> row.number("id"),
                limit);
    }

    /// A stay that is still due, locked. Empty if another replica has it.
    public static Optional<StoredStay> claim(Sql sql, long id) {
        return sql.first(
                "select * from stay where id = ? and due_at <= clock_timestamp() for no key update skip locked",
                StoredStay::read,
                id);
    }

    public static void applied(Sql sql, long id, Instant at) {
        sql.update("update stay set due_at = null, applied_at = ? where id = ?", at, id);
    }

    /// Looks at a stay again later.
    public static void postpone(Sql sql, long id, Instant until) {
        sql.update("update stay set due_at = ? where id = ?", until, id);
    }

    /// Notes which episode the end of a stay has ended; empty if the stay goes on.
    public static void discharged(Sql sql, long id, Optional<UUID> episode) {
        sql.update("update stay set discharged = ? where id = ?", episode, id);
    }

    /// Those of some numbers whose patients have an active episode, or an open stay in one of the wards.
    ///
    /// @param wards the keys of the wards' names
    public static List<PatientId> watched(Sql sql, Collection<PatientId> numbers, Set<String> wards) {
        return sql.list(
                WATCHED,
                row -> new PatientId(row.text("number")),
                Column.texts(List.copyOf(numbers), PatientId::value),
                Column.texts(List.copyOf(wards), ward -> ward));
    }

    /// Those of some numbers of which a stay is stored, or whose patients have an active episode.
    public static List<PatientId> known(Sql sql, Collection<PatientId> numbers) {
        return sql.list(
                KNOWN, row -> new PatientId(row.text("number")), Column.texts(List.copyOf(numbers), PatientId::value));
    }

    /// The open stay of a patient in a ward: an inpatient one if there is one, and of these the one that said the
    /// place last.
    public static Optional<ReportedStay> present(Sql sql, PatientId number) {
        return sql.first(PRESENT, ReportedStays::read, number.value());
    }

    /// Whether a stay is a visit, for instance to an outpatient clinic, of somebody who is an inpatient meanwhile.
    public static boolean isVisitOfInpatient(Sql sql, long id, PatientId number) {
        return sql.first(VISIT_OF_INPATIENT, row -> row.flag("visit"), id, number.value())
                .orElse(false);
    }

    /// The newest open stays in our wards of patients without an active episode.
    ///
    /// @param ward the key of a ward's name; absent for every ward
    public static List<ReportedStay> withoutEpisode(Sql sql, Optional<String> ward) {
        return sql.list(WITHOUT_EPISODE, ReportedStays::read, ward, ward);
    }

    /// What is known of a person, of each fact what was said last.
    public static Person person(Sql sql, PatientId number) {
        var said = sql.list(PEOPLE, row -> ReportedStays.read(row).person(), number.value());
        return new Person(
                said.stream().flatMap(each -> each.family().stream()).findFirst(),
                said.stream().flatMap(each -> each.given().stream()).findFirst(),
                said.stream().flatMap(each -> each.birthDate().stream()).findFirst(),
                said.stream().flatMap(each -> each.sex().stream()).findFirst());
    }

    /// Whether a sender says that the patient has died.
    public static boolean saidDead(Sql sql, PatientId number) {
        return sql.first("""
                        select exists (
                            select from stay where patient_id = any(numbers_of(?)) and dead_at is not null) as dead
                        """, row -> row.flag("dead"), number.value()).orElse(false);
    }

    /// Deletes the stays of patients who were never admitted: those that are in no ward or over, and after a
    /// longer time those of which nothing was heard.
    public static void forget(Sql sql, Instant before, Instant longBefore) {
        sql.update(FORGET, before, longBefore);
    }
}
