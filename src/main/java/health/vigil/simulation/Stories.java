package health.vigil.simulation;

import health.vigil.simulation.SimulatedPatient.SimulatedPerson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The patients of the demo. Hours count from the start of the story; negative hours are the quiet day
/// before.
final class Stories {
    private static final Vitals WELL = new Vitals(36.8, 78, 15, 122, 74, 97);
    private static final Vitals WELL_CHILD = new Vitals(36.9, 92, 19, 102, 62, 98);
    private static final double[] CHECKS = {-20, -12, -4};
    private static final double LABORATORY = -9;

    private Stories() {}

    static List<SimulatedPatient> all() {
        return List.of(fever(), climbing(), quiet(), child(), silent(), yesterday());
    }

    /// A fever that an antipyretic lowers: grade 1 only.
    private static SimulatedPatient fever() {
        var entries = Stream.of(
                        dayBefore(),
                        Stream.of(
                                StoryEntry.drug(2, "acetaminophen", 1000).telling("bed 1: acetaminophen for the fever"),
                                StoryEntry.ice(4, 10, "awake")),
                        BloodSample.FEVERISH.at(3))
                .flatMap(part -> part);
        var course = Trajectory.steady(WELL)
                .then(0.5, WELL)
                .then(1, new Vitals(38.7, 102, 19, 118, 70, 96))
                .then(2, new Vitals(38.9, 106, 20, 116, 70, 96))
                .then(5, new Vitals(37.4, 86, 16, 120, 72, 97));
        return new SimulatedPatient(1, adult("Fever", 58, 2), course, entries.toList(), Optional.empty());
    }

    /// CRS rises to grade 3, is treated, and falls; ICANS follows and falls too.
    private static SimulatedPatient climbing() {
        var entries = Stream.of(dayBefore(), BloodSample.STORM.at(1), cytokineStorm(), neurotoxicity())
                .flatMap(part -> part);
        var course = Trajectory.steady(WELL)
                .then(0.25, WELL)
                .then(0.75, new Vitals(39.3, 112, 21, 112, 66, 95))
                .then(2, new Vitals(39.6, 122, 24, 84, 48, 93))
                .then(3, new Vitals(39.5, 124, 26, 82, 46, 87))
                .then(5, new Vitals(39.2, 116, 26, 92, 52, 91))
                .then(9, new Vitals(37.2, 88, 18, 116, 70, 95))
                .then(11, new Vitals(36.8, 82, 16, 118, 72, 97));
        return new SimulatedPatient(2, adult("Storm", 63, 4), course, entries.toList(), Optional.empty());
    }

    private static Stream<StoryEntry> cytokineStorm() {
        return Stream.of(
                StoryEntry.bolus(2.25, 1000).telling("bed 2: blood pressure falls, fluid bolus: CRS 2"),
                StoryEntry.oxygen(3.25, "nasal-cannula", 3),
                StoryEntry.vasopressor(4, "norepinephrine", "started")
                        .telling("bed 2: norepinephrine and an oxygen mask: CRS 3"),
                StoryEntry.oxygen(4.25, "simple-mask", 8),
                StoryEntry.drug(4.5, "tocilizumab", 600).telling("bed 2: tocilizumab and dexamethasone"),
                StoryEntry.drug(4.75, "dexamethasone", 10),
                StoryEntry.oxygen(7, "nasal-cannula", 4),
                StoryEntry.vasopressor(8, "norepinephrine", "stopped").telling("bed 2: off norepinephrine, CRS falls"),
                StoryEntry.oxygen(10, "room-air"));
    }

    private static Stream<StoryEntry> neurotoxicity() {
        return Stream.of(
                StoryEntry.ice(4, 10, "awake").writing(0.1),
                StoryEntry.ice(8, new IcePoints(4, 3, 1, 0, 1), "awake")
                        .with("handwritingChange", true)
                        .writing(0.5)
                        .telling("bed 2: handwriting changes, ICE 9"),
                StoryEntry.ice(11, 5, "spontaneous").with("tremor", true).telling("bed 2: ICE 5: ICANS 2"),
                StoryEntry.ice(13, 2, "voice").telling("bed 2: ICE 2, wakes to voice: ICANS 3"),
                StoryEntry.drug(13.25, "dexamethasone", 10),
                StoryEntry.drug(13.5, "levetiracetam", 750),
                StoryEntry.ice(17, 6, "spontaneous"),
                StoryEntry.ice(20, 8, "awake"),
                StoryEntry.ice(23, 10, "awake").writing(0.1).telling("bed 2: ICE 10 again, ICANS 0"));
    }

    /// Nothing happens, as in most beds.
    private static SimulatedPatient quiet() {
        var entries =
                Stream.concat(dayBefore(), Stream.of(StoryEntry.ice(4, 10, "awake"), StoryEntry.ice(12, 10, "awake")));
        return new SimulatedPatient(
                3, adult("Quiet", 47, 9), Trajectory.steady(WELL), entries.toList(), Optional.empty());
    }

    /// A child, checked by CAPD: 9 and more is grade 3.
    private static SimulatedPatient child() {
        var before = Stream.concat(
                DoubleStream.of(CHECKS).mapToObj(hour -> StoryEntry.capd(hour, 3, "awake")),
                BloodSample.QUIET.at(LABORATORY));
        var entries = Stream.of(
                StoryEntry.capd(3, 7, "awake"),
                StoryEntry.capd(6, 12, "awake").telling("bed 4: the child's CAPD is 12: ICANS 3"),
                StoryEntry.drug(6.5, "dexamethasone", 4),
                StoryEntry.capd(10, 8, "awake").telling("bed 4: CAPD 8, ICANS falls"),
                StoryEntry.capd(14, 4, "awake"));
        var course = Trajectory.steady(WELL_CHILD)
                .then(2, WELL_CHILD)
                .then(3, new Vitals(38.4, 118, 24, 100, 60, 97))
                .then(8, new Vitals(37.1, 98, 20, 101, 61, 98));
        var person = new SimulatedPerson(
                "Child", 7, 23, 5, SimulatedPatient.baseline(WELL_CHILD).put("capd", 3));
        return new SimulatedPatient(
                4, person, course, Stream.concat(before, entries).toList(), Optional.empty());
    }

    /// The monitor falls silent, and nobody charts by hand.
    private static SimulatedPatient silent() {
        return new SimulatedPatient(
                5,
                adult("Silent", 70, 3),
                Trajectory.steady(WELL),
                dayBefore().toList(),
                Optional.of(Duration.ofMinutes(90)));
    }

    /// A fever that is almost a day old. Three minutes into the demo, at any speed, its 24 hours expire, and
    /// the grade falls without a new observation.
    private static SimulatedPatient yesterday() {
        var entries = Stream.concat(
                dayBefore(),
                Stream.of(
                        StoryEntry.temperature(-23.95, 38.6),
                        StoryEntry.ice(4, 10, "awake"),
                        StoryEntry.ice(12, 10, "awake")));
        return new SimulatedPatient(
                6, adult("Yesterday", 52, 6), Trajectory.steady(WELL), entries.toList(), Optional.empty());
    }

    private static SimulatedPerson adult(String name, int age, int daysSinceInfusion) {
        return new SimulatedPerson(
                name,
                age,
                74,
                daysSinceInfusion,
                SimulatedPatient.baseline(WELL).put("ice", 10));
    }

    /// The entries for an adult on the quiet day before.
    private static Stream<StoryEntry> dayBefore() {
        return Stream.concat(
                DoubleStream.of(CHECKS).mapToObj(hour -> StoryEntry.ice(hour, 10, "awake")),
                BloodSample.QUIET.at(LABORATORY));
    }
}
