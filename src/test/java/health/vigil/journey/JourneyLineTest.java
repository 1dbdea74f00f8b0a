package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.journey.TestJourney.START;
import static health.vigil.journey.TestJourney.bag;
import static health.vigil.journey.TestJourney.days;
import static health.vigil.journey.TestJourney.infusion;
import static org.assertj.core.api.Assertions.assertThat;

/// Intervals, next steps and stations.
class JourneyLineTest {
    private static final Instant APHERESIS = Instant.parse("2026-01-05T08:00:00Z");

    private final TestJourney journey = new TestJourney();

    private JourneyInterval interval(JourneyIntervalName name) {
        return JourneyInterval.of(journey.journey(), START).stream()
                .filter(interval -> interval.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private NextStep next(Instant at) {
        return NextStep.of(journey.journey(), JourneyPolicy.DEFAULT, at);
    }

    @Test
    void veinToVeinIsThirtyFivePointOneDays() {
        journey.apheresis = TestJourney.apheresis(APHERESIS, APHERESIS);
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        assertThat(interval(JourneyIntervalName.VEIN_TO_VEIN).days()).contains(new BigDecimal("35.1"));
    }

    @Test
    void plannedIsComparedWithReal() {
        journey.apheresis = TestJourney.apheresis(APHERESIS, APHERESIS);
        journey.planned = Optional.of(APHERESIS.plus(Duration.ofDays(30)));
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        var interval = interval(JourneyIntervalName.VEIN_TO_VEIN);

        assertThat(interval.planned()).contains(new BigDecimal("30.0"));
        assertThat(interval.late()).contains(new BigDecimal("5.1"));
    }

    @Test
    void theOtherSpansAreMeasuredOnInstants() {
        journey.apheresis = TestJourney.apheresis(days(36), days(35));
        journey.in(JourneyState.ACCEPTED, days(50)).infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        assertThat(interval(JourneyIntervalName.VEIN_TO_DOOR).days()).contains(new BigDecimal("24.0"));
        assertThat(interval(JourneyIntervalName.APHERESIS_TO_RELEASE).days()).contains(new BigDecimal("22.0"));
        assertThat(interval(JourneyIntervalName.APHERESIS_TO_RELEASE).late()).contains(new BigDecimal("1.0"));
        assertThat(interval(JourneyIntervalName.RELEASE_TO_INFUSION).days()).contains(new BigDecimal("13.0"));
        assertThat(interval(JourneyIntervalName.DECISION_TO_APHERESIS).days()).contains(new BigDecimal("15.0"));
        assertThat(interval(JourneyIntervalName.DECISION_TO_APHERESIS).late()).contains(new BigDecimal("1.0"));
    }

    @Test
    void aSpanWithoutItsEndsIsNotKnown() {
        assertThat(interval(JourneyIntervalName.VEIN_TO_VEIN).days()).isEmpty();
        assertThat(interval(JourneyIntervalName.DECISION_TO_APHERESIS).days()).isEmpty();
    }

    @Test
    void daysInHoldAreSummedUp() {
        journey.in(JourneyState.ON_HOLD, days(20))
                .in(JourneyState.REFERRED, days(17))
                .in(JourneyState.ON_HOLD, days(1));

        assertThat(interval(JourneyIntervalName.IN_HOLD).days()).contains(new BigDecimal("4.0"));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasANextStep(JourneyState state) {
        journey.in(state, days(1));

        assertThat(next(START).step()).isNotEmpty();
        assertThat(next(START).owner() == StepOwner.NOBODY).isEqualTo(state.over());
    }

    @Test
    void aReleaseIsLateFromThreeDaysOn() {
        journey.in(JourneyState.IN_MANUFACTURE, days(33));
        var expected = days(14);

        assertThat(next(expected.plus(Duration.ofDays(3)).minusMillis(1)).lateDays())
                .isEmpty();
        assertThat(next(expected.plus(Duration.ofDays(3))).lateDays()).contains(new BigDecimal("3.0"));
        assertThat(next(expected).dueAt()).contains(expected);
        assertThat(next(expected).owner()).isEqualTo(StepOwner.MANUFACTURER);
    }

    @Test
    void anythingElseIsLateOnceItsTimeHasPassed() {
        journey.planned = Optional.of(START);
        journey.in(JourneyState.READY, days(1));

        assertThat(next(START).lateDays()).isEmpty();
        assertThat(next(START.plus(Duration.ofDays(2))).lateDays()).contains(new BigDecimal("2.0"));
    }

    @Test
    void day100IsCountedFromTheInfusion() {
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30)))).in(JourneyState.INFUSED, START);

        assertThat(next(START).dueAt()).contains(START.plus(Duration.ofDays(100)));
    }

    @Test
    void theLineHasAllStations() {
        journey.apheresis = TestJourney.apheresis(days(36), days(35));
        journey.infused(infusion(bag("B-1", Duration.ofMinutes(30))));

        var stations = JourneyStation.of(journey.journey());

        assertThat(stations).extracting(JourneyStation::name).containsExactly(StationName.values());
        assertThat(stations.get(2).plannedAt()).contains(days(36));
        assertThat(stations.get(2).startedAt()).contains(days(35));
        assertThat(stations.getLast().startedAt()).contains(START);
    }

    @Test
    void theInfusionBeginsWithItsFirstBag() {
        var first = new InfusedBag(
                "B-2",
                Optional.empty(),
                START.minusSeconds(60),
                Optional.of(START),
                Optional.empty(),
                Optional.empty());

        var infusion = infusion(bag("B-1", Duration.ofMinutes(30)), first);

        assertThat(infusion.startedAt()).isEqualTo(START.minusSeconds(60));
        assertThat(infusion.stoppedAt()).contains(START);
    }
}
