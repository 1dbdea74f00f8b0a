package health.vigil.store;

import health.vigil.exchange.Place;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.exchange.StayReportBuilder;
import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A stay is what its newest event says, in whatever order the events come.
class ReportedStayTest {
    private static final PatientId PATIENT = new PatientId("p-1");
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static StayReportBuilder event(StayChange change, int minute) {
        return StayReportBuilder.of(change, PATIENT, at(minute));
    }

    /// A location has the name of its ward here; `X` is not mapped.
    private static SentStay sent(StayReportBuilder event) {
        var location = event.report().place().location();
        return new SentStay(event.report(), location.filter(name -> !name.equals("X")), "adt", "10.0.0.1", at(60));
    }

    private static ReportedStay after(StayReportBuilder... events) {
        return after(List.of(events));
    }

    private static ReportedStay after(List<StayReportBuilder> events) {
        var stay = ReportedStay.first(sent(events.getFirst()));
        for (var event : events.subList(1, events.size())) {
            stay = stay.after(sent(event));
        }
        return stay;
    }

    static Stream<List<StayReportBuilder>> orders() {
        return permutations(List.of(
                        event(StayChange.UPDATED, 0).in("W1", "7"),
                        event(StayChange.MOVED, 1).in("W2", "3"),
                        event(StayChange.ENDED, 2).in("W2", "3"),
                        event(StayChange.REOPENED, 3).in("W3", "1")))
                .stream();
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (var first : items) {
            var rest = new ArrayList<>(items);
            rest.remove(first);
            permutations(rest)
                    .forEach(tail -> all.add(
                            Stream.concat(Stream.of(first), tail.stream()).toList()));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theNewestEventCountsInWhateverOrderTheyCome(List<StayReportBuilder> events) {
        var stay = after(events);

        assertThat(stay.state()).isEqualTo(StayState.OPEN);
        assertThat(stay.place().ward()).contains("W3");
        assertThat(stay.place().bed()).contains("1");
        assertThat(stay.times().changedAt()).isEqualTo(at(3));
    }

    @Test
    void anOlderEventChangesNothing() {
        var stay = after(event(StayChange.MOVED, 5).in("W2", "3"));

        assertThat(stay.after(sent(event(StayChange.ENDED, 4).in("W1", "7").dead())))
                .isSameAs(stay);
    }

    @Test
    void whatAReportDoesNotSayStays() {
        var stay = after(
                event(StayChange.UPDATED, 0).in("W1", "7"),
                event(StayChange.UPDATED, 1).born(Optional.empty()));

        assertThat(stay.person().birthDate()).contains("1970-01-01");
        assertThat(stay.place().ward()).contains("W1");
        assertThat(stay.place().bed()).contains("7");
        assertThat(stay.times().placedAt()).contains(at(0));
    }

    @Test
    void anotherLocationLeavesTheBed() {
        var moved = after(
                event(StayChange.UPDATED, 0).in("W1", "7"),
                event(StayChange.MOVED, 1).in("W2"));
        var same = after(
                event(StayChange.UPDATED, 0).in("W1", "7"),
                event(StayChange.UPDATED, 1).in("W1"));

        assertThat(moved.place().bed()).isEmpty();
        assertThat(same.place().bed()).contains("7");
    }

    @Test
    void aLocationThatIsNotMappedIsInNoWard() {
        var stay = after(
                event(StayChange.UPDATED, 0).in("W1", "7"),
                event(StayChange.MOVED, 1).in("X", "7"));

        assertThat(stay.place().ward()).isEmpty();
    }

    @Test
    void onlyAMoveSaysTheSamePlaceAnew() {
        var first = event(StayChange.UPDATED, 0).in("W1", "7");

        assertThat(after(first, event(StayChange.UPDATED, 1).in("W1", "7"))
                        .times()
                        .placedAt())
                .contains(at(0));
        assertThat(after(first, event(StayChange.MOVED, 1).in("W1", "7"))
                        .times()
                        .placedAt())
                .contains(at(1));
    }

    @Test
    void movesOfOneSecondAreToldApart() {
        var stay = after(
                event(StayChange.UPDATED, 0).in("W1", "7"),
                event(StayChange.MOVED, 0).in("W1", "8"));

        assertThat(stay.place().bed()).contains("8");
        assertThat(stay.times().placedAt())
                .hasValueSatisfying(at -> assertThat(at).isAfter(at(0)));
    }

    @Test
    void aChangeOfFactsOpensNoStayThatHasEnded() {
        assertThat(after(event(StayChange.UPDATED, 0), event(StayChange.ENDED, 1), event(StayChange.UPDATED, 2))
                        .state())
                .isEqualTo(StayState.ENDED);
        assertThat(after(event(StayChange.UPDATED, 5).until(at(2))).state()).isEqualTo(StayState.ENDED);
        assertThat(after(event(StayChange.CANCELLED, 5)).state()).isEqualTo(StayState.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMITTED", "MOVED", "REOPENED"})
    void aPlannedStayHasNoPlaceUntilThePatientComes(StayChange come) {
        var planned = after(
                event(StayChange.PLANNED, 0).in("W1", "7"),
                event(StayChange.UPDATED, 1).in("W1", "8"));
        assertThat(planned.state()).isEqualTo(StayState.PLANNED);
        assertThat(planned.times().placedAt()).isEmpty();

        var open = planned.after(sent(event(come, 2).in("W1", "8")));

        assertThat(open.state()).isEqualTo(StayState.OPEN);
        assertThat(open.times().placedAt()).contains(at(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMITTED", "ENDED", "CANCELLED"})
    void aPlanClosesAndOpensNoStay(StayChange change) {
        var stay = after(event(change, 0).in("W1", "7"));

        assertThat(stay.after(sent(event(StayChange.PLANNED, 1).in("W1", "7"))).state())
                .isEqualTo(stay.state());
    }

    @Test
    void anAdmissionOpensACancelledStay() {
        var cancelled = after(event(StayChange.ADMITTED, 0), event(StayChange.CANCELLED, 1));

        assertThat(cancelled.after(sent(event(StayChange.UPDATED, 2))).state()).isEqualTo(StayState.CANCELLED);
        assertThat(cancelled.after(sent(event(StayChange.ADMITTED, 0))).state()).isEqualTo(StayState.CANCELLED);
        var open = cancelled.after(sent(event(StayChange.ADMITTED, 2)));
        assertThat(open.state()).isEqualTo(StayState.OPEN);
        assertThat(open.times().stateAt()).isEqualTo(at(2));
    }

    @Test
    void anAdmissionWithoutAnEndOpensAStayThatHasEnded() {
        var ended = after(
                event(StayChange.ADMITTED, 0),
                event(StayChange.ENDED, 1).until(at(1)).dead());

        assertThat(ended.after(sent(event(StayChange.UPDATED, 2))).state()).isEqualTo(StayState.ENDED);
        assertThat(ended.after(sent(event(StayChange.ADMITTED, 2).until(at(1)))).state())
                .isEqualTo(StayState.ENDED);
        var open = ended.after(sent(event(StayChange.ADMITTED, 2)));
        assertThat(open.state()).isEqualTo(StayState.OPEN);
        assertThat(open.until()).isEmpty();
        assertThat(open.times().deadAt()).isEmpty();
    }

    @Test
    void aDeathStandsUntilTheStayIsOpenedAgain() {
        var dead = after(event(StayChange.ENDED, 0).dead(), event(StayChange.UPDATED, 1));

        assertThat(dead.times().deadAt()).contains(at(0));
        assertThat(dead.after(sent(event(StayChange.REOPENED, 2))).times().deadAt())
                .isEmpty();
    }

    @Test
    void theBirthDateKeepsTheTimeOfItsFirstEvent() {
        var stay = after(
                event(StayChange.UPDATED, 0),
                event(StayChange.UPDATED, 1).born(Optional.of("1980")),
                event(StayChange.UPDATED, 2).born(Optional.of("1980")));

        assertThat(stay.times().birthDateAt()).contains(at(1));
    }

    @Test
    void aStayOfAnotherPatientPassesNothingOn() {
        var first = after(
                event(StayChange.ADMITTED, 0).in("W1", "7"),
                event(StayChange.UPDATED, 1).dead());
        var other = new PatientId("p-2");
        var correction = StayReportBuilder.of(StayChange.UPDATED, other, at(2))
                .visit(first.visit())
                .born(Optional.empty());

        var corrected = first.after(sent(correction));

        assertThat(corrected.patient()).isEqualTo(other);
        assertThat(corrected.person().birthDate()).isEmpty();
        assertThat(corrected.place().ward()).isEmpty();
        assertThat(corrected.place().bed()).isEmpty();
        assertThat(corrected.times().placedAt()).isEmpty();
        assertThat(corrected.times().deadAt()).isEmpty();
        assertThat(corrected.state()).isEqualTo(StayState.OPEN);

        var merged = first.after(sent(correction), _ -> true);
        assertThat(merged.place().ward()).contains("W1");
        assertThat(merged.times().deadAt()).contains(at(1));
    }

    /// A clock that is wrong once does not make all later events old.
    @Test
    void anEventFromTheFutureIsOneOfNow() {
        var stay = after(event(StayChange.UPDATED, 600).in("W1", "7"));

        assertThat(stay.times().changedAt()).isEqualTo(at(60));
        assertThat(stay.after(sent(event(StayChange.MOVED, 700).in("W2", "1")))
                        .place()
                        .ward())
                .contains("W2");
    }

    @Test
    void theSameAgainSaysNothingElse() {
        var event = event(StayChange.UPDATED, 0).in("W1", "7");
        var stay = after(event);

        assertThat(stay.after(sent(event)).differs(stay)).isFalse();
        assertThat(stay.after(sent(event(StayChange.UPDATED, 1).in("W1", "8"))).differs(stay))
                .isTrue();
    }

    @Test
    void theRoomStandsForABedThatIsNotSaid() {
        var report = event(StayChange.UPDATED, 0).in("W1").report();
        var room = new Place(Optional.of("W1"), Optional.of("12"), Optional.empty());
        var inRoom = new StayReport(
                report.change(),
                report.patient(),
                report.visit(),
                report.category(),
                room,
                report.person(),
                report.from(),
                report.until(),
                report.other(),
                report.dead(),
                report.changedAt());

        assertThat(ReportedStay.first(new SentStay(inRoom, Optional.of("W1"), "adt", "10.0.0.1", at(60)))
                        .place()
                        .bed())
                .contains("12");
    }
}
