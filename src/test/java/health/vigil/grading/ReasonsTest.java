package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Tool;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.bolus;
import static health.vigil.grading.Story.capd;
import static health.vigil.grading.Story.died;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.mean;
import static health.vigil.grading.Story.notTestable;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.seizure;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.wakes;
import static org.assertj.core.api.Assertions.assertThat;

/// The reasons of a grade as sentences that can be read aloud: what counted, what was left out, what would change
/// it.
class ReasonsTest {
    private static Story febrile() {
        return Story.begin().at(10, temperature("38.6"));
    }

    private static List<String> sentences(List<Evidence> reasons) {
        return reasons.stream()
                .map(evidence -> evidence.component().word() + " " + evidence.grade() + ": "
                        + Sentences.of(evidence).text())
                .toList();
    }

    private static List<String> crs(Story story, double hours) {
        return sentences(story.at(hours).crs().basis());
    }

    private static List<String> crsLeftOut(Story story, double hours) {
        return sentences(story.at(hours).crs().leftOut());
    }

    private static List<String> icans(Story story, double hours) {
        return sentences(story.at(hours).icans().basis());
    }

    private static List<String> icansLeftOut(Story story, double hours) {
        return sentences(story.at(hours).icans().leftOut());
    }

    @Test
    void aReasonNamesItsRuleItsSourceAndItsObservation() {
        var reason = febrile().at(10.0).crs().basis().getFirst();

        assertThat(reason.component()).isEqualTo(Component.FEVER);
        assertThat(reason.grade()).isEqualTo(1);
        assertThat(Sentences.of(reason).text()).isEqualTo("temperature 38.6 Cel >= 38");
        assertThat(reason.rule().label()).isEqualTo("CRS-1 fever of the course");
        assertThat(reason.rule().source()).isEqualTo("Lee 2019, table of CRS");
        assertThat(reason.effectiveAt()).contains(hour(10));
        assertThat(reason.observationId().orElseThrow().value()).isEqualTo("o-1");
    }

    @Test
    void aNormalTemperatureIsToldAsWell() {
        assertThat(crs(Story.begin().at(10, temperature("37.9")), 34))
                .containsExactly("fever 0: temperature 37.9 Cel < 38");
    }

    @Test
    void theWorstComponentIsToldFirst() {
        var story = febrile().at(10, systolic("86")).at(10, oxygen(OxygenDevice.NASAL_CANNULA, "7"));

        assertThat(crs(story, 10))
                .containsExactly(
                        "hypoxia 3: nasal cannula at 7 L/min > 6 L/min for hypoxia",
                        "hypotension 2: SBP 86 mm[Hg] < 90",
                        "fever 1: temperature 38.6 Cel >= 38");
    }

    @Test
    void aPressureIsToldByTheRuleThatDecides() {
        assertThat(pressure(50, "90")).isEqualTo("hypotension 0: SBP 90 mm[Hg] >= 90");
        assertThat(pressure(1, "71")).isEqualTo("hypotension 2: SBP 71 mm[Hg] < 72 (limit at 1 year)");
        assertThat(pressure(8, "85")).isEqualTo("hypotension 2: SBP 85 mm[Hg] < 86 (limit at 8 years)");
        assertThat(pressure(10, "89")).isEqualTo("hypotension 2: SBP 89 mm[Hg] < 90 (limit at 10 years)");
        assertThat(pressure(11, "89")).isEqualTo("hypotension 2: SBP 89 mm[Hg] < 90");
        assertThat(sentences(febrile()
                                .baselineSystolic("92")
                                .at(10, systolic("89"))
                                .at(10.0)
                                .crs()
                                .basis())
                        .getLast())
                .isEqualTo("hypotension 0: SBP 89 mm[Hg] >= 95 % of the baseline 92: not hypotension for this patient");
        assertThat(crs(febrile().baselineSystolic("160").at(10, systolic("99")), 10)
                        .getFirst())
                .isEqualTo("hypotension 2: SBP 99 mm[Hg] < 80 % of the baseline 160 and < 100");
        assertThat(crs(febrile().at(10, mean("64")), 10).getFirst()).isEqualTo("hypotension 2: MAP 64 mm[Hg] < 65");
        assertThat(crs(febrile().at(10, mean("65")), 10).getLast()).isEqualTo("hypotension 0: MAP 65 mm[Hg] >= 65");
    }

    private static String pressure(int age, String systolic) {
        return crs(febrile().aged(age).at(10, systolic(systolic)), 10).stream()
                .filter(told -> told.startsWith("hypotension"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void vasopressorsThatNeverMakeMultipleOnesAreToldAsThat() {
        var terlipressin = febrile().at(10, started(VasopressorAgent.TERLIPRESSIN));
        var running = "hypotension 3: terlipressin running since 2026-03-02T19:00:00Z";

        assertThat(crs(terlipressin, 10).getFirst()).isEqualTo(running + ": terlipressin as the only vasopressor");
        assertThat(crs(terlipressin.at(11, started(VasopressorAgent.DOPAMINE)), 20)
                        .getFirst())
                .isEqualTo(running + " and dopamine running since 2026-03-02T20:00:00Z: not multiple: vasopressin,"
                        + " terlipressin and agents outside the list do not count towards it");
    }

    @Test
    void vasopressorsAreToldWithWhatTheyMean() {
        var one = febrile().at(10, started(VasopressorAgent.NOREPINEPHRINE));
        var running = "hypotension 3: norepinephrine running since 2026-03-02T19:00:00Z";

        assertThat(crs(one, 10).getFirst()).isEqualTo(running + ": one vasopressor");
        assertThat(crs(febrile().at(10, started(VasopressorAgent.VASOPRESSIN)), 10)
                        .getFirst())
                .isEqualTo("hypotension 3: vasopressin running since 2026-03-02T19:00:00Z: vasopressin as the only"
                        + " vasopressor");
        var two = one.at(10.5, started(VasopressorAgent.EPINEPHRINE)).at(10.6, started(VasopressorAgent.MILRINONE));
        var both =
                "norepinephrine running since 2026-03-02T19:00:00Z and epinephrine running since 2026-03-02T19:30:00Z";
        assertThat(crs(two, 10.9).getFirst())
                .isEqualTo("hypotension 3: " + both + ": multiple only after 30 min together");
        assertThat(crs(two, 11).getFirst())
                .isEqualTo("hypotension 4: " + both + ": multiple vasopressors, vasopressin not counted");
    }

    @Test
    void aBolusIsToldWithItsWindow() {
        assertThat(crs(febrile().at(10, bolus(FluidReason.HYPOTENSION)), 16).getFirst())
                .isEqualTo("hypotension 2: fluid bolus of 500 mL for hypotension in the last 6 h");
    }

    @Test
    void oxygenIsToldWithItsReason() {
        assertThat(crs(febrile().at(10, oxygen(OxygenDevice.NASAL_CANNULA, "6")), 10)
                        .getFirst())
                .isEqualTo("hypoxia 2: nasal cannula at 6 L/min <= 6 L/min for hypoxia");
        assertThat(crs(febrile().at(10, oxygen(OxygenDevice.HIGH_FLOW_NASAL_CANNULA, OxygenReason.HYPOXIA)), 10)
                        .getFirst())
                .isEqualTo("hypoxia 3: high flow nasal cannula at an unknown flow for hypoxia");
        assertThat(crs(febrile().at(10, oxygen(OxygenDevice.CPAP, OxygenReason.SLEEP_APNOEA)), 10)
                        .getLast())
                .isEqualTo("hypoxia 0: cpap for sleep apnoea, not for hypoxia");
        assertThat(crs(febrile().homeOxygen("2").at(10, oxygen(OxygenDevice.NASAL_CANNULA, "2")), 10)
                        .getLast())
                .isEqualTo(
                        "hypoxia 0: nasal cannula at 2 L/min <= 6 L/min for hypoxia, no more than the 2 L/min at home");
        assertThat(crs(febrile().at(10, roomAir()).at(10, spo2("89")), 10).getFirst())
                .isEqualTo("hypoxia 2: SpO2 89 % < 90 % on room air");
        assertThat(crs(febrile().at(10, spo2("90")), 10).getLast())
                .isEqualTo("hypoxia 0: SpO2 90 % >= 90 % with no oxygen device charted");
        assertThat(crs(
                                febrile()
                                        .at(10, oxygen(OxygenDevice.CPAP, OxygenReason.SLEEP_APNOEA))
                                        .at(10, spo2("89")),
                                10)
                        .getFirst())
                .isEqualTo("hypoxia 2: SpO2 89 % < 90 % on oxygen that is not for hypoxia, or as at home");
        assertThat(crs(febrile().at(10, oxygen(OxygenDevice.SIMPLE_MASK, "6")).at(10, spo2("89")), 10)
                        .get(1))
                .isEqualTo("hypoxia 2: SpO2 89 % < 90 % in spite of oxygen for hypoxia");
        assertThat(crs(febrile().at(10, oxygen(OxygenDevice.FACE_TENT, "10")), 10)
                        .getFirst())
                .isEqualTo("hypoxia 3: face tent for hypoxia, graded as a mask");
        assertThat(crs(febrile().at(10, oxygen(OxygenDevice.OTHER, "4")), 10).getFirst())
                .isEqualTo("hypoxia 2: another device (oxymizer) for hypoxia");
    }

    @Test
    void whatTheGateKeepsOutIsLeftOutAndTheRestIsNot() {
        var story =
                Story.begin().at(10, temperature("37")).at(10, systolic("86")).at(10, spo2("97"));

        assertThat(crs(story, 10))
                .containsExactly(
                        "fever 0: temperature 37 Cel < 38",
                        "hypoxia 0: SpO2 97 % >= 90 % with no oxygen device charted");
        assertThat(crsLeftOut(story, 10))
                .containsExactly(
                        "hypotension 2: SBP 86 mm[Hg] < 90; not counted: no fever of an open course, and no treatment"
                                + " since its onset");
        assertThat(story.at(10.0).crs().leftOut().getFirst().rule().label())
                .isEqualTo("CRS-13 fever, or treatment since onset");
    }

    @Test
    void anAttributionIsToldWithItsCauseAndItsTime() {
        var story = febrile()
                .at(10, systolic("86"))
                .at(11, attributed(Component.HYPOTENSION, 10, 12))
                .at(11, attributed(Component.FEVER, 9));

        assertThat(crs(story, 11)).isEmpty();
        assertThat(crsLeftOut(story, 11))
                .containsExactly(
                        "fever 0: temperature 38.6 Cel is attributed to: sepsis",
                        "hypotension 0: hypotension is attributed to: sepsis, from 2026-03-02T19:00:00Z until"
                                + " 2026-03-02T21:00:00Z");
    }

    @Test
    void whatIsTooOldIsNamedAmongWhatWasLeftOut() {
        var story = Story.begin()
                .at(10, temperature("37"))
                .at(10, systolic("120"))
                .at(10, spo2("97"))
                .at(10, ice(9))
                .at(10, wakes(Consciousness.VOICE));
        var pressures = hour(22);

        assertThat(story.at(pressures).crs().leftOut()).isEmpty();
        assertThat(sentences(story.at(pressures.plus(STEP)).crs().leftOut()))
                .containsExactly(
                        "hypotension 0: SBP 120 mm[Hg] is older than 12 h", "hypoxia 0: SpO2 97 % is older than 12 h");
        assertThat(crsLeftOut(story, 34.1).getFirst()).isEqualTo("fever 0: temperature 37 Cel is older than 24 h");
        assertThat(icansLeftOut(story, 34)).isEmpty();
        assertThat(icansLeftOut(story, 34.1))
                .containsExactly(
                        "ice 0: ICE 9 is older than 24 h",
                        "consciousness 0: level of consciousness (voice) is older than 24 h");
        assertThat(crsLeftOut(Story.begin().at(10, mean("70")), 23).getFirst())
                .isEqualTo("hypotension 0: MAP 70 mm[Hg] is older than 12 h");
    }

    @ParameterizedTest
    @CsvSource({
        "AWAKE, 0, awake",
        "SPONTANEOUS, 1, 'drowsy, wakes by itself'",
        "VOICE, 2, wakes to voice",
        "TOUCH, 3, wakes only to touch",
        "VIGOROUS, 4, wakes only to vigorous or repeated touch",
        "UNAROUSABLE, 4, unarousable"
    })
    void consciousnessIsToldInWords(Consciousness level, int grade, String words) {
        assertThat(icans(Story.begin().at(10, wakes(level)), 10))
                .containsExactly("consciousness " + grade + ": " + words);
    }

    @Test
    void scoresAreToldWithTheirBaseline() {
        assertThat(icans(Story.begin().at(10, ice(9)), 10)).containsExactly("ice 1: ICE 9 of 10");
        assertThat(icans(Story.begin().baselineIce(8).at(10, ice(8)), 10))
                .containsExactly("ice 0: ICE 8 of 10, at the baseline of 8");
        assertThat(icans(Story.begin().aged(8).at(10, capd(9)), 10)).containsExactly("capd 3: CAPD 9 >= 9");
        assertThat(icans(Story.begin().aged(8).at(10, capd(8)), 10)).containsExactly("capd 0: CAPD 8 < 9");
        assertThat(icans(Story.begin().baselineCapd(10, true).at(10, capd(10)), 10))
                .containsExactly("capd 0: CAPD 10 >= 9, not above the baseline of 10");
    }

    @Test
    void aSeizureIsToldWithItsEnd() {
        assertThat(icans(Story.begin().at(10, seizure("4", true, true)), 10))
                .containsExactly("seizure 3: clinical seizure of 4 min, resolved");
        assertThat(icans(Story.begin().at(10, seizure("4", false, false)), 10))
                .containsExactly("seizure 3: clinical seizure of 4 min, not resolved");
        assertThat(icans(Story.begin().at(10, seizure("4", false, false)).at(11, seizure("1", true, true)), 11))
                .containsExactly("seizure 4: clinical seizure of 1 min, resolved: longer than 5 min");
        assertThat(icans(Story.begin().at(10, seizure("1", true, false)).at(11, seizure("1", true, true)), 11))
                .containsExactly("seizure 4: clinical seizure of 1 min, resolved: repetitive");
    }

    @Test
    void findingsAreToldAndWhatNeverGradesIsLeftOut() {
        var story = Story.begin()
                .at(10, finding(Finding.SIXTH_NERVE_PALSY, true))
                .at(10, finding(Finding.INTRACRANIAL_HAEMORRHAGE, true));

        assertThat(icans(story, 10)).containsExactly("sixth-nerve-palsy 4: sixth nerve palsy present");
        assertThat(icansLeftOut(story, 10))
                .containsExactly("intracranial-haemorrhage 0: intracranial haemorrhage never sets a grade");
    }

    @Test
    void whatWasNotTestableIsLeftOutAndToldAsTheReason() {
        var story = Story.begin().at(9, ice(10)).at(10, notTestable(Tool.ICE));

        assertThat(icansLeftOut(story, 10))
                .containsExactly("ice 0: ICE was not testable; an older score does not stand in for it");
        assertThat(story.at(10.0).icans().reason()).contains("ICE was not testable");
    }

    @Test
    void whatIsNotKnownHasAReason() {
        var nothing = Story.begin().at(10.0);

        assertThat(nothing.crs().reason()).contains("no usable temperature in the last 24 h");
        assertThat(nothing.icans().reason()).contains("no ICE in the last 24 h");
        assertThat(Story.begin().aged(11).at(10.0).icans().reason()).contains("no CAPD in the last 24 h");
        assertThat(Story.begin().at(Story.INFUSION.minus(STEP)).crs().reason()).contains("before the infusion");
        assertThat(febrile().at(10, ice(10)).at(10.0).icans().reason()).isEmpty();
    }

    @Test
    void anAttributedScoreIsLeftOut() {
        var story = Story.begin().at(10, ice(5)).at(10, attributed(Component.ICE, 9));

        assertThat(icans(story, 10)).isEmpty();
        assertThat(icansLeftOut(story, 10))
                .containsExactly("ice 0: ice is attributed to: sepsis, from 2026-03-02T18:00:00Z, without an end");
    }

    @Test
    void aDeathIsToldAlone() {
        var story = febrile().at(11, died(DeathCause.CRS));

        assertThat(story.at(11.0).crs().basis().size()).isEqualTo(1);
        assertThat(story.at(11.0).crs().basis().getFirst().grade()).isEqualTo(5);
        assertThat(story.at(11.0).icans().reason()).isPresent();
    }

    @Test
    void aDeathOfAnotherCauseIsTheReasonOfBothUnknownGrades() {
        var story = febrile().at(10, ice(10)).at(11, died(DeathCause.OTHER));

        assertThat(story.at(11.0).crs().reason()).contains("the patient died of another cause than CRS");
        assertThat(story.at(11.0).icans().reason()).contains("the patient died of another cause than ICANS");
    }

    @Test
    void whatTimeWillChangeIsForetold() {
        assertThat(outlook(febrile().at(10, systolic("86")).at(10, spo2("88")).at(10, given(Drug.IBUPROFEN)), hour(10)))
                .containsExactly(
                        "Without another fever, the fever component ends after 2026-03-03T19:00:00Z.",
                        "Without a new reading, hypotension stops counting after 2026-03-03T07:00:00Z.",
                        "Without a new reading, hypoxia stops counting after 2026-03-03T07:00:00Z.",
                        "The waiver of fever by ibuprofen ends after 2026-03-03T07:00:00Z.",
                        "A vasopressor, a mask or a flow above 6 L/min for hypoxia would make it grade 3.");
        var two = febrile().at(10, started(VasopressorAgent.EPINEPHRINE)).at(10, started(VasopressorAgent.DOPAMINE));
        var foretold = "Hypotension becomes grade 4 at 2026-03-02T19:30:00Z if both vasopressors still run.";
        assertThat(outlook(two, hour(10.5).minus(STEP))).contains(foretold);
        assertThat(outlook(two, hour(10.5)).size()).isEqualTo(1);
    }

    @Test
    void theWaiverByATreatmentOfCrsHasNoEnd() {
        var story = febrile().at(10, given(Drug.TOCILIZUMAB));

        assertThat(outlook(story, hour(10)))
                .containsExactly(
                        "Without another fever, the fever component ends after 2026-03-03T19:00:00Z.",
                        "A low blood pressure, a bolus for it, a low SpO2 or low-flow oxygen for hypoxia would make it"
                                + " grade 2; a vasopressor, a mask or a flow above 6 L/min grade 3.");
    }

    @Test
    void whatAnObservationWouldChangeIsForetold() {
        assertThat(outlook(Story.begin(), hour(10)))
                .containsExactly("A temperature of 38 Cel or more begins CRS grade 1.");
        assertThat(outlook(Story.begin().at(10, systolic("86")), hour(10)))
                .containsExactly(
                        "Without a new reading, hypotension stops counting after 2026-03-03T07:00:00Z.",
                        "A temperature of 38 Cel or more begins CRS grade 1.",
                        "Fever, treatment of an active CRS, or a physician who opens the course would let hypotension"
                                + " and hypoxia count.");
    }

    @Test
    void anObservationThatWouldRaiseGradeThreeIsForetoldAndGradeFourHasNone() {
        var three = febrile().at(10, started(VasopressorAgent.DOPAMINE));
        var four = febrile().at(10, oxygen(OxygenDevice.VENTILATOR, OxygenReason.HYPOXIA));
        var fever = "Without another fever, the fever component ends after 2026-03-03T19:00:00Z.";

        assertThat(outlook(three, hour(10)))
                .containsExactly(
                        fever,
                        "A second vasopressor other than vasopressin, or CPAP, BiPAP or a ventilator for hypoxia, would"
                                + " make it grade 4.");
        assertThat(outlook(four, hour(10))).containsExactly(fever);
    }

    private static List<String> outlook(SyndromeReport report) {
        return report.outlook().stream()
                .map(change -> OutlookSentences.of(change).text())
                .toList();
    }

    private static List<String> outlook(Story story, Instant at) {
        return outlook(story.at(at).crs());
    }

    @Test
    void whatWouldChangeIcansIsForetold() {
        assertThat(outlook(Story.begin().at(10.0).icans())).containsExactly("A scored ICE would make the grade known.");
        assertThat(outlook(Story.begin()
                        .at(10, ice(9))
                        .at(10, seizure("1", true, true))
                        .at(10, finding(Finding.PAPILLOEDEMA, true))
                        .at(10.0)
                        .icans()))
                .containsExactly(
                        "The ICE counts until 2026-03-03T19:00:00Z; a new one replaces it.",
                        "The seizure counts until 2026-03-03T19:00:00Z.",
                        "Papilloedema counts until it is recorded as absent.");
    }

    @Test
    void theWorstReasonComesFirst() {
        var story = Story.begin().at(10, ice(8)).at(10, finding(Finding.DIFFUSE_OEDEMA, true));

        assertThat(story.at(10.0).icans().basis().stream().map(Evidence::grade).toList())
                .containsExactly(4, 1);
    }

    private static List<String> rules(SyndromeReport report) {
        return Stream.of(report.basis(), report.leftOut())
                .flatMap(List::stream)
                .map(basis -> basis.rule().label().replaceFirst(" .*", ""))
                .toList();
    }

    @Test
    void eachToolHasARuleOfItsOwn() {
        assertThat(rules(Story.begin().at(10, ice(8)).at(10.0).icans())).containsExactly("ICANS-1");
        assertThat(rules(Story.begin().aged(8).at(10, capd(10)).at(10.0).icans()))
                .containsExactly("ICANS-2");
    }

    @Test
    void vasopressorsHaveARuleOfTheirOwn() {
        assertThat(rules(febrile()
                        .at(11, started(VasopressorAgent.DOPAMINE))
                        .at(11.0)
                        .crs()))
                .containsExactly("CRS-3", "CRS-1");
    }

    @Test
    void whyAToolWasNotTestableIsTold() {
        var check = new NeuroCheck(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Tool.ICE),
                Optional.of("sedated"),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(Story.begin().at(10, check).at(10.0).icans().reason().orElseThrow())
                .isEqualTo("ICE was not testable: sedated");
    }

    @Test
    void oxygenThatIsNotForHypoxiaHasARuleOfItsOwn() {
        var comfort = febrile().at(11, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT));
        var home = febrile().homeOxygen("2").at(11, oxygen(OxygenDevice.NASAL_CANNULA, "2"));
        var more = febrile().homeOxygen("2").at(11, oxygen(OxygenDevice.NASAL_CANNULA, "3"));

        assertThat(rules(comfort.at(11.0).crs())).contains("CRS-10");
        assertThat(rules(home.at(11.0).crs())).contains("CRS-11");
        assertThat(rules(more.at(11.0).crs())).contains("CRS-9");
    }

    @Test
    void anAttributedFeverIsNotToldAsNone() {
        var story = Story.begin().at(10, temperature("38")).at(11, attributed(Component.FEVER, 9));

        assertThat(crs(story, 11)).isEmpty();
    }

    @Test
    void theEndOfAnAttributedFeverIsAnnounced() {
        var story = Story.begin()
                .at(10, temperature("38.6"))
                .at(11, attributed(Component.FEVER, 9, 11))
                .at(20, temperature("37"));

        assertThat(story.at(30.0).nextChange().map(at -> at.truncatedTo(ChronoUnit.MINUTES)))
                .contains(hour(34));
    }

    /// Equal findings are ordered by their ids, so that a repeated query gets the same response.
    @Test
    void ofEqualFindingsAtOneInstantTheFirstIsNamed() {
        var story = febrile()
                .at(10, temperature("38.6"))
                .at(10, spo2("85"))
                .at(10, spo2("85"))
                .at(10, ice(8))
                .at(10, ice(8));
        var child = Story.begin().aged(8).at(10, capd(10)).at(10, capd(10));

        assertThat(observationIds(story.at(10.0).crs())).containsExactly("o-3", "o-1");
        assertThat(observationIds(story.at(10.0).icans())).containsExactly("o-5");
        var asleep = Story.begin().at(10, wakes(Consciousness.VOICE)).at(10, wakes(Consciousness.VOICE));
        var breathing = febrile()
                .at(10, oxygen(OxygenDevice.NASAL_CANNULA, "2"))
                .at(10, oxygen(OxygenDevice.NASAL_CANNULA, "2"));

        assertThat(observationIds(child.at(10.0).icans())).containsExactly("o-1");
        assertThat(observationIds(asleep.at(10.0).icans())).containsExactly("o-1");
        assertThat(observationIds(breathing.at(10.0).crs())).containsExactly("o-2", "o-1");
    }

    private static List<String> observationIds(SyndromeReport report) {
        return report.basis().stream()
                .flatMap(basis -> basis.observationId().stream())
                .map(ObservationId::value)
                .toList();
    }

    @Test
    void ofTwoObservationsAtOneInstantAChangeNamesTheOneThatDecides() {
        var story = Story.begin().at(10, systolic("120")).at(10, temperature("38.6"));

        assertThat(story.progress().changes().stream()
                        .filter(change -> change.syndrome() == Syndrome.CRS)
                        .flatMap(change -> change.cause().stream())
                        .map(ObservationId::value)
                        .toList())
                .containsExactly("o-2");
    }
}
