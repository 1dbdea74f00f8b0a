package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.context.CaseNotes;
import health.vigil.context.ContextItem;
import health.vigil.context.ContextItems;
import health.vigil.context.DischargeLine;
import health.vigil.context.DischargeReadiness;
import health.vigil.context.LineFinding;
import health.vigil.context.ReadinessTick;
import health.vigil.context.Situation;
import health.vigil.intake.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// The stories lead to what they promise, by the rules of the items beside the grades.
class CourseStoriesTest {
    private static final double SPEED = 60;
    private static final long SEED = 1;
    private static final Duration LAST = Duration.ofHours(20);

    private static SimulatedPatient patient(int bed) {
        return CourseStories.all().stream()
                .filter(patient -> patient.bed() == bed)
                .findFirst()
                .orElseThrow();
    }

    /// The infusion is that of the notes.
    private static StoryScene scene(SimulatedPatient patient) {
        var start = CaseNotes.INFUSION.plus(Duration.ofDays(patient.person().daysSinceInfusion()));
        return new StoryScene(new StoryClock(start, SPEED), "p-1", "Demo", "monitor");
    }

    private static Situation situation(SimulatedPatient patient, double hour) {
        var scene = scene(patient);
        var notes = CaseNotes.begin().product("simulated CAR-T").baselineIce(10);
        for (var entry : patient.entries()) {
            add(notes, scene.clock().at(entry.at()), entry.fields().deepCopy());
        }
        for (var at = Duration.ofDays(-1); at.compareTo(LAST) < 0; at = at.plusMinutes(30)) {
            var time = scene.clock().at(at);
            patient.reading(at, SEED).ifPresent(reading -> add(notes, time, reading));
        }
        for (var request : patient.requests()) {
            if (request.path().equals("/v1/observations")) {
                var body = request.body().apply(scene);
                body.remove(List.of("id", "patientId", "effectiveAt"));
                add(notes, scene.clock().at(request.at()), body);
            }
        }
        return notes.patient(scene.at(hour)).situation();
    }

    private static void add(CaseNotes notes, Instant at, ObjectNode fields) {
        var message = fields.put("id", "o-1").put("patientId", "p-1").put("effectiveAt", at.toString());
        notes.add(at, Samples.accepted(message.toString()).submission().content());
    }

    private static ContextItem item(int bed, String id, double hour) {
        return ContextItems.of(situation(patient(bed), hour), List.of()).stream()
                .filter(item -> item.item().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"-1, ferritin-only", "0.9, ferritin-only", "1, pattern", "12, pattern"})
    void bedSevenGetsThePatternOfIecHs(double hour, String band) {
        assertThat(item(CourseStories.IEC_HS, "iec-hs", hour).band()).contains(band);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1", "2.5, 2", "4.5, 3"})
    void theLeastGradeOfIecHsFollowsTheFacts(double hour, int least) {
        assertThat(item(CourseStories.IEC_HS, "iec-hs", hour).numbers().get("leastGrade"))
                .isEqualTo(new BigDecimal(least));
    }

    @Test
    void aPhysicianGivesTheGradeOfIecHs() {
        assertThat(item(CourseStories.IEC_HS, "iec-hs", 5.9).grade()).isEmpty();
        assertThat(item(CourseStories.IEC_HS, "iec-hs", 6).grade()).contains(3);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 13, 2", "1, 14, 3"})
    void bedEightIsNeutropenicForFourteenDays(double hour, int days, int grade) {
        var item = item(CourseStories.NEUTROPENIA, "icaht-early", hour);

        assertThat(item.numbers().get("d500")).isEqualTo(new BigDecimal(days));
        assertThat(item.atLeast()).contains(new BigDecimal(grade));
        assertThat(item.text()).contains("not recovered, day " + days + " of neutropenia");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "4, true"})
    void bedEightGetsAFeverWithoutNeutrophils(double hour, boolean holds) {
        assertThat(item(CourseStories.NEUTROPENIA, "febrile-neutropenia", hour).holds())
                .contains(holds);
    }

    private static List<String> notMet(double hour) {
        var patient = patient(CourseStories.HOME);
        var scene = scene(patient);
        var ticks = patient.requests().stream()
                .filter(request -> request.path().endsWith("/tick"))
                .map(request -> tick(request, scene))
                .toList();
        return DischargeReadiness.of(situation(patient, hour), ticks).notMet().stream()
                .map(LineFinding::line)
                .map(DischargeLine::id)
                .toList();
    }

    private static ReadinessTick tick(StoryRequest request, StoryScene scene) {
        var words = List.of(request.path().split("/"));
        var line = DischargeLine.of(words.get(words.size() - 2)).orElseThrow();
        var said = request.body().apply(scene).path("done").booleanValue();
        return new ReadinessTick(
                UUID.nameUUIDFromBytes(line.name().getBytes(UTF_8)),
                line,
                said,
                scene.clock().at(request.at()),
                "nurse",
                Optional.empty());
    }

    @Test
    void bedNineGoesHomeWithEveryLineMet() {
        assertThat(notMet(0)).containsExactly("D-7", "D-8", "D-9", "D-10", "D-11", "D-12");
        assertThat(notMet(3.25)).containsExactly("D-8", "D-12");
        assertThat(notMet(5)).isEmpty();
        assertThat(notMet(8)).isEmpty();
    }

    @Test
    void theMonitorsFollowTheArrivalAndTheDischarge() {
        var home = patient(CourseStories.HOME);
        var infused = patient(CourseStories.JOURNEY);

        assertThat(home.reading(Duration.ofMinutes(479), SEED)).isPresent();
        assertThat(home.reading(Duration.ofHours(8), SEED)).isEmpty();
        assertThat(infused.present()).isFalse();
        assertThat(infused.reading(Duration.ofMinutes(89), SEED)).isEmpty();
        assertThat(infused.reading(Duration.ofMinutes(90), SEED)).isPresent();
    }
}
