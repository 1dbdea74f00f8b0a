package health.vigil.fhirview;

import health.vigil.exchange.BusinessId;
import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.OwnCodes;
import health.vigil.exchange.SourceCode;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.SourceToken;
import health.vigil.exchange.Vocabulary;
import health.vigil.fhir.FhirWriter;
import health.vigil.observation.Analyte;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.LabResult;
import health.vigil.observation.Sender;
import health.vigil.observation.VitalSign;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.fhirview.ViewSamples.charted;
import static health.vigil.fhirview.ViewSamples.given;
import static health.vigil.fhirview.ViewSamples.number;
import static health.vigil.fhirview.ViewSamples.signs;
import static health.vigil.fhirview.ViewSamples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

/// What was charted as Observations.
class ChartedResourcesTest {
    private static Observation only(GivenObservation given) {
        assertThat(ChartedResources.of(given)).hasSize(1);
        return ChartedResources.of(given).getFirst();
    }

    private static Observation part(GivenObservation given, String part) {
        return ChartedResources.of(given).stream()
                .filter(resource -> resource.getIdPart().endsWith("-" + part))
                .findFirst()
                .orElseThrow();
    }

    static List<GivenObservation> samples() {
        return charted();
    }

    @Test
    void vitalSignsAreOneResourceForEachSign() {
        var resources = ChartedResources.of(charted().getFirst());

        assertThat(resources)
                .extracting(resource -> resource.getIdPart().substring(41))
                .containsExactly("t", "hr", "rr", "bp", "spo2");
        assertThat(resources)
                .extracting(
                        resource -> resource.getMeta().getProfile().getFirst().getValue())
                .allMatch(profile -> profile.startsWith("http://hl7.org/fhir/StructureDefinition/"));
    }

    /// Two decimals say something about the accuracy of a reading.
    @Test
    void aNumberKeepsItsDecimals() {
        assertThat(FhirWriter.write(part(charted().getFirst(), "t"))).contains("\"value\":38.0,");
    }

    /// It was stored by a version that did not note the statement. Its sender may have called it preliminary.
    @Test
    void theStatusOfAnotherSystemsStatementIsUnknownIfNothingIsStoredOfIt() {
        var key = new SourceKey(new Sender("ehr"), "Observation", BusinessId.logical("4711"));
        var id = new SourceToken("0a").observationId(key, "value");
        var statement = given(id, signs(VitalSign.HEART_RATE, "88"));

        assertThat(only(statement).getStatus()).isEqualTo(ObservationStatus.UNKNOWN);
        assertThat(only(withdrawn(statement)).getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
        assertThat(only(given("x.1", signs(VitalSign.HEART_RATE, "88"))).getStatus())
                .isEqualTo(ObservationStatus.FINAL);
    }

    @Test
    void aPressureThatWasNotReadSaysSo() {
        var pressure = only(given("v", signs(VitalSign.SYSTOLIC, "84")));

        assertThat(pressure.getComponent()).hasSize(2);
        assertThat(pressure.getComponent().get(0).getValueQuantity().getValue()).isEqualTo(number("84"));
        assertThat(code(pressure.getComponent().get(1).getDataAbsentReason())).isEqualTo("not-performed");
    }

    @Test
    void aMeanPressureAloneIsAResourceOfItsOwn() {
        var mean = only(given("v", signs(VitalSign.MEAN_ARTERIAL_PRESSURE, "61")));

        assertThat(code(mean.getCode())).isEqualTo("8478-0");
        assertThat(mean.getMeta().getProfile().getFirst().getValue()).endsWith("/vitalsigns");
    }

    @Test
    void anImplausibleValueIsNoValue() {
        var temperature = only(given("v", signs(VitalSign.TEMPERATURE, "20")));

        assertThat(temperature.hasValue()).isFalse();
        assertThat(code(temperature.getDataAbsentReason())).isEqualTo("error");
        assertThat(temperature.getNoteFirstRep().getText()).contains("20").contains("25-45 Cel");
    }

    @Test
    void oxygenHasOurCodeAndThatOfSnomed() {
        var oxygen = charted().stream()
                .flatMap(each -> ChartedResources.of(each).stream())
                .filter(resource -> resource.getIdPart().endsWith("-o2"))
                .findFirst()
                .orElseThrow();

        assertThat(oxygen.getValueCodeableConcept().getCoding())
                .extracting(Coding::getCode)
                .containsExactly("nasal-cannula", "336623009");
        assertThat(oxygen.getComponent()).hasSize(3);
        assertThat(oxygen.getComponent().get(1).getValueQuantity().getValue()).isEqualByComparingTo("28");
    }

    @Test
    void anUntestablePatientAndACheckThatWasNotDoneDiffer() {
        var check = charted().stream()
                .filter(each -> ChartedResources.of(each).stream()
                        .anyMatch(resource -> resource.getStatus() == ObservationStatus.CANCELLED))
                .findFirst()
                .orElseThrow();

        assertThat(part(check, "ice").getStatus()).isEqualTo(ObservationStatus.FINAL);
        assertThat(part(check, "ice").getDataAbsentReason().getText()).isEqualTo("not testable: intubated");
        assertThat(code(part(check, "capd").getDataAbsentReason())).isEqualTo("asked-declined");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATININE, mg/dL, 2160-0",
        "CREATININE, umol/L, 14682-9",
        "BILIRUBIN, mg/dL, 1975-2",
        "HAEMOGLOBIN, mmol/L, 59260-0",
        "PLATELETS, 10*9/L, 26515-7",
        "D_DIMER, mg/L{FEU}, 48065-7",
        "D_DIMER, ng/mL{DDU}, 48066-5",
        "LDH, U/L, 2532-0"
    })
    void aResultHasTheCodeThatFitsItsUnit(Analyte analyte, String unit, String code) {
        assertThat(LaboratoryObservation.code(analyte, unit)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"4, L", "5, ", "10, ", "11, H"})
    void aResultIsLowOrHighByItsOwnRange(String value, String interpretation) {
        var result = new LabResult(
                Analyte.CRP,
                number(value),
                "mg/L",
                Optional.of(number("5")),
                Optional.of(number("10")),
                Optional.empty());

        assertThat(only(given("l", result)).getInterpretation().stream().map(ChartedResourcesTest::code))
                .isEqualTo(interpretation == null ? List.of() : List.of(interpretation));
    }

    /// Nobody may read a value that was another patient's.
    @ParameterizedTest
    @MethodSource("samples")
    void aRetractedObservationHasNoValueAndSaysWhy(GivenObservation given) {
        for (var resource : ChartedResources.of(withdrawn(given))) {
            assertThat(resource.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
            assertThat(resource.hasValue()).isFalse();
            assertThat(resource.getComponent()).noneMatch(component -> component.hasValue());
            assertThat(resource.getNote())
                    .extracting(note -> note.getText())
                    .containsExactly("Retracted: wrong patient");
        }
    }

    /// What is given out can be read again: every code is one that the tables know, and means the same.
    @ParameterizedTest
    @MethodSource("samples")
    void everyCodeIsOneThatWeRead(GivenObservation given) {
        var unread = Set.of("tremor", "handwriting-change", "29463-7", "mcp-1");
        for (var resource : ChartedResources.of(given)) {
            var codes = resource.getCode().getCoding().stream()
                    .map(coding -> SourceCode.of(coding.getSystem(), coding.getCode()))
                    .toList();
            if (codes.stream().map(SourceCode::code).noneMatch(unread::contains)) {
                assertThat(Vocabulary.standard().match(codes)).isInstanceOf(CodeMatch.Found.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyResourceIsFoundByEachOfItsCodes(GivenObservation given) {
        var kind = given.observation().content().kind();
        for (var resource : ChartedResources.of(given)) {
            for (var coding : resource.getCode().getCoding()) {
                assertThat(ObservationCodes.ofCodes(List.of(coding.getCode())).kinds())
                        .as(coding.getCode())
                        .contains(kind);
            }
            for (var category : resource.getCategory()) {
                assertThat(ObservationCodes.ofCategories(List.of(code(category)))
                                .kinds())
                        .contains(kind);
            }
        }
    }

    @Test
    void ourOwnCodesAreServed() {
        for (var given : charted()) {
            for (var resource : ChartedResources.of(given)) {
                resource.getCode().getCoding().stream()
                        .filter(coding -> coding.getSystem().startsWith(OwnCodes.CANON))
                        .forEach(coding -> assertThat(CodeSystems.ofUrl(coding.getSystem())
                                        .orElseThrow()
                                        .getConcept())
                                .extracting(concept -> concept.getCode())
                                .contains(coding.getCode()));
            }
        }
    }

    @Test
    void anEntryThatActsOnOtherDataIsNoResource() {
        assertThat(ChartedResources.of(given("c", new CrsCourse(CrsCourse.Action.OPENED, Optional.empty()))))
                .isEmpty();
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }
}
