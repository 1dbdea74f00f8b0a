package health.vigil.fhirview;

import health.vigil.exchange.BusinessId.SentIdentifier;
import health.vigil.exchange.StatementStatus;
import health.vigil.fhirview.GivenAlert.Acknowledgement;
import health.vigil.fhirview.GivenEpisode.CellInfusionGiven;
import health.vigil.fhirview.GivenObservation.RetractionNote;
import health.vigil.grading.Citation;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Origin;
import health.vigil.grading.ScaleFinding;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.Unknown;
import health.vigil.observation.Analyte;
import health.vigil.observation.Capd;
import health.vigil.observation.CapdItem;
import health.vigil.observation.Censoring;
import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import health.vigil.observation.Indication;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.PatientId;
import health.vigil.observation.Rate;
import health.vigil.observation.Seizure;
import health.vigil.observation.SeizureType;
import health.vigil.observation.Sender;
import health.vigil.observation.Tool;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;

/// Data of the tests, and a resource of every kind that is given out.
public final class ViewSamples {
    static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    static final PatientId PATIENT = new PatientId("p-1");
    private static final UUID EPISODE = new UUID(1, 2);

    private ViewSamples() {}

    static GivenObservation given(String id, Content content) {
        return given(id, AT, content);
    }

    static GivenObservation given(String id, Instant at, Content content) {
        return new GivenObservation(
                new Observation(new ObservationId(new Sender("nurse"), id), PATIENT, at, at.plusSeconds(5), content),
                PATIENT,
                Optional.of("nurse"),
                true,
                Optional.empty(),
                at.plusSeconds(6),
                Optional.empty());
    }

    static GivenObservation withdrawn(GivenObservation given) {
        return given.withdrawn(Optional.of(new RetractionNote(AT.plusSeconds(60), Optional.of("wrong patient"))));
    }

    static GivenObservation ofDevice(GivenObservation given) {
        var read = given.observation();
        return new GivenObservation(
                new Observation(
                        read.id(),
                        read.patientId(),
                        read.effectiveAt(),
                        read.receivedAt(),
                        read.content(),
                        Optional.of(new DeviceId("monitor-1"))),
                given.subject(),
                Optional.of("gateway"),
                true,
                Optional.empty(),
                given.updatedAt(),
                given.source());
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static VitalSigns signs(Object... signsAndValues) {
        var values = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        for (int index = 0; index < signsAndValues.length; index += 2) {
            values.put((VitalSign) signsAndValues[index], number((String) signsAndValues[index + 1]));
        }
        return new VitalSigns(values, Optional.empty());
    }

    static NeuroCheck check(Optional<Ice> ice, Optional<Capd> capd, Set<Tool> untestable, Set<Tool> notDone) {
        return new NeuroCheck(
                ice,
                capd,
                Optional.of(Consciousness.VOICE),
                untestable,
                Optional.of("intubated").filter(_ -> !untestable.isEmpty()),
                notDone,
                Optional.of(NotDoneReason.REFUSED).filter(_ -> !notDone.isEmpty()),
                Optional.of(true),
                Optional.of(false),
                Optional.empty());
    }

    static LabResult lab(Analyte analyte, String value, String unit) {
        return new LabResult(analyte, number(value), unit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Vasopressor vasopressor(InfusionAction action, String rate) {
        return new Vasopressor(
                VasopressorAgent.NOREPINEPHRINE,
                Optional.empty(),
                action,
                Optional.of(new Rate(number(rate), Optional.of("ug/kg/min"))),
                Optional.empty());
    }

    /// An observation of each kind that becomes Observations.
    static List<GivenObservation> charted() {
        var items = Arrays.stream(IceItem.values())
                .filter(item -> item != IceItem.WRITING)
                .collect(Collectors.toMap(Function.identity(), IceItem::points));
        var capd = Arrays.stream(CapdItem.values()).collect(Collectors.toMap(Function.identity(), _ -> 1));
        return Stream.of(
                        signs(
                                VitalSign.TEMPERATURE, "38.0",
                                VitalSign.HEART_RATE, "110",
                                VitalSign.RESPIRATORY_RATE, "18",
                                VitalSign.SYSTOLIC, "84",
                                VitalSign.DIASTOLIC, "50",
                                VitalSign.MEAN_ARTERIAL_PRESSURE, "61",
                                VitalSign.SPO2, "93"),
                        new VitalSigns(Map.of(VitalSign.TEMPERATURE, number("38.5")), Optional.of("oral")),
                        signs(VitalSign.SYSTOLIC, "84"),
                        signs(VitalSign.MEAN_ARTERIAL_PRESSURE, "61"),
                        signs(VitalSign.TEMPERATURE, "20", VitalSign.DIASTOLIC, "5"),
                        new OxygenTherapy(
                                OxygenDevice.NASAL_CANNULA,
                                Optional.empty(),
                                Optional.of(number("2")),
                                Optional.of(number("0.28")),
                                Optional.of(OxygenReason.HYPOXIA)),
                        new OxygenTherapy(
                                OxygenDevice.OTHER,
                                Optional.of("helmet"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new FluidBolus(number("500"), FluidReason.HYPOTENSION),
                        check(
                                Optional.of(Ice.ofItems(items, Set.of(IceItem.WRITING))),
                                Optional.of(Capd.ofItems(capd)),
                                Set.of(),
                                Set.of()),
                        check(Optional.empty(), Optional.empty(), Set.of(Tool.ICE), Set.of(Tool.CAPD)),
                        new Seizure(SeizureType.CLINICAL, Optional.of(number("3")), true, Optional.of(true)),
                        new Seizure(SeizureType.ELECTROGRAPHIC, Optional.empty(), false, Optional.empty()),
                        new NeuroFinding(Finding.PAPILLOEDEMA, true),
                        new LabResult(
                                Analyte.CRP,
                                number("120"),
                                "mg/L",
                                Optional.of(number("0")),
                                Optional.of(number("5")),
                                Optional.of(Censoring.ABOVE)),
                        lab(Analyte.MCP_1, "300", "pg/mL"),
                        new Weight(number("71.5")))
                .map(content -> given(content.kind().word() + "-" + content.hashCode(), content))
                .toList();
    }

    /// The records of an infusion that ended, and of one that runs, and a dose.
    static List<GivenObservation> drugs() {
        return List.of(
                given("v-1", AT, vasopressor(InfusionAction.STARTED, "0.05")),
                given("v-2", AT.plusSeconds(600), vasopressor(InfusionAction.CHANGED, "0.10")),
                given("v-3", AT.plusSeconds(1200), vasopressor(InfusionAction.STOPPED, "0.10")),
                given("v-4", AT.plusSeconds(1800), vasopressor(InfusionAction.STARTED, "0.02")),
                given(
                        "m-1",
                        AT.plusSeconds(60),
                        new Medication(
                                Drug.TOCILIZUMAB,
                                Optional.empty(),
                                Optional.of(number("560")),
                                Optional.of(Indication.CRS))));
    }

    static SyndromeReport report(Syndrome syndrome, Grade grade, Optional<Unknown> unknown, GivenObservation input) {
        var rule = new Citation() {
            @Override
            public String label() {
                return "CRS-1 fever of the course";
            }

            @Override
            public String source() {
                return "Lee 2019, table of CRS";
            }
        };
        var origin = new Origin(input.id(), input.observation().effectiveAt());
        return new SyndromeReport(
                syndrome,
                grade,
                unknown,
                Optional.empty(),
                Optional.empty(),
                grade == Grade.UNKNOWN
                        ? List.of()
                        : List.of(new ScaleFinding(
                                Component.FEVER, 1, "temperature 38.0 Cel >= 38.0", rule, Optional.of(origin))),
                List.of(),
                List.of(),
                Set.of(Flag.SINGLE_READING),
                Optional.empty());
    }

    static GradeReport report(Grade grade, Optional<Unknown> unknown, GivenObservation input) {
        return new GradeReport(
                AT,
                report(Syndrome.CRS, grade, unknown, input),
                report(Syndrome.ICANS, grade, unknown, input),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static GivenGrade grade(Optional<Integer> grade, Optional<Unknown> unknown) {
        var input = charted().getFirst();
        return new GivenGrade(
                17,
                PATIENT,
                Syndrome.CRS,
                AT,
                grade,
                Optional.empty(),
                AT.plusSeconds(1),
                Optional.empty(),
                "ASTCT-2019/2",
                "default",
                Optional.empty(),
                AT.plusSeconds(6),
                Optional.of(report(grade.map(Grade::of).orElse(Grade.UNKNOWN), unknown, input)),
                Map.of(input.id(), input));
    }

    static GivenGrade superseded() {
        var stands = grade(Optional.of(1), Optional.empty());
        return new GivenGrade(
                18,
                stands.subject(),
                stands.syndrome(),
                stands.at(),
                stands.grade(),
                Optional.of(0),
                stands.knownAt(),
                Optional.of(new GivenGrade.Superseded(AT.plusSeconds(90), Optional.of("o-7"))),
                stands.ruleSet(),
                stands.policyVersion(),
                Optional.empty(),
                AT.plusSeconds(91),
                Optional.empty(),
                Map.of());
    }

    static GivenAlert alert(String type, Optional<Instant> resolvedAt) {
        return new GivenAlert(
                new UUID(3, 4),
                PATIENT,
                type,
                "medium",
                "CRS grade 2",
                "Hypotension, no vasopressor",
                AT,
                resolvedAt,
                Optional.empty(),
                1,
                4711,
                List.of(new Acknowledgement("nurse", AT.plusSeconds(30), Optional.of("fluids started"))),
                OptionalLong.of(17),
                Optional.of(charted().getFirst()),
                AT.plusSeconds(31));
    }

    static GivenEpisode episode(Optional<Instant> endedAt, Optional<String> voided) {
        return new GivenEpisode(
                EPISODE,
                PATIENT,
                Optional.of("Ada Ward"),
                "1961-05",
                Optional.of("female"),
                "axi-cel",
                List.of(
                        new CellInfusionGiven(AT, Optional.of("axi-cel")),
                        new CellInfusionGiven(AT.plus(Duration.ofDays(1)), Optional.empty())),
                AT.minusSeconds(3600),
                endedAt,
                voided,
                AT.plusSeconds(7));
    }

    static GivenVersion version(Optional<StatementStatus> status, List<GivenObservation> observations) {
        return new GivenVersion(
                "k" + "0".repeat(40),
                Optional.of(new SentIdentifier("urn:ehr", "4711")),
                2,
                AT.plusSeconds(5),
                status,
                observations);
    }

    /// Of one sign, of several, and one that was replaced.
    private static List<GivenVersion> versions() {
        var amended = Optional.of(StatementStatus.AMENDED);
        var sign = given("s-1", signs(VitalSign.SPO2, "93"));
        return List.of(
                version(amended, List.of(sign)),
                version(Optional.empty(), List.of(charted().getFirst())),
                version(amended, List.of(withdrawn(sign))),
                version(amended, List.of(withdrawn(charted().getFirst()))));
    }

    private static List<GivenStay> stays() {
        return Arrays.stream(EncounterStatus.values())
                .filter(status -> status != EncounterStatus.NULL)
                .map(status -> new GivenStay(
                        7,
                        "ehr",
                        "v-1",
                        PATIENT,
                        status,
                        Optional.of("hematology"),
                        Optional.of("12"),
                        Optional.of("I").filter(_ -> status == EncounterStatus.INPROGRESS),
                        Optional.of(AT),
                        Optional.of(AT.plusSeconds(60)).filter(_ -> status == EncounterStatus.FINISHED),
                        AT.plusSeconds(8)))
                .toList();
    }

    /// A resource of every kind that is given out.
    public static List<Resource> all() {
        var given = charted();
        var stands = grade(Optional.of(1), Optional.empty());
        return Stream.<Stream<? extends Resource>>of(
                        Stream.of(
                                        AuditEventsTest.entry(
                                                "GET /fhir/r4/Observation",
                                                "R",
                                                200,
                                                "10.1.2.3",
                                                List.of("p-1", "p-2")),
                                        AuditEventsTest.entry("vigil.observations", "E", 503, "-", List.of("<p>")))
                                .map(AuditEvents::of),
                        given.stream().flatMap(each -> ChartedResources.of(each).stream()),
                        given.stream().flatMap(each -> ChartedResources.of(withdrawn(each)).stream()),
                        given.stream().flatMap(each -> ChartedResources.of(ofDevice(each)).stream()),
                        DrugAdministrations.of(drugs()).stream().map(each -> each.resource()),
                        DrugAdministrations.of(List.of(given("v-9", vasopressor(InfusionAction.STOPPED, "0.05"))))
                                .stream()
                                .map(each -> each.resource()),
                        DrugAdministrations.of(drugs().stream()
                                        .map(ViewSamples::withdrawn)
                                        .toList())
                                .stream()
                                .map(each -> each.resource()),
                        Stream.of(
                                        stands,
                                        grade(
                                                Optional.empty(),
                                                Optional.of(new Unknown.NoTemperature(Duration.ofHours(12)))),
                                        superseded())
                                .map(each -> GradeObservation.of(each, ObservationStatus.PRELIMINARY)),
                        Stream.of(
                                AlertIssue.of(alert("crs-grade", Optional.empty())),
                                AlertIssue.of(alert("dose-limit", Optional.of(AT.plusSeconds(90)))),
                                AlertFlag.of(alert("crs-grade", Optional.empty()))
                                        .orElseThrow(),
                                AlertFlag.of(alert("crs-grade", Optional.of(AT.plusSeconds(90))))
                                        .orElseThrow(),
                                EpisodeResources.patient(
                                        episode(Optional.empty(), Optional.empty()), "urn:vigil:patient"),
                                EpisodeResources.merged(
                                        new PatientId("p-2"),
                                        episode(Optional.empty(), Optional.empty()),
                                        "urn:vigil:patient"),
                                EpisodeResources.episode(episode(Optional.empty(), Optional.empty())),
                                EpisodeResources.episode(
                                        episode(Optional.of(AT.plus(Duration.ofDays(9))), Optional.of("wrong bed"))),
                                SoftwareDevice.of("1.0.0"),
                                Origins.of(stands),
                                Origins.of(given.getFirst(), "Observation", "x"),
                                Origins.of(ofDevice(given.getFirst()), "Observation", "x")),
                        EpisodeResources.infusions(episode(Optional.empty(), Optional.empty()), AT).stream(),
                        CodeSystems.all().stream(),
                        stays().stream().map(StayEncounter::of),
                        versions().stream().flatMap(each -> StatementResources.observation(each).stream()),
                        StatementResources.administration(version(Optional.of(StatementStatus.FINAL), drugs()))
                                .stream())
                .<Resource>flatMap(resources -> resources)
                .toList();
    }
}
