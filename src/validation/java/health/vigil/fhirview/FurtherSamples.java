package health.vigil.fhirview;

import health.vigil.alert.AlertType;
import health.vigil.fhirview.DrugAdministrations.DrugAdministration;
import health.vigil.grading.Syndrome;
import health.vigil.grading.Unknown;
import health.vigil.intake.unit.LabMeasure;
import health.vigil.observation.Analyte;
import health.vigil.observation.CareSetting;
import health.vigil.observation.Censoring;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Tool;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;

import static health.vigil.fhirview.ViewSamples.AT;
import static health.vigil.fhirview.ViewSamples.given;
import static health.vigil.fhirview.ViewSamples.number;

/// A resource for each word that our data have, beside those of [ViewSamples].
final class FurtherSamples {
    private static final String OTHERS_ID = "x.abcdefghijklmnopqrstuvwxyz234567";

    private FurtherSamples() {}

    static Stream<Resource> all() {
        return Stream.of(charted(), drugs(), grades(), alerts(), people()).flatMap(resources -> resources);
    }

    private static Stream<Resource> charted() {
        var words = Stream.of(
                        Arrays.stream(OxygenDevice.values())
                                .flatMap(device ->
                                        Arrays.stream(OxygenReason.values()).map(reason -> oxygen(device, reason))),
                        Arrays.stream(FluidReason.values()).map(reason -> new FluidBolus(number("500"), reason)),
                        Arrays.stream(Finding.values())
                                .flatMap(finding ->
                                        Stream.of(true, false).map(present -> new NeuroFinding(finding, present))),
                        Arrays.stream(Consciousness.values()).map(FurtherSamples::check),
                        Arrays.stream(Analyte.values()).flatMap(FurtherSamples::results))
                .flatMap(contents -> contents)
                .map(content -> given("w-" + content.hashCode(), content));
        var signs = ViewSamples.signs(VitalSign.HEART_RATE, "110", VitalSign.SYSTOLIC, "84");
        var stated = given("s-1", signs);
        var special = Stream.of(
                given(OTHERS_ID, signs),
                given("home", atHome()),
                received("future", signs, AT.minusSeconds(600)),
                ofNobody(signs),
                ofNobody(ViewSamples.lab(Analyte.CRP, "120", "mg/L")),
                new GivenObservation(
                        stated.observation(),
                        stated.subject(),
                        Optional.of("clerk"),
                        false,
                        Optional.empty(),
                        stated.updatedAt(),
                        Optional.empty()));
        return Stream.concat(words, special).flatMap(each -> ChartedResources.of(each).stream());
    }

    private static GivenObservation ofNobody(Content content) {
        var observed = given("nobody", content).observation();
        return new GivenObservation(
                observed, observed.patientId(), Optional.empty(), true, Optional.empty(), AT, Optional.empty());
    }

    private static GivenObservation received(String id, Content content, Instant receivedAt) {
        var observed = given(id, content).observation();
        return new GivenObservation(
                new Observation(observed.id(), observed.patientId(), AT, receivedAt, content),
                observed.patientId(),
                Optional.of("nurse"),
                true,
                Optional.empty(),
                receivedAt,
                Optional.empty());
    }

    private static VitalSigns atHome() {
        return new VitalSigns(
                Map.of(VitalSign.TEMPERATURE, number("38.1")),
                Optional.of("tympanic"),
                Optional.of(CareSetting.HOME),
                Optional.empty());
    }

    private static Content oxygen(OxygenDevice device, OxygenReason reason) {
        return new OxygenTherapy(
                device,
                Optional.of("helmet").filter(_ -> device == OxygenDevice.OTHER),
                Optional.empty(),
                Optional.of(number("0.4")),
                Optional.of(reason));
    }

    private static Content check(Consciousness level) {
        return new NeuroCheck(
                Optional.empty(),
                Optional.empty(),
                Optional.of(level),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Stream<Content> results(Analyte analyte) {
        return Stream.of("", "{FEU}", "{DDU}")
                .flatMap(annotation -> Arrays.stream(LabMeasure.values())
                        .map(measure -> measure.unit() + annotation)
                        .filter(unit -> LabMeasure.of(analyte, unit).isPresent())
                        .filter(_ -> annotation.isEmpty() || analyte == Analyte.D_DIMER)
                        .map(unit -> new LabResult(
                                analyte,
                                number("2.5"),
                                unit,
                                Optional.of(number("3")),
                                Optional.empty(),
                                Optional.of(Censoring.BELOW))));
    }

    private static Stream<Resource> drugs() {
        var doses = Arrays.stream(Drug.values())
                .map(drug -> new Medication(
                        drug,
                        Optional.of("drug X").filter(_ -> drug == Drug.OTHER),
                        Optional.of(number("8")),
                        Optional.empty()));
        var infusions = Arrays.stream(VasopressorAgent.values())
                .flatMap(agent -> Arrays.stream(InfusionAction.values())
                        .map(action -> new Vasopressor(
                                agent,
                                Optional.of("agent X").filter(_ -> agent == VasopressorAgent.OTHER),
                                action,
                                Optional.empty(),
                                Optional.empty())));
        return Stream.concat(doses, infusions)
                .map(content -> given("d-" + content.hashCode(), content))
                .flatMap(each -> DrugAdministrations.of(List.of(each)).stream())
                .map(DrugAdministration::resource);
    }

    private static Stream<Resource> grades() {
        var window = Duration.ofHours(12);
        var reasons = Stream.of(
                new Unknown.BeforeInfusion(),
                new Unknown.Undecided(),
                new Unknown.NoTemperature(window),
                new Unknown.NoScore(Tool.ICE, window),
                new Unknown.NotTestable(Tool.CAPD, Optional.of("intubated")),
                new Unknown.NotTestable(Tool.ICE, Optional.empty()),
                new Unknown.OtherDeath(Syndrome.CRS));
        return Stream.concat(
                        reasons.map(reason -> ViewSamples.grade(Optional.empty(), Optional.of(reason))),
                        Stream.of(0, 1, 2, 3, 4, 5)
                                .map(grade -> ViewSamples.grade(Optional.of(grade), Optional.empty())))
                .flatMap(given -> Stream.of(GradeObservation.of(given, ObservationStatus.FINAL), Origins.of(given)));
    }

    private static Stream<Resource> alerts() {
        return Arrays.stream(AlertType.values())
                .map(AlertType::word)
                .flatMap(type -> Stream.of(
                        ViewSamples.alert(type, Optional.empty()),
                        ViewSamples.alert(type, Optional.of(AT.plusSeconds(90)))))
                .flatMap(alert ->
                        Stream.<Resource>concat(Stream.of(AlertIssue.of(alert)), AlertFlag.of(alert).stream()));
    }

    private static Stream<Resource> people() {
        var base = ViewSamples.episode(Optional.empty(), Optional.empty());
        var birthDates = Stream.of("1961", "1961-05", "1961-05-04");
        var patients = birthDates.flatMap(birthDate -> Stream.of("female", "male", "other", "unknown")
                .map(sex -> new GivenEpisode(
                        base.id(),
                        base.subject(),
                        Optional.<String>empty(),
                        birthDate,
                        Optional.of(sex),
                        "another product",
                        base.infusions(),
                        base.admittedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        base.updatedAt())));
        var wrong = ViewSamples.episode(Optional.of(AT.plusSeconds(60)), Optional.of("wrong bed"));
        return Stream.concat(
                patients.map(each -> EpisodeResources.patient(each, "urn:vigil:patient")),
                Stream.concat(
                        Stream.of(EpisodeResources.episode(
                                ViewSamples.episode(Optional.of(AT.plusSeconds(60)), Optional.empty()))),
                        Stream.concat(
                                EpisodeResources.infusions(base, AT.minusSeconds(60)).stream(),
                                EpisodeResources.infusions(wrong, AT).stream())));
    }
}
