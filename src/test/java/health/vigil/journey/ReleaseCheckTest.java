package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.journey.TestJourney.days;
import static health.vigil.journey.TestJourney.outcome;
import static org.assertj.core.api.Assertions.assertThat;

class ReleaseCheckTest {
    private final TestJourney journey = new TestJourney();

    private CheckFinding finding() {
        return journey.finding(JourneyCheck.RELEASE);
    }

    private void deviates(
            @Nullable DeviationDecision decision,
            @Nullable String physician,
            @Nullable String reference,
            @Nullable Instant consentAt) {
        journey.manufacturing = outcome(ManufacturingOutcome.OUT_OF_SPECIFICATION);
        journey.everOutOfSpecification = true;
        journey.deviation = Optional.of(new Deviation(
                DeviationParameter.VIABILITY,
                Optional.of(new BigDecimal("68")),
                Optional.of(new BigDecimal("70")),
                Optional.ofNullable(decision),
                Optional.ofNullable(physician),
                Optional.ofNullable(reference),
                Optional.ofNullable(consentAt)));
    }

    @Test
    void aReleasedProductIsGreen() {
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().notes()).isEmpty();
    }

    @Test
    void withoutAnOutcomeItIsOpen() {
        journey.manufacturing = Manufacturing.NONE;

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "TERMINATED"})
    void aProductThatWasNotMadeIsAStop(ManufacturingOutcome outcome) {
        journey.manufacturing = outcome(outcome);

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void outOfSpecificationWithoutADecisionIsAStop() {
        journey.manufacturing = outcome(ManufacturingOutcome.OUT_OF_SPECIFICATION);
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        deviates(null, "Dr X", "FDA-1", days(20));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).isEqualTo("out of specification (viability 68, limit 70), without a decision");
    }

    @Test
    void outOfSpecificationWithoutConsentIsAStop() {
        deviates(DeviationDecision.USE_UNDER_EXPANDED_ACCESS, "Dr X", "FDA-1", null);

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).endsWith("not recorded: patientConsentAt");
    }

    @Test
    void outOfSpecificationNeedsThePhysicianAndTheReference() {
        deviates(DeviationDecision.USE_UNDER_EXPANDED_ACCESS, null, null, days(20));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).endsWith("not recorded: physician, reference");
    }

    @ParameterizedTest
    @EnumSource(names = {"REMANUFACTURE", "CANCEL"})
    void anotherDecisionIsAStop(DeviationDecision decision) {
        deviates(decision, "Dr X", "FDA-1", days(20));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void withDecisionReferenceAndConsentItIsGreenWithTheMark() {
        deviates(DeviationDecision.USE_UNDER_EXPANDED_ACCESS, "Dr X", "FDA-1", days(20));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().notes()).containsExactly("OOS");
    }

    @Test
    void theMarkStaysAfterAnotherManufacture() {
        journey.everOutOfSpecification = true;

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().notes()).containsExactly("OOS");
    }

    @Test
    void aReleaseWithADeviationNeedsTheDecisionToo() {
        deviates(null, "Dr X", "FDA-1", days(20));
        journey.manufacturing = outcome(ManufacturingOutcome.RELEASED);
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        deviates(DeviationDecision.USE_UNDER_EXPANDED_ACCESS, "Dr X", "FDA-1", null);
        journey.manufacturing = outcome(ManufacturingOutcome.RELEASED);
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        deviates(DeviationDecision.USE_UNDER_EXPANDED_ACCESS, "Dr X", "FDA-1", days(20));
        journey.manufacturing = outcome(ManufacturingOutcome.RELEASED);
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void theDeviationAndTheStateAloneMark() {
        deviates(DeviationDecision.USE_UNDER_EXPANDED_ACCESS, "Dr X", "FDA-1", days(20));
        journey.everOutOfSpecification = false;
        assertThat(finding().notes()).containsExactly("OOS");

        journey.deviation = Optional.empty();
        assertThat(finding().notes()).isEmpty();
        journey.in(JourneyState.OUT_OF_SPECIFICATION, days(20));
        assertThat(finding().notes()).containsExactly("OOS");
    }

    @Test
    void aProductThatWasMadeAgainIsJudgedByItself() {
        deviates(DeviationDecision.REMANUFACTURE, "Dr X", "FDA-1", null);
        journey.manufacturing = outcome(ManufacturingOutcome.RELEASED);
        journey.recorded = new FactTimes(Optional.empty(), Optional.of(days(21)));
        journey.in(JourneyState.IN_MANUFACTURE, days(33)).in(JourneyState.OUT_OF_SPECIFICATION, days(22));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        journey.in(JourneyState.IN_MANUFACTURE, days(20));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().notes()).containsExactly("OOS");
        journey.recorded = new FactTimes(Optional.empty(), Optional.of(days(19)));
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }
}
