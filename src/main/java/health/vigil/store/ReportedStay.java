package health.vigil.store;

import health.vigil.exchange.Person;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// What a registration system has said about one stay. It is no episode, and makes none.
///
/// @param sender the account
/// @param visit the number of the stay; absent for what was said about the patient alone
/// @param category inpatient, outpatient and the like
/// @param address the network address of the newest report
public record ReportedStay(
        String sender,
        Optional<String> visit,
        PatientId patient,
        StayPlace place,
        Optional<String> category,
        Person person,
        Optional<Instant> from,
        Optional<Instant> until,
        StayState state,
        EventTimes times,
        String address,
        Instant receivedAt) {
    private static final int LONGEST = 255;
    private static final int LONGEST_BED = 64;

    /// Where the patient lies.
    ///
    /// @param location in the sender's words
    /// @param ward the ward that it means; absent if it is not mapped
    public record StayPlace(Optional<String> location, Optional<String> ward, Optional<String> bed) {
        /// The place after a report. A new location leaves the old bed; the same one keeps it.
        StayPlace after(StayPlace said) {
            if (said.location.isEmpty()) {
                return new StayPlace(location, ward, said.bed.or(() -> bed));
            }
            return said.location.equals(location) ? new StayPlace(location, said.ward, said.bed.or(() -> bed)) : said;
        }
    }

    /// The times of events.
    ///
    /// @param changedAt of the newest one
    /// @param placedAt of the newest one that moved the patient
    /// @param stateAt of the one that said whether the stay goes on
    /// @param birthDateAt of the first one that said this birth date
    /// @param deadAt of the first one that said that the patient has died
    public record EventTimes(
            Instant changedAt,
            Optional<Instant> placedAt,
            Instant stateAt,
            Optional<Instant> birthDateAt,
            Optional<Instant> deadAt) {}

    /// The stay as its first report tells it.
    public static ReportedStay first(SentStay sent) {
        var report = sent.report();
        var at = sent.changedAt();
        var place = place(sent);
        var person = person(report);
        var state = firstState(sent);
        return new ReportedStay(
                sent.sender(),
                text(report.visit(), LONGEST),
                report.patient(),
                place,
                text(report.category(), LONGEST),
                person,
                exact(report.from()),
                exact(report.until()),
                state,
                new EventTimes(
                        at,
                        place.ward().filter(_ -> state != StayState.PLANNED).map(_ -> at),
                        at,
                        person.birthDate().map(_ -> at),
                        Optional.of(at).filter(_ -> report.dead())),
                sent.address(),
                sent.receivedAt());
    }

    /// An admission opens a planned or cancelled stay, and one that has ended unless it says the end again. A
    /// transfer opens a planned one. A change of facts opens none.
    private StayState stateAfter(SentStay sent) {
        var report = sent.report();
        var opens = switch (state) {
            case PLANNED -> report.change() == StayChange.ADMITTED || report.change() == StayChange.MOVED;
            case CANCELLED -> report.change() == StayChange.ADMITTED;
            case ENDED ->
                report.change() == StayChange.ADMITTED && report.until().isEmpty();
            case OPEN -> false;
        };
        return opens ? firstState(sent) : said(report.change()).orElse(state);
    }

    /// Whether the stay was cancelled before the patient came.
    public boolean neverBegan() {
        return state == StayState.CANCELLED
                && place.ward().isPresent()
                && times.placedAt().isEmpty();
    }

    /// A stay whose first report comes after its end has ended.
    private static StayState firstState(SentStay sent) {
        var over = sent.report()
                .until()
                .filter(end -> !end.isAfter(sent.receivedAt()))
                .isPresent();
        var goesOn = sent.report().change() == StayChange.PLANNED ? StayState.PLANNED : StayState.OPEN;
        return said(sent.report().change()).orElse(over ? StayState.ENDED : goesOn);
    }

    /// The stay after a further report. An older event changes nothing, and what a report does not say stays.
    public ReportedStay after(SentStay sent) {
        return after(sent, patient::equals);
    }

    /// The same for a patient who may have several numbers. A stay that is corrected to another patient passes on
    /// nothing that was said about the first one.
    ReportedStay after(SentStay sent, Predicate<PatientId> isPatient) {
        if (sent.changedAt().isBefore(times.changedAt())) {
            return this;
        }
        return isPatient.test(sent.report().patient()) ? next(sent) : ofNobody().next(sent);
    }

    /// What is left of the stay without its patient.
    private ReportedStay ofNobody() {
        return new ReportedStay(
                sender,
                visit,
                patient,
                new StayPlace(Optional.empty(), Optional.empty(), Optional.empty()),
                category,
                new Person(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                from,
                until,
                state,
                new EventTimes(
                        times.changedAt(), Optional.empty(), times.stateAt(), Optional.empty(), Optional.empty()),
                address,
                receivedAt);
    }

    private ReportedStay next(SentStay sent) {
        var at = sent.changedAt();
        var report = sent.report();
        var next = place.after(place(sent));
        var nextState = stateAfter(sent);
        var who = joined(person(report));
        var closed = state == StayState.ENDED || state == StayState.CANCELLED;
        var reopened = report.change() == StayChange.REOPENED || (closed && nextState == StayState.OPEN);
        return new ReportedStay(
                sender,
                visit,
                report.patient(),
                next,
                text(report.category(), LONGEST).or(() -> category),
                who,
                exact(report.from()).or(() -> from),
                exact(report.until()).or(() -> until.filter(_ -> !reopened)),
                nextState,
                new EventTimes(
                        at,
                        placedAt(sent, next, nextState),
                        nextState == state ? times.stateAt() : at,
                        who.birthDate().equals(person.birthDate()) ? times.birthDateAt() : Optional.of(at),
                        deadAt(report, at, reopened)),
                sent.address(),
                sent.receivedAt());
    }

    /// Whether anything is said otherwise than before.
    public boolean differs(ReportedStay before) {
        return !Objects.equals(before.timeless(), timeless());
    }

    /// The same, whenever it was said last.
    private ReportedStay timeless() {
        return new ReportedStay(
                sender,
                visit,
                patient,
                place,
                category,
                person,
                from,
                until,
                state,
                new EventTimes(Instant.EPOCH, times.placedAt(), times.stateAt(), times.birthDateAt(), times.deadAt()),
                "",
                Instant.EPOCH);
    }

    private static Optional<StayState> said(StayChange change) {
        return switch (change) {
            case ENDED -> Optional.of(StayState.ENDED);
            case CANCELLED -> Optional.of(StayState.CANCELLED);
            case REOPENED -> Optional.of(StayState.OPEN);
            case UPDATED, PLANNED, ADMITTED, MOVED, MERGED, UNMERGED -> Optional.empty();
        };
    }

    /// When the patient came to the place. Nobody is in the place of a planned stay.
    private Optional<Instant> placedAt(SentStay sent, StayPlace next, StayState nextState) {
        var open = nextState == StayState.OPEN;
        if (state == StayState.PLANNED || (open && times.placedAt().isEmpty())) {
            return next.ward().filter(_ -> open).map(_ -> sent.changedAt());
        }
        return moves(sent, next) ? Optional.of(placedAt(sent.changedAt())) : times.placedAt();
    }

    /// Whether a report says another place, or says with a newer event that the patient moved.
    private boolean moves(SentStay sent, StayPlace next) {
        var anotherPlace = !next.ward().equals(place.ward()) || !next.bed().equals(place.bed());
        var movedAgain = sent.report().change() == StayChange.MOVED
                && sent.changedAt().isAfter(times.changedAt())
                && sent.report().place().location().isPresent();
        return anotherPlace || movedAgain;
    }

    /// Events of one second are told apart by their arrival.
    private Instant placedAt(Instant at) {
        return times.placedAt()
                .map(before -> before.plus(1, ChronoUnit.MICROS))
                .filter(at::isBefore)
                .orElse(at);
    }

    /// A report of a death stands until the stay is opened again.
    private Optional<Instant> deadAt(StayReport report, Instant at, boolean reopened) {
        var now = Optional.of(at).filter(_ -> report.dead());
        return reopened ? now : times.deadAt().or(() -> now);
    }

    private Person joined(Person said) {
        return new Person(
                said.family().or(person::family),
                said.given().or(person::given),
                said.birthDate().or(person::birthDate),
                said.sex().or(person::sex));
    }

    /// The bed, or the room if no bed is said.
    private static StayPlace place(SentStay sent) {
        var place = sent.report().place();
        return new StayPlace(
                text(place.location(), LONGEST), sent.ward(), text(place.bed().or(place::room), LONGEST_BED));
    }

    private static Person person(StayReport report) {
        var person = report.person();
        return new Person(
                text(person.family(), LONGEST),
                text(person.given(), LONGEST),
                text(person.birthDate(), LONGEST),
                text(person.sex(), LONGEST_BED));
    }

    /// As exact as PostgreSQL stores it.
    private static Optional<Instant> exact(Optional<Instant> said) {
        return said.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    /// A text that PostgreSQL stores.
    private static Optional<String> text(Optional<String> said, int longest) {
        return said.map(text -> text.replace("\0", "").strip())
                .map(text -> text.length() > longest ? text.substring(0, longest) : text)
                .filter(text -> !text.isEmpty());
    }
}
