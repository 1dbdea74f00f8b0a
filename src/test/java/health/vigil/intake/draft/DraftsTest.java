package health.vigil.intake.draft;

import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Violation;
import health.vigil.observation.Analyte;
import health.vigil.observation.Content;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.LabResult;
import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.PatientId;
import health.vigil.observation.Rate;
import health.vigil.observation.Sender;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The checks of the contract for observations that do not come from JSON.
class DraftsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Violation> violations = new ArrayList<>();

    private Optional<Content> check(ContentDraft draft) {
        return draft.check(new Location("", violations));
    }

    private static Quantity quantity(String value, String unit) {
        return Quantity.of(new BigDecimal(value), unit);
    }

    private static VitalSignsDraft vitals(Map<VitalSign, ReadField<Quantity>> values) {
        return new VitalSignsDraft(values, ReadField.absent());
    }

    private static SubmissionDraft submission(ReadField<String> patient, ContentDraft content) {
        return new SubmissionDraft(
                ReadField.of("o-1"),
                patient,
                ReadField.absent(),
                ReadField.of(NOON),
                ReadField.absent(),
                ReadField.of(content),
                List.of());
    }

    @Test
    void aQuantityIsConvertedToTheUnitOfItsField() {
        var fahrenheit = vitals(Map.of(VitalSign.TEMPERATURE, ReadField.of(quantity("101.3", "[degF]"))));

        assertThat(check(fahrenheit))
                .contains(new VitalSigns(Map.of(VitalSign.TEMPERATURE, new BigDecimal("38.5")), Optional.empty()));
    }

    @Test
    void aUnitThatDoesNotConvertIsAFaultOfTheUnit() {
        var litres = vitals(Map.of(VitalSign.SPO2, ReadField.of(quantity("97", "L"))));

        assertThat(check(litres)).isEmpty();
        assertThat(violations).containsExactly(new Violation("spo2.unit", "does not convert to %"));
    }

    @Test
    void vitalSignsNeedAtLeastOne() {
        assertThat(check(vitals(Map.of()))).isEmpty();

        assertThat(violations)
                .containsExactly(new Violation(
                        "",
                        "needs at least one of temperature, heartRate, respiratoryRate, systolic, diastolic,"
                                + " meanArterialPressure, spo2"));
    }

    @Test
    void anotherFormatNamesItsOwnFaultInPlaceOfAValue() {
        var unreadable = vitals(Map.of(
                VitalSign.SPO2, ReadField.faulty(List.of(new Violation("spo2", "is not a number in OBX-5"))),
                VitalSign.HEART_RATE, ReadField.of(Quantity.bare(new BigDecimal("1e12")))));

        assertThat(check(unreadable)).isEmpty();
        assertThat(violations)
                .containsExactly(
                        new Violation("heartRate", "has a magnitude of 1e9 or more"),
                        new Violation("spo2", "is not a number in OBX-5"));
    }

    @Test
    void anUnknownUnitOfAnAnalyteIsRefused() {
        var lab = new LabResultDraft(
                ReadField.of(Analyte.FERRITIN),
                ReadField.of(new BigDecimal("1200.0")),
                ReadField.of("mm[Hg]"),
                ReadField.absent(),
                ReadField.absent(),
                ReadField.absent());

        assertThat(check(lab)).isEmpty();
        assertThat(violations).containsExactly(new Violation("unit", "is not a known unit of ferritin"));
    }

    @Test
    void aLaboratoryResultKeepsItsUnit() {
        var lab = new LabResultDraft(
                ReadField.of(Analyte.FERRITIN),
                ReadField.of(new BigDecimal("1200.0")),
                ReadField.of("ng/mL"),
                ReadField.absent(),
                ReadField.absent(),
                ReadField.absent());

        assertThat(check(lab))
                .contains(new LabResult(
                        Analyte.FERRITIN,
                        new BigDecimal("1200"),
                        "ng/mL",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void anotherDeviceNeedsItsName() {
        var nameless = new OxygenTherapyDraft(
                ReadField.of(OxygenDevice.OTHER),
                ReadField.absent(),
                ReadField.absent(),
                ReadField.absent(),
                ReadField.absent());

        assertThat(check(nameless)).isEmpty();
        assertThat(violations).containsExactly(new Violation("deviceName", "is missing"));
    }

    @Test
    void aRateIsInAUnitOfARate() {
        assertThat(check(norepinephrine(quantity("0.05", "ug/kg/min"))))
                .contains(new Vasopressor(
                        VasopressorAgent.NOREPINEPHRINE,
                        Optional.empty(),
                        InfusionAction.STARTED,
                        Optional.of(new Rate(new BigDecimal("0.05"), Optional.of("ug/kg/min"))),
                        Optional.empty()));

        assertThat(check(norepinephrine(quantity("5", "mg")))).isEmpty();
        assertThat(violations).containsExactly(new Violation("rate.unit", "is not a unit of an infusion's rate"));
    }

    private static VasopressorDraft norepinephrine(Quantity rate) {
        return new VasopressorDraft(
                ReadField.of(VasopressorAgent.NOREPINEPHRINE),
                ReadField.absent(),
                ReadField.of(InfusionAction.STARTED),
                ReadField.of(rate),
                ReadField.absent());
    }

    @Test
    void whatIsImplausibleIsWarnedOfInEveryFormat() {
        var draft = submission(
                ReadField.of("p-1"),
                vitals(Map.of(VitalSign.SPO2, ReadField.of(Quantity.bare(new BigDecimal("120"))))));

        var read =
                draft.check(new Location("", violations), new Sender("engine")).orElseThrow();

        assertThat(read)
                .isEqualTo(new Submission(
                        new ObservationId(new Sender("engine"), "o-1"),
                        new Subject.ByPatient(new PatientId("p-1")),
                        NOON,
                        read.content(),
                        Optional.empty()));
        assertThat(ReadResult.Valid.of(read, NOON).warnings())
                .containsExactly("spo2: is outside the plausible 30-100 %; kept, not graded");
    }

    @Test
    void anObservationIsAboutAPatientOrADevice() {
        var ofNobody = submission(
                ReadField.absent(),
                vitals(Map.of(VitalSign.SPO2, ReadField.of(Quantity.bare(BigDecimal.valueOf(97))))));

        assertThat(ofNobody.check(new Location("", violations), new Sender("engine")))
                .isEmpty();
        assertThat(violations).containsExactly(new Violation("patientId", "is needed, or a deviceId, but not both"));
    }
}
