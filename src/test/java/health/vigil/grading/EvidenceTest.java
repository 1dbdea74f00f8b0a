package health.vigil.grading;

import health.vigil.grading.Sentence.Time;
import health.vigil.grading.Sentence.ValueInUnit;
import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.Tool;
import health.vigil.observation.VasopressorAgent;
import health.vigil.oracle.RandomPatients;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.begin;
import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.died;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.notTestable;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.seizure;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.tremor;
import static health.vigil.grading.Story.wakes;
import static org.assertj.core.api.Assertions.assertThat;

/// A grade is the highest of its evidence, and its sentences come from the evidence alone.
class EvidenceTest {
    private static void everyReport(BiConsumer<GradeReport, SyndromeReport> property) {
        Seeds.some(seed -> {
            var random = RandomPatients.patient(seed);
            var recorded = RecordedPatient.of(random.patient(), random.observations());
            for (var query : RandomPatients.queryInstants(random)) {
                var report = recorded.knownAt(query.knownAt()).report(query.at(), query.knownAt());
                property.accept(report, report.crs());
                property.accept(report, report.icans());
            }
        });
    }

    private static Stream<Evidence> all(SyndromeReport report) {
        return Stream.of(report.basis(), report.leftOut()).flatMap(List::stream);
    }

    @Test
    void aGradeThatIsKnownIsTheHighestOfItsEvidence() {
        everyReport((_, syndrome) -> syndrome.grade()
                .number()
                .ifPresent(
                        grade -> assertThat(grade).as("%s", syndrome).isEqualTo(Evidence.highest(syndrome.basis()))));
    }

    @Test
    void theNumberAndItsUnitStandInTheSentenceAndSoDoesWhatItWasComparedWith() {
        everyReport((_, syndrome) -> all(syndrome)
                .forEach(evidence ->
                        evidence.judgedValue().ifPresent(judged -> assertWorded(judged, Sentences.of(evidence)))));
    }

    private static void assertWorded(JudgedValue judged, Sentence sentence) {
        var numbers = Stream.of(sentence.text().split("[^0-9.]+")).toList();
        judged.unit()
                .ifPresentOrElse(
                        unit -> assertThat(sentence.pieces()).contains(new ValueInUnit(judged.value(), unit)),
                        () -> assertThat(numbers).contains(Sentence.number(judged.value())));
        Stream.of(judged.limit(), judged.baseline())
                .flatMap(compared -> compared.stream())
                .forEach(compared -> assertThat(numbers).as(sentence.text()).contains(Sentence.number(compared)));
    }

    @Test
    void aPieceIsEveryInstantAndEveryQuantityInAUnitThatAWardWritesOtherwise() {
        everyReport((_, syndrome) -> Stream.concat(
                        all(syndrome).map(Sentences::of),
                        syndrome.outlook().stream().map(OutlookSentences::of))
                .flatMap(sentence -> sentence.pieces().stream())
                .filter(Sentence.Words.class::isInstance)
                .forEach(words -> assertThat(words.text())
                        .doesNotContain("mm[Hg]")
                        .doesNotContain("Cel")
                        .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT")));
    }

    private static Evidence byRule(Story story, Rule rule) {
        return story.at(11.0).crs().basis().stream()
                .filter(evidence -> evidence.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"CRS_FEVER, 38.6, Cel, 38", "CRS_LOW_PRESSURE_AGE, 86, mm[Hg], 90", "CRS_SPO2, 88, %, 90"})
    void aReadingHasItsValueItsUnitAndItsLimit(Rule rule, BigDecimal value, String unit, BigDecimal limit) {
        var story = febrile().at(11, systolic("86")).at(11, spo2("88"));

        assertThat(byRule(story, rule).judgedValue())
                .contains(JudgedValue.of(value, unit).against(limit));
    }

    @Test
    void aBolusHasItsVolumeItsUnitAndItsObservation() {
        var bolus = byRule(febrile().at(11, bolus(FluidReason.HYPOTENSION)), Rule.CRS_FLUID_BOLUS);

        assertThat(bolus.judgedValue()).contains(JudgedValue.of(BigDecimal.valueOf(500), "mL"));
        assertThat(bolus.origin()).contains(new Origin(ObservationIds.of("o-2"), hour(11)));
    }

    @ParameterizedTest
    @CsvSource({
        "NASAL_CANNULA, true",
        "HIGH_FLOW_NASAL_CANNULA, true",
        "SIMPLE_MASK, false",
        "VENTURI_MASK, false",
        "VENTILATOR, false"
    })
    void aFlowIsAJudgedValueOnlyIfTheDeviceIsGradedByIt(OxygenDevice device, boolean judged) {
        var flow = JudgedValue.of(BigDecimal.valueOf(4), "L/min").against(BigDecimal.valueOf(6));

        assertThat(byRule(febrile().at(11, oxygen(device, "4")), Rule.CRS_OXYGEN)
                        .judgedValue())
                .isEqualTo(Optional.of(flow).filter(_ -> judged));
    }

    @Test
    void theEndOfAnAttributionIsTheOneInItsSentence() {
        var story = febrile().at(12, systolic("86")).at(12, attributed(Component.HYPOTENSION, 12, 14));
        var leftOut = story.at(12.0).crs().leftOut().getFirst();

        assertThat(leftOut.until()).contains(hour(14));
        assertThat(Sentences.of(leftOut).pieces()).contains(new Time(hour(14)));
    }

    private static Evidence leftOut(SyndromeReport report, Class<? extends Evidence> kind) {
        return report.leftOut().stream().filter(kind::isInstance).findFirst().orElseThrow();
    }

    private static void assertFrom(Evidence evidence, Rule rule, double hours) {
        assertThat(evidence.rule()).isEqualTo(rule);
        assertThat(evidence.effectiveAt()).contains(hour(hours));
        assertThat(evidence.observationId()).isPresent();
    }

    @Test
    void whatTheGateKeepsOutIsTheEvidenceItself() {
        var out = leftOut(begin().at(11, systolic("86")).at(11.0).crs(), Exclusion.BehindGate.class);

        assertFrom(out, Rule.CRS_GATE, 11);
        assertThat(out.component()).isEqualTo(Component.HYPOTENSION);
        assertThat(out.grade()).isEqualTo(2);
        assertThat(out.judgedValue().orElseThrow().value()).isEqualByComparingTo("86");
        assertThat(out.until().orElseThrow()).isAfter(hour(11));
    }

    @Test
    void aFeverOfOtherCauseIsItsReading() {
        var story = begin().at(10, attributed(Component.FEVER, 10, 30)).at(11, temperature("39"));
        var out = leftOut(story.at(11.0).crs(), Exclusion.FeverOfOtherCause.class);

        assertFrom(out, Rule.CRS_FEVER_ATTRIBUTED, 11);
        assertThat(out.component()).isEqualTo(Component.FEVER);
        assertThat(out.judgedValue()).contains(JudgedValue.of(new BigDecimal("39"), "Cel"));
        assertThat(out.until().orElseThrow()).isAfter(hour(11));
    }

    @Test
    void anotherCauseIsItsEntry() {
        var story = febrile().at(12, systolic("86")).at(12, attributed(Component.HYPOTENSION, 12, 14));
        var out = leftOut(story.at(13.0).crs(), Exclusion.OtherCause.class);

        assertFrom(out, Rule.ATTRIBUTION, 12);
        assertThat(out.component()).isEqualTo(Component.HYPOTENSION);
    }

    @Test
    void anImplausibleReadingIsNamed() {
        var out = leftOut(febrile().at(11, spo2("20")).at(11.0).crs(), Exclusion.Artefact.class);

        assertFrom(out, Rule.IMPLAUSIBLE, 11);
        assertThat(out.component()).isEqualTo(Component.HYPOXIA);
        assertThat(out.judgedValue()).contains(JudgedValue.of(new BigDecimal("20"), "%"));
    }

    @Test
    void aReadingThatIsTooOldIsNamed() {
        var out = leftOut(begin().at(11, systolic("120")).at(40.0).crs(), Exclusion.OldSign.class);

        assertFrom(out, Rule.STALE, 11);
        assertThat(out.judgedValue()).contains(JudgedValue.of(new BigDecimal("120"), "mm[Hg]"));
    }

    @Test
    void anOldScoreAndAnOldLevelAreNamed() {
        var report = begin().at(11, ice(7))
                .at(11.5, wakes(Consciousness.VOICE))
                .at(60.0)
                .icans();

        var score = leftOut(report, Exclusion.OldScore.class);
        assertFrom(score, Rule.STALE, 11);
        assertThat(score.judgedValue()).contains(JudgedValue.score(7));
        assertFrom(leftOut(report, Exclusion.OldLevel.class), Rule.STALE, 11.5);
    }

    @Test
    void aToolThatCouldNotBeUsedIsNamedUntilItsWindowEnds() {
        var report = begin().at(10, wakes(Consciousness.AWAKE))
                .at(11, notTestable(Tool.ICE))
                .at(11.0)
                .icans();
        var out = leftOut(report, Exclusion.Untestable.class);

        assertFrom(out, Rule.ICANS_SCORE_UNKNOWN, 11);
        assertThat(out.until().orElseThrow()).isAfter(hour(11));
    }

    @Test
    void aDeathIsItsRecord() {
        var crs = febrile().at(12, died(DeathCause.CRS)).at(12.0).crs();
        var icans = febrile().at(12, died(DeathCause.ICANS)).at(12.0).icans();

        assertFrom(crs.basis().getFirst(), Rule.CRS_DEATH, 12);
        assertFrom(icans.basis().getFirst(), Rule.ICANS_DEATH, 12);
        assertThat(crs.basis().getFirst().component()).isEqualTo(Kind.DEATH);
    }

    @Test
    void vasopressorsAreTheAgentThatWasStartedLast() {
        var story = febrile()
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(12, started(VasopressorAgent.EPINEPHRINE));
        var evidence = story.at(12.0).crs().basis().stream()
                .filter(each -> each.rule().equals(Rule.CRS_VASOPRESSORS))
                .findFirst()
                .orElseThrow();

        assertThat(evidence.component()).isEqualTo(Component.HYPOTENSION);
        assertThat(evidence.effectiveAt()).contains(hour(12));
    }

    @Test
    void aFindingIsItsEntryAndOnlyOneThatSetsAGradeHoldsItUp() {
        var icans = begin().at(11, ice(10))
                .at(12, finding(Finding.POSTURING, true))
                .at(12.5, finding(Finding.HEADACHE, true))
                .at(13.0)
                .icans();
        var graded = found(icans, Component.POSTURING);

        assertFrom(graded, Rule.ICANS_FINDING, 12);
        assertThat(graded.grade()).isPositive();
        assertThat(all(icans).filter(each -> each.component() == Component.HEADACHE))
                .singleElement()
                .satisfies(headache -> assertFrom(headache, Rule.ICANS_NOT_GRADED, 12.5));
        assertThat(icans.outlook().stream().filter(Outlook.FindingStands.class::isInstance))
                .containsExactly(new Outlook.FindingStands(Finding.POSTURING));
    }

    @Test
    void aLevelOfConsciousnessIsItsRecordUntilItsWindowEnds() {
        var icans = begin().at(11, wakes(Consciousness.VOICE)).at(12.0).icans();
        var level = found(icans, Component.CONSCIOUSNESS);

        assertFrom(level, Rule.ICANS_CONSCIOUSNESS, 11);
        assertThat(level.until()).contains(hour(11).plus(Policy.DEFAULT.neuroCheckWindow()));
    }

    @Test
    void aSeizureIsItsRecordAndWhileItGoesOnTheOutlookSaysSo() {
        var icans = begin().at(11, ice(10))
                .at(12, seizure("1", true, true))
                .at(12.0)
                .icans();

        assertFrom(found(icans, Component.SEIZURE), Rule.ICANS_SEIZURE, 12);
        assertThat(icans.outlook()).doesNotContain(new Outlook.SeizureGoesOn());

        var running = begin().at(11, ice(10))
                .at(12, seizure("1", false, false))
                .at(12.0)
                .icans();
        assertFrom(found(running, Component.SEIZURE), Rule.ICANS_SEIZURE, 12);
        assertThat(running.outlook()).contains(new Outlook.SeizureGoesOn());
    }

    private static Evidence found(SyndromeReport report, Component component) {
        return all(report)
                .filter(each -> each.component() == component)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlySupportAndFindingsOfBeforeMayStandAtTheInfusion() {
        assertThat(Grader.mayStand(oxygen(OxygenDevice.SIMPLE_MASK, "8"))).isTrue();
        assertThat(Grader.mayStand(started(VasopressorAgent.NOREPINEPHRINE))).isTrue();
        assertThat(Grader.mayStand(finding(Finding.HEADACHE, true))).isTrue();
        assertThat(Grader.mayStand(temperature("39"))).isFalse();
        assertThat(Grader.mayStand(bolus(FluidReason.HYPOTENSION))).isFalse();
        assertThat(Grader.mayStand(given(Drug.TOCILIZUMAB))).isFalse();
        assertThat(Grader.mayStand(ice(3))).isFalse();
        assertThat(Grader.mayStand(tremor())).isFalse();
        assertThat(Grader.mayStand(seizure("1", true, true))).isFalse();
        assertThat(Grader.mayStand(attributed(Component.FEVER, 1))).isFalse();
        assertThat(Grader.mayStand(died(DeathCause.CRS))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"6, 6, true", "6, 5, false", "6, 9, true", "6, 10, false", "10, 9, false"})
    void anIceAtTheOwnBaselineIsFlagged(int baseline, int total, boolean own) {
        var flags = begin().baselineIce(baseline)
                .at(11, ice(total))
                .at(11.0)
                .icans()
                .flags();

        assertThat(flags.contains(Flag.ICE_AT_BASELINE)).isEqualTo(own);
    }

    @Test
    void evidenceCountsUpToItsEndAndNoLonger() {
        var story = febrile()
                .at(12, given(Drug.TOCILIZUMAB))
                .at(13, systolic("86"))
                .at(13, spo2("88"))
                .at(13, bolus(FluidReason.HYPOTENSION))
                .at(13, ice(5))
                .at(13, seizure("1", true, true));
        var found = Stream.of(story.at(13.0).crs(), story.at(13.0).icans())
                .flatMap(syndrome -> syndrome.basis().stream())
                .toList();

        assertThat(found).hasSize(6);
        for (var evidence : found) {
            var end = evidence.until().orElseThrow();
            assertThat(counts(story, evidence, end)).as("%s", evidence).isTrue();
            assertThat(counts(story, evidence, end.plus(STEP)))
                    .as("%s", evidence)
                    .isFalse();
        }
    }

    private static boolean counts(Story story, Evidence evidence, Instant at) {
        return Stream.of(story.at(at).crs(), story.at(at).icans())
                .flatMap(syndrome -> syndrome.basis().stream())
                .anyMatch(later ->
                        later.origin().equals(evidence.origin()) && later.rule().equals(evidence.rule()));
    }

    @Test
    void nothingThatJudgesReadsASentence() throws IOException {
        var words = List.of(
                "Sentences.java", "OutlookSentences.java", "Sentence.java", "SyndromeReport.java", "PolicyCheck.java");
        try (var files = Files.list(Path.of("src/main/java/health/vigil/grading"))) {
            var judges = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !words.contains(file.getFileName().toString()))
                    .toList();

            assertThat(judges).isNotEmpty().noneMatch(file -> file.toString().contains("Explainer"));
            for (var file : judges) {
                assertThat(code(file)).as(file.toString()).doesNotContain("Sentence");
            }
        }
    }

    private static String code(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^ *///.*$", "");
    }
}
