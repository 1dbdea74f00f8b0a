package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.simulation.SimulatedPatient.SimulatedPerson;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The patients of the demo whose stories need more than the day before: their days since the infusion are charted
/// first, with their real dates.
final class CourseStories {
    static final int IEC_HS = 7;
    static final int NEUTROPENIA = 8;
    static final int HOME = 9;
    static final int JOURNEY = 10;

    private static final Vitals WELL = new Vitals(36.8, 78, 15, 122, 74, 97);
    private static final int HOURS_PER_DAY = 24;
    private static final int DAYS_OF_NEUTROPENIA = 16;
    /// 10*9/L, from the day of the infusion on.
    private static final List<Double> NEUTROPHILS =
            List.of(1.2, 0.9, 0.7, 0.45, 0.3, 0.2, 0.1, 0.08, 0.05, 0.05, 0.09, 0.15, 0.2, 0.2, 0.25);

    private CourseStories() {}

    static List<SimulatedPatient> all() {
        return List.of(iecHs(), neutropenia(), home(), JourneyStory.patient());
    }

    static Vitals well() {
        return WELL;
    }

    /// CRS and tocilizumab in the first days; ten days later ferritin rises, fibrinogen and platelets fall. The
    /// pattern begins in hour 1, and the least grade that the facts fit becomes 3.
    private static SimulatedPatient iecHs() {
        var entries = Stream.of(
                        withLimits(BloodSample.QUIET.at(-290)),
                        firstDays(),
                        checks(-20, -12, -4, 5, 9, 15),
                        withLimits(new BloodSample(78, 0.9, 9.1, 12, 780, 2.9).at(-21)),
                        withLimits(new BloodSample(34, 0.3, 8.1, 62, 6800, 1.2).at(1)),
                        hyperinflammation(),
                        withLimits(new BloodSample(40, 0.4, 8.0, 48, 4300, 1.7).at(13)))
                .flatMap(Function.identity());
        var course = Trajectory.steady(WELL)
                .then(0.5, WELL)
                .then(1.5, new Vitals(38.7, 108, 20, 116, 68, 96))
                .then(8, new Vitals(38.3, 100, 19, 116, 68, 96))
                .then(12, WELL);
        var assessed = StoryRequest.post(6, Account.PHYSICIAN, "/v1/observations", CourseStories::assessment)
                .telling("bed 7: the physician assesses IEC-HS, grade 3");
        return new SimulatedPatient(
                IEC_HS, adult("Ferritin", 22, 11), course, entries.toList(), List.of(assessed), MonitorSpan.ALWAYS);
    }

    private static Stream<StoryEntry> firstDays() {
        var quiet = IntStream.iterate(-208, hour -> hour < -HOURS_PER_DAY, hour -> hour + HOURS_PER_DAY)
                .mapToObj(hour -> StoryEntry.temperature(hour, 36.8));
        return Stream.concat(
                Stream.of(
                        StoryEntry.temperature(-240, 38.9),
                        StoryEntry.laboratory(-236, "ferritin", 520, "ug/L").with("referenceHigh", 300),
                        StoryEntry.temperature(-235, 39.1),
                        StoryEntry.drug(-234, "tocilizumab", 600),
                        StoryEntry.temperature(-228, 37.4)),
                quiet);
    }

    private static Stream<StoryEntry> hyperinflammation() {
        return Stream.of(
                StoryEntry.drug(2, "anakinra", 100)
                        .with("indication", "iec-hs")
                        .telling("bed 7: ferritin 6800, fibrinogen 1.2: the pattern of IEC-HS; anakinra"),
                StoryEntry.transfusion(3, "fibrinogen", "count"),
                StoryEntry.transfusion(4, "platelets", "bleeding").telling("bed 7: platelets for a nosebleed"));
    }

    private static ObjectNode assessment(StoryScene scene) {
        return StoryRequest.object()
                .put("id", scene.patientId() + "-assessment")
                .put("patientId", scene.patientId())
                .put("effectiveAt", scene.time(6))
                .put("kind", "syndrome-assessment")
                .put("syndrome", "iec-hs")
                .put("present", true)
                .put("grade", 3)
                .put("basis", "ferritin rises and fibrinogen falls without CRS; bleeding");
    }

    /// Ferritin and ALT with the upper limits of the laboratory.
    private static Stream<StoryEntry> withLimits(Stream<StoryEntry> sample) {
        return sample.map(entry -> switch (entry.fields().path("analyte").asText()) {
            case "ferritin" -> entry.with("referenceHigh", 300);
            case "alt" -> entry.with("referenceHigh", 56);
            default -> entry;
        });
    }

    /// Neutrophils at most 0.5 since day 3. The sample of hour 1 makes it the fourteenth day: early ICAHT 3,
    /// which was
    /// 2. A fever follows.
    private static SimulatedPatient neutropenia() {
        var daily = IntStream.range(0, NEUTROPHILS.size())
                .mapToObj(day -> StoryEntry.laboratory(
                        (double) -HOURS_PER_DAY * (DAYS_OF_NEUTROPENIA - day),
                        "neutrophils",
                        NEUTROPHILS.get(day),
                        "10*9/L"));
        var entries = Stream.of(
                        daily,
                        new BloodSample(58, 0.25, 8.6, 10, 610, 3.4).at(1 - HOURS_PER_DAY),
                        checks(-20, -12, -4, 6, 14),
                        new BloodSample(55, 0.3, 8.3, 22, 640, 3.3).at(1),
                        neutropenicFever())
                .flatMap(Function.identity());
        var course = Trajectory.steady(WELL)
                .then(2.5, WELL)
                .then(3, new Vitals(38.6, 104, 20, 116, 68, 97))
                .then(6, new Vitals(38.4, 100, 19, 116, 68, 97))
                .then(10, WELL);
        return new SimulatedPatient(
                NEUTROPENIA,
                adult("Counts", 61, DAYS_OF_NEUTROPENIA),
                course,
                entries.toList(),
                List.of(),
                MonitorSpan.ALWAYS);
    }

    private static Stream<StoryEntry> neutropenicFever() {
        return Stream.of(
                StoryEntry.drug(-HOURS_PER_DAY - 1, "filgrastim", 0.3),
                StoryEntry.drug(2, "filgrastim", 0.3)
                        .telling("bed 8: neutrophils at most 0.5 for 14 days: early ICAHT 3"),
                StoryEntry.bloodCulture(3.5).telling("bed 8: fever with 0.3 neutrophils, blood culture"),
                StoryEntry.drug(4, "other", 4500).with("drugName", "piperacillin-tazobactam"));
    }

    /// Well for days. What the list before going home still lacks is done in the story, and the patient goes home
    /// in hour 8. The last antipyretic is 12 h old at the start, so that the fever line is met at any speed.
    private static SimulatedPatient home() {
        var entries = Stream.of(
                        Stream.of(StoryEntry.temperature(-216, 38.8), StoryEntry.temperature(-208, 37.5)),
                        eightHourly(-200).mapToObj(hour -> StoryEntry.temperature(hour, 36.8)),
                        eightHourly(-96).mapToObj(hour -> StoryEntry.ice(hour, 10, "awake")),
                        checks(-20, -12, -4, 2, 6),
                        new BloodSample(74, 0.9, 9.4, 40, 820, 3.6).at(-57),
                        new BloodSample(80, 1.0, 9.4, 14, 620, 3.4).at(-33),
                        new BloodSample(86, 1.1, 9.5, 9, 700, 3.2).at(-9),
                        Stream.of(StoryEntry.drug(-12.1, "acetaminophen", 500)),
                        new BloodSample(92, 1.3, 9.6, 6, 520, 3.1).at(3))
                .flatMap(Function.identity());
        return new SimulatedPatient(
                HOME,
                adult("Homeward", 55, 12),
                Trajectory.steady(WELL),
                entries.toList(),
                goingHome().toList(),
                MonitorSpan.until(8));
    }

    private static Stream<StoryRequest> goingHome() {
        return Stream.of(
                tick(1, "D-9", true, "no infection; prophylaxis prescribed"),
                tick(2, "D-10", true, "her sister stays with her"),
                tick(2.5, "D-11", true, "card given, teach-back done").telling("bed 9: the card is explained"),
                tick(3.5, "D-8", false, "no transfusion planned"),
                tick(4, "D-12", true, "first visit in two days"),
                StoryRequest.delete(8, Account.NURSE, "/v1/devices/{device}/binding"),
                StoryRequest.post(
                                8,
                                Account.PHYSICIAN,
                                "/v1/episodes/{episode}/discharge",
                                scene -> StoryRequest.object()
                                        .put("at", scene.time(8))
                                        .put("note", "Well for a week; the list was read with the patient"))
                        .telling("bed 9: every line of the list is met, the patient goes home"));
    }

    private static StoryRequest tick(double hour, String line, boolean done, String note) {
        return StoryRequest.post(
                hour,
                Account.NURSE,
                "/v1/patients/{patient}/discharge-readiness/" + line + "/tick",
                _ -> StoryRequest.object().put("done", done).put("note", note));
    }

    private static IntStream eightHourly(int from) {
        return IntStream.iterate(from, hour -> hour < -HOURS_PER_DAY, hour -> hour + 8);
    }

    private static Stream<StoryEntry> checks(double... hours) {
        return DoubleStream.of(hours).mapToObj(hour -> StoryEntry.ice(hour, 10, "awake"));
    }

    static SimulatedPerson adult(String name, int age, int daysSinceInfusion) {
        return new SimulatedPerson(
                name,
                age,
                74,
                daysSinceInfusion,
                SimulatedPatient.baseline(WELL).put("ice", 10));
    }
}
