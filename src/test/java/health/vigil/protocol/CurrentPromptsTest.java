package health.vigil.protocol;

import health.vigil.context.CaseNotes;
import health.vigil.grading.Flag;
import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static health.vigil.context.CaseNotes.time;
import static health.vigil.protocol.TestRows.crs;
import static health.vigil.protocol.TestRows.done;
import static health.vigil.protocol.TestRows.facts;
import static health.vigil.protocol.TestRows.planned;
import static health.vigil.protocol.TestRows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CurrentPromptsTest {
    private static final ProtocolRow ROW = row("c2-1", crs(2, 2));

    /// Grade 2 at 10:00, 1 at 12:00 and 2 again at 14:00.
    private static CaseNotes notes() {
        return CaseNotes.begin()
                .temperature(1, "08:00", "39")
                .at(1, "10:00", Kind.VITAL_SIGNS, "'systolic': 84")
                .at(1, "12:00", Kind.VITAL_SIGNS, "'systolic': 120")
                .at(1, "14:00", Kind.VITAL_SIGNS, "'systolic': 84");
    }

    private static Prompt prompt(Instant at, ProtocolRow row, PromptAnswer... answers) {
        return CurrentPrompts.of(new ProtocolTable("test", List.of(row)), facts(notes(), at), List.of(answers))
                .prompts()
                .getFirst();
    }

    private static List<String> readAtHome(CaseNotes notes, String time, Requirement... when) {
        return readAtHome(notes, time(1, time), when);
    }

    private static List<String> readAtHome(CaseNotes notes, Instant at, Requirement... when) {
        return TestRows.prompts(notes, at, row("r-1", when)).prompts().stream()
                .flatMap(prompt -> prompt.fitting().readAtHome().stream())
                .map(HomeFact::finding)
                .toList();
    }

    @Test
    void readingsAtHomeAreNamedUnderTheRowsThatFitByThem() {
        var notes = CaseNotes.begin()
                .at(1, "08:00", Kind.VITAL_SIGNS, "'temperature': 39, 'setting': 'home'")
                .at(1, "10:00", Kind.VITAL_SIGNS, "'systolic': 84, 'setting': 'home'");
        var fever = "temperature 39 Cel >= 38 (home, not confirmed)";

        assertThat(readAtHome(notes, "11:00", crs(2, 2)))
                .hasSize(2)
                .contains(fever)
                .allMatch(finding -> finding.endsWith("(home, not confirmed)"));
        assertThat(readAtHome(notes, "11:00", new ComponentRequirement(Set.of(Component.HYPOTENSION), true)))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("SBP 84 mm[Hg]"));
        assertThat(readAtHome(notes, "11:00", new FeverDuration(Duration.ofHours(3))))
                .containsExactly(fever);
        assertThat(readAtHome(notes, "11:00", new DayWindow(0, 9))).isEmpty();
    }

    @Test
    void readingsOfTheHospitalAreNotNamed() {
        assertThat(readAtHome(notes(), "11:00", crs(2, 2))).isEmpty();
    }

    /// It is left out of the grade, and raises the flag.
    @Test
    void aLowPressureAtHomeBehindAFlagIsNamed() {
        var notes = CaseNotes.begin()
                .temperature(1, "08:00", "36.8")
                .at(1, "10:00", Kind.VITAL_SIGNS, "'systolic': 84, 'setting': 'home'");

        assertThat(readAtHome(notes, "11:00", new FlagRequirement(Set.of(Flag.POSSIBLE_MASKED_CRS), true)))
                .singleElement()
                .satisfies(finding -> assertThat(finding).contains("84").contains("(home, not confirmed)"));
    }

    /// The course began with it. A fever of the hospital may count by now.
    @Test
    void aFirstFeverAtHomeBehindTheFlagsOfTheOnsetIsNamed() {
        var early = CaseNotes.begin()
                .at(0, "12:00", Kind.VITAL_SIGNS, "'temperature': 38.6, 'setting': 'home'")
                .temperature(0, "14:00", "39");
        var late = CaseNotes.begin()
                .at(16, "08:00", Kind.VITAL_SIGNS, "'temperature': 38.6, 'setting': 'home'")
                .temperature(16, "09:00", "39");

        assertThat(readAtHome(
                        early, time(0, "15:00"), new FlagRequirement(Set.of(Flag.FEVER_WITHIN_6H_OF_INFUSION), true)))
                .containsExactly("temperature 38.6 Cel (home, not confirmed)");
        assertThat(readAtHome(late, time(16, "10:00"), new FlagRequirement(Set.of(Flag.LATE_ONSET), true)))
                .containsExactly("temperature 38.6 Cel (home, not confirmed)");
    }

    @Test
    void theAnswersOfACaregiverBehindAnEarlySignAreNamedWhileTheyCount() {
        var notes = CaseNotes.begin()
                .at(
                        1,
                        "08:00",
                        Kind.HOME_CHECK,
                        "'confusion': true, 'speech': false, 'writing': true, 'shaking': false, 'drowsiness': false");
        var sign = new FlagRequirement(Set.of(Flag.EARLY_SIGN), true);

        assertThat(readAtHome(notes, time(1, "11:00"), sign))
                .containsExactly("caregiver reports confusion, writing (home, not confirmed)");
        assertThat(readAtHome(notes, time(3, "11:00"), sign)).isEmpty();
    }

    @Test
    void anAnswerStandsForItsInstance() {
        var prompt = prompt(time(1, "11:59"), ROW, done(ROW, time(1, "10:05")));

        assertThat(prompt.open()).isFalse();
        assertThat(prompt.answer()).map(PromptAnswer::answeredAt).contains(time(1, "10:05"));
        assertThat(prompt.earlier()).isEmpty();
    }

    @Test
    void aNewInstanceIsOpenAndShowsTheOldAnswer() {
        var prompt = prompt(time(1, "14:00"), ROW, done(ROW, time(1, "10:05")));

        assertThat(prompt.open()).isTrue();
        assertThat(prompt.answer()).isEmpty();
        assertThat(prompt.earlier()).extracting(PromptAnswer::answeredAt).containsExactly(time(1, "10:05"));
    }

    @Test
    void anAnswerAtTheBeginOfTheInstanceStands() {
        assertThat(prompt(time(1, "15:00"), ROW, done(ROW, time(1, "14:00"))).open())
                .isFalse();
    }

    @Test
    void aNewVersionOfTheRowIsOpen() {
        var next = row("c2-1", "2", "Call the physician now", crs(2, 2));

        var prompt = prompt(time(1, "11:00"), next, done(ROW, time(1, "10:05")));

        assertThat(prompt.open()).isTrue();
        assertThat(prompt.earlier()).extracting(PromptAnswer::version).containsExactly("1");
    }

    @Test
    void theAnswerToAnotherRowIsNotItsOwn() {
        var prompt = prompt(time(1, "11:00"), ROW, done(row("c3-1", crs(3, 3)), time(1, "10:05")));

        assertThat(prompt.open()).isTrue();
        assertThat(prompt.earlier()).isEmpty();
    }

    @Test
    void theNewestAnswerCounts() {
        var prompt = prompt(
                time(1, "11:30"), ROW, done(ROW, time(1, "11:00")), planned(ROW, time(1, "10:05"), time(1, "10:45")));

        assertThat(prompt.answer()).map(PromptAnswer::response).contains(PromptResponse.DONE);
        assertThat(prompt.earlier()).extracting(PromptAnswer::response).containsExactly(PromptResponse.PLANNED);
    }

    @Test
    void aPlanStandsUntilItsTimeHasCome() {
        var plan = planned(ROW, time(1, "10:05"), time(1, "10:45"));

        assertThat(prompt(time(1, "10:44"), ROW, plan).open()).isFalse();
        assertThat(prompt(time(1, "10:45"), ROW, plan).open()).isTrue();
        assertThat(prompt(time(1, "10:45"), ROW, plan).answer()).contains(plan);
        assertThat(prompt(time(1, "11:44"), ROW, plan).openForLong(time(1, "11:44")))
                .isFalse();
        assertThat(prompt(time(1, "11:45"), ROW, plan).openForLong(time(1, "11:45")))
                .isTrue();
    }

    @Test
    void anHourWithoutAnAnswerIsMarked() {
        assertThat(prompt(time(1, "10:59"), ROW).openForLong(time(1, "10:59"))).isFalse();
        assertThat(prompt(time(1, "11:00"), ROW).openForLong(time(1, "11:00"))).isTrue();
        assertThat(prompt(time(1, "11:00"), ROW, done(ROW, time(1, "10:30"))).openForLong(time(1, "11:00")))
                .isFalse();
    }

    @Test
    void anAnswerThatWasGivenLaterIsNotShownForThePast() {
        assertThat(prompt(time(1, "10:30"), ROW, done(ROW, time(1, "11:00"))).open())
                .isTrue();
    }

    /// A late reading shows that the grade had fallen in between, so the answer belongs to the instance before.
    @Test
    void anAnswerBelongsToTheInstanceInWhichItWasGiven() {
        var whole = notes();
        var before = whole.observations().stream()
                .filter(observation -> !observation.effectiveAt().equals(time(1, "12:00")))
                .toList();
        var at = time(1, "15:00");
        var table = new ProtocolTable("test", List.of(ROW));
        var answers = List.of(done(ROW, time(1, "11:00")));

        var known = CurrentPrompts.of(table, facts(whole.patient(at, before)), answers);
        var corrected = CurrentPrompts.of(table, facts(whole, at), answers);

        assertThat(known.open()).isZero();
        assertThat(corrected.open()).isOne();
    }

    /// A rise that is charted late begins its instance before the answer was given.
    @Test
    void anAnswerThatWasGivenBeforeARiseWasChartedDoesNotStandForIt() {
        var notes = notes().at(1, "11:50", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'");
        var table = new ProtocolTable("test", List.of(row("c2-1", crs(2, 4))));
        var answer = done(ROW, time(1, "10:00"), time(1, "11:55"));

        var prompt = CurrentPrompts.of(table, facts(notes, time(1, "11:58")), List.of(answer))
                .prompts()
                .getFirst();

        assertThat(prompt.fitting().since()).isEqualTo(time(1, "11:50"));
        assertThat(prompt.open()).isTrue();
        assertThat(prompt.earlier()).containsExactly(answer);
    }

    @Test
    void rowsAreInTheOrderOfTheTable() {
        var first = new ProtocolRow(
                "z-1",
                "1",
                "First",
                ROW.source(),
                ROW.owner(),
                ROW.approvedAt(),
                ROW.reviewBy(),
                1,
                ROW.forRoles(),
                List.of());

        var table = new ProtocolTable("test", List.of(row("b-1"), row("a-1"), first));

        assertThat(table.rows()).extracting(ProtocolRow::id).containsExactly("z-1", "a-1", "b-1");
        assertThatThrownBy(() -> new ProtocolTable("test", List.of(row("a-1"), row("a-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two rows have the id a-1");
    }

    @Test
    void theFixedWordsNameSourceOwnerAndReview() {
        assertThat(ROW.introduction())
                .isEqualTo("Your protocol says (Haematology CRS policy v7, p. 4, owner Dr A, reviewed 3 Feb 2026):");
        assertThat(new RowSource("CRS policy", Optional.empty(), Optional.empty()).text())
                .isEqualTo("CRS policy");
    }

    @Test
    void aReviewIsOverdueFromTheNextDayOn() {
        assertThat(ROW.reviewOverdueSince(TestRows.REVIEW_BY)).isEmpty();
        assertThat(ROW.reviewOverdueSince(TestRows.REVIEW_BY.plusDays(1))).contains(TestRows.REVIEW_BY);
        assertThat(ROW.reviewOverdueSince(LocalDate.of(2026, 2, 3))).isEmpty();
    }

    @Test
    void theDosesOfTheDrugsThatTheTextNamesAreToldUnderIt() {
        var named = row("c2-1", "1", "Tocilizumab, then methylprednisolone", crs(2, 2));
        var notes = notes().drug(1, "07:00", "tocilizumab").drug(1, "10:30", "tocilizumab");
        var table = new ProtocolTable("test", List.of(named));

        var doses = CurrentPrompts.of(table, facts(notes, time(1, "11:00")), List.of())
                .prompts()
                .getFirst()
                .fitting()
                .doses();

        assertThat(doses)
                .containsExactly(
                        new DoseFact(Drug.TOCILIZUMAB, 2, Optional.of(1), Optional.of(time(1, "10:30"))),
                        new DoseFact(Drug.METHYLPREDNISOLONE, 0, Optional.of(0), Optional.empty()));
    }
}
