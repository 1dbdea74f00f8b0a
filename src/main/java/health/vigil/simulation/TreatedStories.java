package health.vigil.simulation;

import health.vigil.simulation.SimulatedPatient.SimulatedPerson;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The patients of the demo who are ill when the story begins, so that a ward is seen at work from the first
/// minute: one recovers from CRS, one gets worse by ICANS.
final class TreatedStories {
    static final int RECOVERING = 11;
    static final int LOSING_WORDS = 12;

    private static final Vitals WELL = new Vitals(36.8, 78, 15, 122, 74, 97);
    private static final double WEIGHT = 74;
    /// 8 mg per kg, in mg.
    private static final double TOCILIZUMAB = 592;

    private TreatedStories() {}

    static List<SimulatedPatient> all() {
        return List.of(recovering(), words());
    }

    /// CRS 3 of yesterday, with norepinephrine, a mask and two doses of tocilizumab. At the start only a nasal
    /// cannula is left; it is taken off in hour 3.
    private static SimulatedPatient recovering() {
        var entries = Stream.of(
                        BloodSample.QUIET.at(-57),
                        Stream.of(-44.0, -40.0, -34.0, -28.0).map(hour -> StoryEntry.temperature(hour, 39.1)),
                        BloodSample.STORM.at(-26),
                        BloodSample.FEVERISH.at(-9),
                        interleukin(-44, 380),
                        interleukin(-26, 5400),
                        interleukin(-9, 9800),
                        support(),
                        drugs(),
                        checks(-32, -28, -24, -20, -16, -12, -8, -4, -0.5, 3, 6, 10, 14))
                .flatMap(Function.identity());
        var course = Trajectory.steady(new Vitals(36.9, 84, 17, 116, 68, 95))
                .then(-24, new Vitals(39.2, 118, 25, 94, 54, 91))
                .then(-18, new Vitals(39.0, 116, 24, 92, 52, 92))
                .then(-12, new Vitals(38.2, 104, 21, 104, 60, 93))
                .then(-6, new Vitals(37.2, 92, 18, 112, 66, 94))
                .then(8, WELL);
        return new SimulatedPatient(
                RECOVERING, adult("Recovering", 59, 5), course, entries.toList(), List.of(), MonitorSpan.ALWAYS);
    }

    /// IL-6 rises after tocilizumab, because the drug blocks its receptor.
    private static Stream<StoryEntry> interleukin(double hour, double value) {
        return Stream.of(StoryEntry.laboratory(hour, "il-6", value, "pg/mL"));
    }

    private static Stream<StoryEntry> support() {
        return Stream.of(
                StoryEntry.oxygen(-30, "nasal-cannula", 3),
                StoryEntry.bolus(-29, 1000),
                StoryEntry.vasopressor(-27, "norepinephrine", "started"),
                StoryEntry.oxygen(-26, "simple-mask", 8),
                StoryEntry.vasopressor(-9, "norepinephrine", "stopped"),
                StoryEntry.oxygen(-7, "nasal-cannula", 4),
                StoryEntry.oxygen(-3, "nasal-cannula", 2),
                StoryEntry.oxygen(3, "room-air").telling("bed 11: off oxygen, the course of CRS is still open"));
    }

    private static Stream<StoryEntry> drugs() {
        var steroid = DoubleStream.of(-26, -20, -14, -8, -2)
                .mapToObj(hour -> StoryEntry.drug(hour, "dexamethasone", 10).with("indication", "crs"));
        return Stream.concat(
                DoubleStream.of(-27.5, -18)
                        .mapToObj(hour -> StoryEntry.drug(hour, "tocilizumab", TOCILIZUMAB)
                                .with("indication", "crs")),
                steroid);
    }

    /// The handwriting goes first, then orientation and naming: ICANS 2 at the start. A short seizure in hour 3 makes
    /// it 3.
    private static SimulatedPatient words() {
        var entries = Stream.of(
                        BloodSample.QUIET.at(-81),
                        Stream.of(-80.0, -72.0).map(hour -> StoryEntry.temperature(hour, 38.4)),
                        Stream.of(StoryEntry.temperature(-64, 37.2), StoryEntry.temperature(-40, 36.9)),
                        BloodSample.QUIET.at(-33),
                        BloodSample.FEVERISH.at(-9),
                        decline(),
                        course())
                .flatMap(Function.identity());
        return new SimulatedPatient(
                LOSING_WORDS,
                adult("Words", 66, 7),
                Trajectory.steady(WELL),
                entries.toList(),
                List.of(),
                MonitorSpan.ALWAYS);
    }

    private static Stream<StoryEntry> decline() {
        return Stream.of(
                StoryEntry.ice(-44, 10, "awake").writing(0),
                StoryEntry.ice(-32, 10, "awake").writing(0.05),
                StoryEntry.ice(-20, new IcePoints(4, 3, 1, 1, 1), "awake").writing(0.3),
                StoryEntry.ice(-12, new IcePoints(4, 3, 1, 0, 1), "awake")
                        .with("handwritingChange", true)
                        .writing(0.6),
                StoryEntry.drug(-11.5, "levetiracetam", 500).with("indication", "prophylaxis"),
                StoryEntry.ice(-8, new IcePoints(3, 3, 1, 0, 1), "awake"),
                StoryEntry.ice(-4, new IcePoints(3, 3, 1, 0, 0), "awake").writing(0.85),
                StoryEntry.ice(-0.5, new IcePoints(2, 2, 1, 0, 0), "awake").writing(1),
                StoryEntry.drug(-0.25, "dexamethasone", 10).with("indication", "icans"));
    }

    private static Stream<StoryEntry> course() {
        return Stream.of(
                StoryEntry.ice(2, new IcePoints(2, 1, 1, 0, 0), "spontaneous"),
                StoryEntry.seizure(3, "focal", 2).telling("bed 12: a short focal seizure: ICANS 3"),
                StoryEntry.drug(3.1, "levetiracetam", 1000).with("indication", "icans"),
                StoryEntry.ice(4, new IcePoints(2, 1, 0, 0, 0), "voice"),
                StoryEntry.ice(8, new IcePoints(3, 2, 1, 0, 0), "awake").writing(0.8),
                StoryEntry.ice(12, new IcePoints(4, 3, 1, 0, 1), "awake").writing(0.5),
                StoryEntry.ice(16, 10, "awake")
                        .writing(0.15)
                        .telling("bed 12: the sentence can be read again, ICE 10: ICANS 0"));
    }

    private static Stream<StoryEntry> checks(double... hours) {
        return DoubleStream.of(hours).mapToObj(hour -> StoryEntry.ice(hour, 10, "awake"));
    }

    private static SimulatedPerson adult(String name, int age, int daysSinceInfusion) {
        return new SimulatedPerson(
                name,
                age,
                WEIGHT,
                daysSinceInfusion,
                SimulatedPatient.baseline(WELL).put("ice", 10));
    }
}
