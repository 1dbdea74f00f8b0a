package health.vigil.grading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

/// The numbers are configuration: impossible ones are refused, possible ones are used.
class PolicyTest {
    @ParameterizedTest
    @CsvSource({"35.9", "42.1"})
    void aFeverThresholdThatNobodyCanMeanIsRefused(String celsius) {
        var refusal = refusal(numbers -> numbers.feverThreshold = new BigDecimal(celsius));

        assertThat(refusal).isEqualTo("Impossible policy: the fever threshold is " + celsius + ", outside 36 to 42");
    }

    @ParameterizedTest
    @CsvSource({"36", "42"})
    void aFeverThresholdAtItsBoundsIsTaken(String celsius) {
        var policy = numbers(numbers -> numbers.feverThreshold = new BigDecimal(celsius));

        assertThat(policy.feverThreshold()).isEqualTo(new BigDecimal(celsius));
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S", "PT336H0.000000001S"})
    void aWindowOfNothingOrOfMoreThanFourteenDaysIsRefused(Duration window) {
        var refusal = refusal(numbers -> numbers.feverWindow = window);

        assertThat(refusal)
                .isEqualTo("Impossible policy: the fever window is " + window
                        + ", but must be above 0 and at most 14 days");
    }

    @Test
    void aWindowOfFourteenDaysIsTaken() {
        var policy = numbers(numbers -> numbers.feverWindow = Duration.ofDays(14));

        assertThat(policy.feverWindow()).isEqualTo(Duration.ofDays(14));
    }

    static Stream<Arguments> everyWindow() {
        return Stream.of(
                window("fever window", numbers -> numbers.feverWindow = Duration.ZERO),
                window("blood-pressure window", numbers -> numbers.bloodPressureWindow = Duration.ZERO),
                window("SpO2 window", numbers -> numbers.spo2Window = Duration.ZERO),
                window("fluid-bolus window", numbers -> numbers.fluidBolusWindow = Duration.ZERO),
                window("antipyretic window", numbers -> numbers.antipyreticWindow = Duration.ZERO),
                window("vasopressor overlap", numbers -> numbers.vasopressorOverlap = Duration.ZERO),
                window("CRS resolution", numbers -> numbers.crsResolution = Duration.ZERO),
                window("CRS resolution after treatment", numbers -> numbers.crsResolutionTreated = Duration.ZERO),
                window("attribution limit", numbers -> numbers.attributionLimit = Duration.ZERO),
                window("support confirmation", numbers -> numbers.supportConfirmation = Duration.ZERO),
                window("repeat interval", numbers -> numbers.repeatInterval = Duration.ZERO),
                window("temperature staleness", numbers -> numbers.temperatureStaleness = Duration.ZERO),
                window("neuro-check window", numbers -> numbers.neuroCheckWindow = Duration.ZERO),
                window("seizure window", numbers -> numbers.seizureWindow = Duration.ZERO));
    }

    private static Arguments window(String name, Change change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWindow")
    void everyWindowIsChecked(String name, Change change) {
        assertThat(refusal(change))
                .isEqualTo("Impossible policy: the " + name + " is PT0S, but must be above 0 and at most 14 days");
    }

    static Stream<Arguments> everyOtherNumber() {
        return Stream.of(
                number("SpO2 limit", "49.9, outside 50 to 100", numbers -> numbers.lowSpo2 = decimal("49.9")),
                number("SpO2 limit", "101, outside 50 to 100", numbers -> numbers.lowSpo2 = decimal("101")),
                number(
                        "limit of a low baseline SpO2",
                        "49, outside 50 to 100",
                        numbers -> numbers.lowBaselineSpo2 = decimal("49")),
                number(
                        "drop under a low baseline SpO2",
                        "51, outside 0 to 50",
                        numbers -> numbers.spo2Drop = decimal("51")),
                number(
                        "absolute systolic limit",
                        "29, outside 30 to 300",
                        numbers -> numbers.absoluteSystolic = decimal("29")),
                number("absolute MAP limit", "19, outside 20 to 150", numbers -> numbers.absoluteMean = decimal("19")),
                number(
                        "absolute margin of children",
                        "61, outside 0 to 60",
                        numbers -> numbers.absoluteChildMargin = decimal("61")),
                number("adult MAP limit", "19, outside 20 to 150", numbers -> numbers.adultMean = decimal("19")),
                number("adult MAP limit", "151, outside 20 to 150", numbers -> numbers.adultMean = decimal("151")),
                number(
                        "relative systolic share",
                        "0, outside 1 to 100",
                        numbers -> numbers.relativePercent = decimal("0")),
                number(
                        "relative systolic limit",
                        "29, outside 30 to 300",
                        numbers -> numbers.relativeLimit = decimal("29")),
                number(
                        "own-baseline share",
                        "201, outside 1 to 200",
                        numbers -> numbers.ownBaselinePercent = decimal("201")));
    }

    private static Arguments number(String name, String fault, Change change) {
        return Arguments.of(name, fault, change);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyOtherNumber")
    void everyOtherNumberIsChecked(String name, String fault, Change change) {
        assertThat(refusal(change)).isEqualTo("Impossible policy: the " + name + " is " + fault);
    }

    @ParameterizedTest
    @CsvSource({"29, 70, 2, 90", "70, 29, 2, 90", "70, 70, -1, 90", "70, 70, 21, 90", "70, 70, 2, 301"})
    void everySystolicLimitIsChecked(BigDecimal infant, BigDecimal base, BigDecimal perYear, BigDecimal adult) {
        assertThatThrownBy(() -> new SystolicLimit(infant, base, perYear, adult))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRelativeShareMustLieBelowTheExemption() {
        var refusal = refusal(numbers -> numbers.relativePercent = numbers.ownBaselinePercent);

        assertThat(refusal)
                .isEqualTo("Impossible policy: the relative systolic share must be below the own-baseline share");
    }

    @Test
    void aTreatedCourseNeverEndsSooner() {
        var refusal = refusal(numbers -> numbers.crsResolutionTreated = Duration.ofHours(23));

        assertThat(refusal).isEqualTo("Impossible policy: a treated course must not end sooner than an untreated one");
    }

    @Test
    void aTreatedCourseMayEndAsSoonAsAnotherOne() {
        var policy = numbers(numbers -> numbers.crsResolutionTreated = numbers.crsResolution);

        assertThat(policy.crsResolutionTreated()).isEqualTo(policy.crsResolution());
    }

    @ParameterizedTest
    @CsvSource({"93, 90", "92.9, 87.9", "100, 90"})
    void onlyABaselineSpo2UnderItsLimitLowersTheLimit(String baseline, String limit) {
        var limits = new SaturationLimits(decimal("90"), decimal("93"), decimal("5"));

        assertThat(limits.of(Optional.of(decimal(baseline))).compareTo(decimal(limit)))
                .isEqualTo(0);
    }

    @Test
    void anotherThresholdMakesAnotherGrade() {
        var strict = numbers(numbers -> numbers.feverThreshold = decimal("37.8"));
        UnaryOperator<Story> story = patient -> patient.at(10, temperature("37.8"));

        assertThat(story.apply(Story.begin()).crs(10)).isEqualTo(Grade.ZERO);
        assertThat(story.apply(Story.begin().by(strict)).crs(10)).isEqualTo(Grade.ONE);
    }

    @Test
    void anotherWindowMakesAnotherGrade() {
        var brief = numbers(numbers -> numbers.bloodPressureWindow = Duration.ofHours(1));
        UnaryOperator<Story> story =
                patient -> patient.at(10, temperature("38")).at(10, systolic("80"));

        assertThat(story.apply(Story.begin()).crs(11.5)).isEqualTo(Grade.TWO);
        assertThat(story.apply(Story.begin().by(brief)).crs(11.5)).isEqualTo(Grade.ONE);
    }

    @Test
    void theSameNumberSpeltOtherwiseIsTheSamePolicy() {
        assertThat(numbers(numbers -> numbers.feverThreshold = decimal("38.00")))
                .isEqualTo(Policy.DEFAULT);
    }

    private static String refusal(Change change) {
        return String.valueOf(
                catchIllegalArgumentException(() -> numbers(change)).getMessage());
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    private static Policy numbers(Change change) {
        var numbers = new Numbers();
        change.of(numbers);
        return numbers.policy();
    }

    @FunctionalInterface
    interface Change {
        void of(Numbers numbers);
    }

    /// The published numbers, to be changed one by one.
    static final class Numbers {
        BigDecimal feverThreshold = Policy.DEFAULT.feverThreshold();
        Duration feverWindow = Policy.DEFAULT.feverWindow();
        Duration bloodPressureWindow = Policy.DEFAULT.bloodPressureWindow();
        Duration spo2Window = Policy.DEFAULT.spo2Window();
        Duration fluidBolusWindow = Policy.DEFAULT.fluidBolusWindow();
        Duration antipyreticWindow = Policy.DEFAULT.antipyreticWindow();
        Duration vasopressorOverlap = Policy.DEFAULT.vasopressorOverlap();
        Duration crsResolution = Policy.DEFAULT.crsResolution();
        Duration temperatureStaleness = Policy.DEFAULT.temperatureStaleness();
        Duration neuroCheckWindow = Policy.DEFAULT.neuroCheckWindow();
        Duration seizureWindow = Policy.DEFAULT.seizureWindow();
        Duration crsResolutionTreated = Policy.DEFAULT.crsResolutionTreated();
        Duration attributionLimit = Policy.DEFAULT.attributionLimit();
        Duration supportConfirmation = Policy.DEFAULT.supportConfirmation();
        Duration repeatInterval = Policy.DEFAULT.repeatInterval();
        BigDecimal lowSpo2 = SaturationLimits.DEFAULT.low();
        BigDecimal lowBaselineSpo2 = SaturationLimits.DEFAULT.lowBaseline();
        BigDecimal spo2Drop = SaturationLimits.DEFAULT.drop();
        BigDecimal absoluteSystolic = PressureLimits.DEFAULT.absoluteSystolic();
        BigDecimal absoluteMean = PressureLimits.DEFAULT.absoluteMean();
        BigDecimal absoluteChildMargin = PressureLimits.DEFAULT.absoluteChildMargin();
        BigDecimal ownBaselinePercent = PressureLimits.DEFAULT.ownBaselinePercent();
        BigDecimal adultMean = PressureLimits.DEFAULT.adultMean();
        BigDecimal relativePercent = PressureLimits.DEFAULT.relativePercent();
        BigDecimal relativeLimit = PressureLimits.DEFAULT.relativeLimit();

        Policy policy() {
            return new Policy(
                    "default",
                    feverThreshold,
                    feverWindow,
                    bloodPressureWindow,
                    spo2Window,
                    fluidBolusWindow,
                    antipyreticWindow,
                    vasopressorOverlap,
                    crsResolution,
                    crsResolutionTreated,
                    attributionLimit,
                    supportConfirmation,
                    repeatInterval,
                    temperatureStaleness,
                    neuroCheckWindow,
                    seizureWindow,
                    new SaturationLimits(lowSpo2, lowBaselineSpo2, spo2Drop),
                    new PressureLimits(
                            absoluteSystolic,
                            absoluteMean,
                            absoluteChildMargin,
                            ownBaselinePercent,
                            SystolicLimit.DEFAULT,
                            adultMean,
                            relativePercent,
                            relativeLimit));
        }
    }

    @Test
    void aChildOfTenHasTheLimitOfAChild() {
        var limit = new SystolicLimit(
                BigDecimal.valueOf(70), BigDecimal.valueOf(70), BigDecimal.valueOf(2), BigDecimal.valueOf(95));

        assertThat(limit.at(10)).isEqualTo(BigDecimal.valueOf(90));
        assertThat(limit.at(11)).isEqualTo(BigDecimal.valueOf(95));
    }
}
