package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Capd;
import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Ice;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Seizure;
import health.vigil.observation.SeizureType;
import health.vigil.observation.Tool;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A patient's story for a test: its events, in hours since the infusion.
final class Story {
    static final Instant INFUSION = Instant.parse("2026-03-02T09:00:00Z");
    static final Duration STEP = Duration.ofNanos(1000);

    private static final PatientId PATIENT = new PatientId("p-1");

    private final List<Observation> observations = new ArrayList<>();
    private int age = 50;
    private Baseline baseline = Baseline.NONE;
    private Policy policy = Policy.DEFAULT;
    private List<Instant> further = List.of();

    static Story begin() {
        return new Story();
    }

    /// A story that begins with a fever at 10 h.
    static Story febrile() {
        return begin().at(10, temperature("38.6"));
    }

    static Instant hour(double hours) {
        return INFUSION.plusNanos(Math.round(hours * 3_600_000_000.0) * 1000);
    }

    Story aged(int years) {
        age = years;
        return this;
    }

    /// A split dose: infusions after the first.
    Story infusedAgain(Instant... infusions) {
        further = List.of(infusions);
        return this;
    }

    Story by(Policy numbers) {
        policy = numbers;
        return this;
    }

    Story baseline(Baseline normal) {
        baseline = normal;
        return this;
    }

    Story baselineSystolic(String systolic) {
        return baseline(normal(Optional.of(new BigDecimal(systolic)), Optional.empty(), Optional.empty()));
    }

    Story baselineIce(int ice) {
        return baseline(normal(Optional.empty(), Optional.of(ice), Optional.empty()));
    }

    Story baselineSpo2(String percent) {
        return baseline(new Baseline(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(percent)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));
    }

    Story homeOxygen(String flow) {
        return baseline(normal(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(flow))));
    }

    private static Baseline normal(Optional<BigDecimal> systolic, Optional<Integer> ice, Optional<BigDecimal> flow) {
        return new Baseline(
                systolic, Optional.empty(), Optional.empty(), Optional.empty(), ice, Optional.empty(), flow, false);
    }

    Story baselineCapd(int capd, boolean delay) {
        return baseline(new Baseline(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(capd),
                Optional.empty(),
                delay));
    }

    Story at(Instant at, Content content) {
        return at(at, content, Optional.empty());
    }

    /// An observation from a device.
    Story by(String device, double hours, Content content) {
        return at(hour(hours), content, Optional.of(new DeviceId(device)));
    }

    private Story at(Instant at, Content content, Optional<DeviceId> device) {
        var id = ObservationIds.of("o-" + (observations.size() + 1));
        observations.add(new Observation(id, PATIENT, at, at, content, device));
        return this;
    }

    Story at(double hours, Content content) {
        return at(hour(hours), content);
    }

    static VitalSigns vital(VitalSign sign, String value) {
        return new VitalSigns(Map.of(sign, new BigDecimal(value)), Optional.empty());
    }

    static VitalSigns temperature(String celsius) {
        return vital(VitalSign.TEMPERATURE, celsius);
    }

    static VitalSigns systolic(String value) {
        return vital(VitalSign.SYSTOLIC, value);
    }

    static VitalSigns mean(String value) {
        return vital(VitalSign.MEAN_ARTERIAL_PRESSURE, value);
    }

    static VitalSigns spo2(String value) {
        return vital(VitalSign.SPO2, value);
    }

    static Content started(VasopressorAgent agent) {
        return vasopressor(agent, InfusionAction.STARTED);
    }

    static Content stopped(VasopressorAgent agent) {
        return vasopressor(agent, InfusionAction.STOPPED);
    }

    private static Content vasopressor(VasopressorAgent agent, InfusionAction action) {
        var name = agent == VasopressorAgent.OTHER ? Optional.of("inopamil") : Optional.<String>empty();
        return new Vasopressor(agent, name, action, Optional.empty(), Optional.empty());
    }

    static Content bolus(FluidReason reason) {
        return new FluidBolus(BigDecimal.valueOf(500), reason);
    }

    static Content given(Drug drug) {
        return Medication.of(drug);
    }

    static Content oxygen(OxygenDevice device, OxygenReason reason) {
        return new OxygenTherapy(device, name(device), Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    static Content oxygen(OxygenDevice device, String flow) {
        return new OxygenTherapy(
                device,
                name(device),
                Optional.of(new BigDecimal(flow)),
                Optional.empty(),
                Optional.of(OxygenReason.HYPOXIA));
    }

    private static Optional<String> name(OxygenDevice device) {
        return device == OxygenDevice.OTHER ? Optional.of("oxymizer") : Optional.empty();
    }

    static Content roomAir() {
        return new OxygenTherapy(
                OxygenDevice.ROOM_AIR, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Content ice(int total) {
        return check(Optional.of(Ice.ofTotal(total)), Optional.empty(), Optional.empty(), Set.of());
    }

    static Content capd(int total) {
        return check(Optional.empty(), Optional.of(Capd.ofTotal(total)), Optional.empty(), Set.of());
    }

    static Content wakes(Consciousness level) {
        return check(Optional.empty(), Optional.empty(), Optional.of(level), Set.of());
    }

    static Content notTestable(Tool tool) {
        return check(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(tool));
    }

    private static NeuroCheck check(
            Optional<Ice> ice, Optional<Capd> capd, Optional<Consciousness> level, Set<Tool> notTestable) {
        return new NeuroCheck(
                ice,
                capd,
                level,
                notTestable,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Content tremor() {
        return new NeuroCheck(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty());
    }

    static Content seizure(String minutes, boolean resolved, boolean returned) {
        return new Seizure(SeizureType.CLINICAL, Optional.of(new BigDecimal(minutes)), resolved, Optional.of(returned));
    }

    static Content finding(Finding finding, boolean present) {
        return new NeuroFinding(finding, present);
    }

    static Content attributed(Component component, double from) {
        return new Attribution(Set.of(component), "sepsis", hour(from), Optional.empty());
    }

    static Content attributed(Component component, double from, double until) {
        return new Attribution(Set.of(component), "sepsis", hour(from), Optional.of(hour(until)));
    }

    static Content retracted(String id) {
        return new Retraction(RetractionTarget.of(ObservationIds.of(id)), "entered by mistake");
    }

    static Content died(DeathCause cause) {
        return new Death(cause);
    }

    GradeReport at(double hours) {
        return at(hour(hours));
    }

    GradeReport at(Instant at) {
        var grading = new InMemoryGrading(policy, new Patient(INFUSION, further, age, baseline), observations);
        return grading.report(at, Instant.parse("2030-01-01T00:00:00Z"));
    }

    /// Every change up to the last observation.
    Progress progress() {
        return progress(observations.getLast().effectiveAt());
    }

    Progress progress(Instant until) {
        var grading = new InMemoryGrading(policy, new Patient(INFUSION, further, age, baseline), observations);
        var grader = grading.grader(Instant.MAX);
        return grader.advance(grading.begin(grader, Instant.MAX), grading.graded(until, Instant.MAX), until);
    }

    /// Whether a flag is up, of either syndrome.
    static boolean up(Story story, Flag flag, Instant at) {
        var report = story.at(at);
        return report.crs().flags().contains(flag) || report.icans().flags().contains(flag);
    }

    static boolean up(Story story, Flag flag, double hours) {
        return up(story, flag, hour(hours));
    }

    Grade crs(double hours) {
        return at(hours).crs().grade();
    }

    Grade crs(Instant at) {
        return at(at).crs().grade();
    }

    Grade icans(double hours) {
        return at(hours).icans().grade();
    }

    Grade icans(Instant at) {
        return at(at).icans().grade();
    }
}
