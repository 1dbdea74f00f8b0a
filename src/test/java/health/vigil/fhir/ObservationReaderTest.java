package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.CodeFile;
import health.vigil.exchange.Vocabulary;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.fhir.Resources.cautions;
import static health.vigil.fhir.Resources.component;
import static health.vigil.fhir.Resources.json;
import static health.vigil.fhir.Resources.line;
import static health.vigil.fhir.Resources.observation;
import static health.vigil.fhir.Resources.quantity;
import static health.vigil.fhir.Resources.read;
import static org.assertj.core.api.Assertions.assertThat;

/// What an Observation says, row by row.
class ObservationReaderTest {
    private static String value(String value, String unit) {
        return "'valueQuantity': " + quantity(value, unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            8310-5  | 38.0 | Cel    | vital-signs {'temperature': {'value': 38.0, 'unit': 'Cel'}}
            8310-5  | 101.3| [degF] | vital-signs {'temperature': {'value': 101.3, 'unit': '[degF]'}}
            8331-1  | 38   | Cel    | vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}, 'temperatureSite': 'oral'}
            8328-7  | 38   | Cel    | vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}, 'temperatureSite': 'axillary'}
            8332-9  | 38   | Cel    | vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}, 'temperatureSite': 'rectal'}
            8333-7  | 38   | Cel    | vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}, 'temperatureSite': 'tympanic'}
            8867-4  | 88   | /min   | vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            8889-8  | 88   | /min   | vital-signs {'heartRate': {'value': 88, 'unit': '/min'}}
            9279-1  | 18   | /min   | vital-signs {'respiratoryRate': {'value': 18, 'unit': '/min'}}
            59408-5 | 93   | %      | vital-signs {'spo2': {'value': 93, 'unit': '%'}}
            2708-6  | 93   | %      | ignored: unknown-code
            8480-6  | 84   | mm[Hg] | vital-signs {'systolic': {'value': 84, 'unit': 'mm[Hg]'}}
            8462-4  | 50   | mm[Hg] | vital-signs {'diastolic': {'value': 50, 'unit': 'mm[Hg]'}}
            8478-0  | 8.2  | kPa    | vital-signs {'meanArterialPressure': {'value': 8.2, 'unit': 'kPa'}}
            9269-2  | 15   | 1      | ignored: unknown-code
            3150-6  | 40   | %      | ignored: unknown-code
            1988-5  | 120  | mg/L   | lab-result {'analyte': 'crp', 'value': 120, 'unit': 'mg/L'}
            48065-7 | 2.1  | mg/L   | lab-result {'analyte': 'd-dimer', 'value': 2.1, 'unit': 'mg/L{FEU}'}
            48066-5 | 1.0  | mg/L   | lab-result {'analyte': 'd-dimer', 'value': 1.0, 'unit': 'mg/L{DDU}'}
            26515-7 | 12   | 10*9/L | lab-result {'analyte': 'platelets', 'value': 12, 'unit': '10*9/L'}
            6301-6  | 1.4  | 1      | lab-result {'analyte': 'inr', 'value': 1.4, 'unit': '1'}
            2524-7  | 3.1  | mmol/L | lab-result {'analyte': 'lactate', 'value': 3.1, 'unit': 'mmol/L'}
            ice     | 7    | {score} | neuro-check {'ice': 7}
            capd    | 9    | {score} | neuro-check {'capd': 9}
            """)
    void aCodeAndItsValueAreOneObservation(String code, String value, String unit, String line) {
        assertThat(line(observation(code, value(value, unit)))).isEqualTo(line);
    }

    @Test
    void aDeviceThatWasNotSeenIsNotInUse() {
        assertThat(line(observation(
                        "http://snomed.info/sct|466713001",
                        "'dataAbsentReason': {'coding': [{'code': 'not-performed'}]}")))
                .startsWith("ignored");
    }

    @Test
    void saturationOfTheBloodCountsOnlyAsAVitalSign() {
        var category = "'category': [{'coding': [{'code': 'vital-signs'}]}], ";

        assertThat(line(observation("2708-6", category + value("93", "%"))))
                .isEqualTo("vital-signs {'spo2': {'value': 93, 'unit': '%'}}");
    }

    @ParameterizedTest
    @CsvSource({"85354-9", "55284-4", "35094-2"})
    void thePressuresOfAPanelAreOneObservation(String panel) {
        var components = "'component': [" + component("8480-6", value("84", "mm[Hg]")) + ", "
                + component("8462-4", value("50", "mm[Hg]")) + ", "
                + component("8478-0", "'dataAbsentReason': {'text': 'not read'}") + "]";

        assertThat(line(observation(panel, components)))
                .isEqualTo("vital-signs {'systolic': {'value': 84, 'unit': 'mm[Hg]'}, "
                        + "'diastolic': {'value': 50, 'unit': 'mm[Hg]'}}");
    }

    @Test
    void aPanelOfMembersIsIgnored() {
        assertThat(line(observation("85353-1", "'hasMember': [{'reference': 'Observation/1'}]")))
                .isEqualTo("ignored: panel");
    }

    @Test
    void whatIsNotReadIsNotJudged() {
        assertThat(line(json("{'resourceType': 'Observation', 'status': 'final', 'code': {'text': 'Fever'}}")))
                .isEqualTo("ignored: unknown-code");
    }

    @ParameterizedTest
    @CsvSource({
        "final, vital-signs",
        "preliminary, vital-signs",
        "amended, vital-signs",
        "corrected, vital-signs",
        "entered-in-error, withdrawn",
        "cancelled, withdrawn",
        "registered, ignored: no-value",
        "unknown, 422 Observation.status must say how final the observation is"
    })
    void theStatusDecides(String status, String line) {
        var identifier = ", 'identifier': [{'system': 'urn:lab', 'value': '1'}]";
        var observation = observation("8310-5", value("38", "Cel") + identifier).put("status", status);

        assertThat(line(observation)).startsWith(line);
    }

    @Test
    void aStatusThatIsNoneIsRefused() {
        assertThat(line(observation("8310-5", value("38", "Cel")).put("status", "done")))
                .isEqualTo("400 Observation.status is not a valid value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'effectiveDateTime': '2026-03-02T10:00:00+01:00'   | 2026-03-02T09:00:00Z
            'effectiveDateTime': '2026-03-02T10:00:00.250Z'    | 2026-03-02T10:00:00.250Z
            'effectiveInstant': '2026-03-02T10:00:00Z'         | 2026-03-02T10:00:00Z
            'effectivePeriod': {'start': '2026-03-02T10:00:00Z', 'end': '2026-03-02T11:00:00+01:00'} | 2026-03-02T10:00:00Z
            """)
    void anInstantIsTaken(String effective, Instant instant) {
        assertThat(withEffective(effective))
                .isInstanceOfSatisfying(
                        FhirResult.OfStatements.class,
                        taken -> assertThat(taken.statements().getFirst().effectiveAt())
                                .contains(instant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'effectiveDateTime': '2026-03-02'                                             | 422 Observation.effective
            'effectiveDateTime': '2026-03'                                                | 422 Observation.effective
            'effectivePeriod': {'start': '2026-03-02T10:00:00Z', 'end': '2026-03-02T10:00:01Z'} | 422 Observation.effective
            'effectivePeriod': {'start': '2026-03-02T10:00:00Z'}                          | 422 Observation.effective
            'effectiveTiming': {'event': ['2026-03-02T10:00:00Z']}                        | 422 Observation.effective
            'effectiveDateTime': '2026-03-02T10:00:00'                                    | 422 Observation.effective
            'effectiveDateTime': '2026-03-02T25:00:00Z'                                   | 400 Observation.effective
            'note': []                                                                    | 422 Observation.effective
            """)
    void aTimeOfDayIsNeverMadeUp(String effective, String line) {
        assertThat(line(withEffective(effective))).startsWith(line);
    }

    private static FhirResult withEffective(String effective) {
        return read(json("{'resourceType': 'Observation', 'status': 'final', 'subject': {'reference': 'Patient/p-1'}, "
                + effective + ", 'code': " + Resources.coding("8310-5") + ", " + value("38", "Cel") + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'valueString': '38'                                                 | 422 Observation.value must be a quantity
            'valueRange': {'low': {'value': 1}}                                 | 422 Observation.value must be a quantity
            'valueRatio': {'numerator': {'value': 1}}                           | 422 Observation.value must be a quantity
            'valueInteger': 38                                                  | 422 Observation.value must be a quantity
            'valueQuantity': {'system': 'http://unitsofmeasure.org', 'code': 'Cel'} | 422 Observation.value.value is missing
            'valueQuantity': {'value': 38}                                      | 422 Observation.value needs a unit: system and code of UCUM
            'valueQuantity': {'value': 38, 'unit': 'Celsius'}                   | 422 Observation.value needs a unit: system and code of UCUM
            'valueQuantity': {'value': 38, 'system': 'urn:x', 'code': 'Cel'}    | 422 Observation.value needs a unit: system and code of UCUM
            'valueQuantity': {'value': 38, 'system': 'http://unitsofmeasure.org', 'code': 'kg'} | 422 Observation.value temperature.unit: does not convert to Cel
            'valueQuantity': {'value': 38, 'comparator': '>', 'system': 'http://unitsofmeasure.org', 'code': 'Cel'} | foreign: comparator at Observation.value
            'valueQuantity': {'value': 38, 'system': 'http://unitsofmeasure.org', 'code': 'Cel'}, 'dataAbsentReason': {'text': 'x'} | 422 Observation.dataAbsentReason says that the value is absent, but there is one
            'dataAbsentReason': {'text': 'x'}                                   | ignored: no-value
            'note': []                                                          | 422 Observation.value is missing
            """)
    void aVitalSignNeedsANumberWithItsUnit(String value, String line) {
        assertThat(line(observation("8310-5", value))).isEqualTo(line);
    }

    @Test
    void aTextThatIsExactlyAUnitIsReadWithACaution() {
        var observation = observation("8310-5", "'valueQuantity': {'value': 38, 'unit': '°C'}");

        assertThat(line(observation)).isEqualTo("vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}}");
        assertThat(cautions(observation))
                .containsExactly("Observation.value has no UCUM code; the text of its unit is read");
    }

    @Test
    void anyCodingThatIsKnownCounts() {
        var code =
                "{'coding': [{'system': 'urn:local', 'code': 'T'}, {'system': 'http://loinc.org', 'code': '8310-5'}]}";
        var observation = observation("8310-5", value("38", "Cel")).set("code", json(code));

        assertThat(line((ObjectNode) observation)).startsWith("vital-signs");
    }

    @Test
    void codingsThatDisagreeAreRefused() {
        var observation = observation("8310-5", value("38", "Cel"));
        observation.set(
                "code",
                json("{'coding': [{'system': 'http://loinc.org', 'code': '8867-4'}, "
                        + "{'system': 'http://loinc.org', 'code': '8310-5'}]}"));

        assertThat(line(observation))
                .isEqualTo("422 Observation.code has two known codings that mean different things");
    }

    @ParameterizedTest
    @CsvSource({"<, <, 0", ">, >, 0", "<=, <, 1", ">=, >, 1"})
    void aComparatorOfAResultIsKept(String sent, String kept, int cautions) {
        var observation = observation(
                "26881-3",
                "'valueQuantity': {'value': 5000, 'comparator': '" + sent
                        + "', 'system': 'http://unitsofmeasure.org', 'code': 'pg/mL'}");

        assertThat(line(observation))
                .isEqualTo(
                        "lab-result {'analyte': 'il-6', 'value': 5000, 'unit': 'pg/mL', 'comparator': '" + kept + "'}");
        assertThat(cautions(observation)).hasSize(cautions);
    }

    @Test
    void aReferenceRangeInTheSameUnitIsKept() {
        var range =
                ", 'referenceRange': [{'low': " + quantity("0", "mg/L") + ", 'high': " + quantity("5", "mg/L") + "}]";
        var other = ", 'referenceRange': [{'high': " + quantity("0.5", "mg/dL") + "}]";

        assertThat(line(observation("1988-5", value("3", "mg/L") + range)))
                .isEqualTo("lab-result {'analyte': 'crp', 'value': 3, 'unit': 'mg/L', "
                        + "'referenceLow': 0, 'referenceHigh': 5}");
        assertThat(line(observation("1988-5", value("3", "mg/L") + other)))
                .isEqualTo("lab-result {'analyte': 'crp', 'value': 3, 'unit': 'mg/L'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1988-5  | 3  | /min      | 422 Observation.value is not a known unit of crp
            1988-5  | -3 | mg/L      | 422 Observation.value must not be negative
            48066-5 | 1  | mg/L{FEU} | 422 Observation.value has a unit that contradicts the code
            """)
    void aResultObeysTheRulesOfIntake(String code, String value, String unit, String line) {
        assertThat(line(observation(code, value(value, unit)))).isEqualTo(line);
    }

    private static String iceItems(String... points) {
        var codes = new String[] {"ice-orientation", "ice-naming", "ice-commands", "ice-writing", "ice-attention"};
        var components = new StringBuilder();
        for (int item = 0; item < points.length; item++) {
            components.append(item == 0 ? "" : ", ").append(component(codes[item], "'valueInteger': " + points[item]));
        }
        return "'component': [" + components + "]";
    }

    @Test
    void theItemsOfIceAreAllGivenOrNone() {
        assertThat(line(observation("ice", "'valueInteger': 9, " + iceItems("4", "3", "1", "0", "1"))))
                .isEqualTo("neuro-check {'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'writing': 0, "
                        + "'attention': 1}}");
        assertThat(line(observation("ice", "'valueInteger': 7, " + iceItems("4", "3"))))
                .startsWith("422 Observation.component must hold all items or none");
        assertThat(line(observation("ice", "'valueInteger': 10, " + iceItems("4", "3", "1", "0", "1"))))
                .isEqualTo("422 Observation.component holds items that do not add up to the value");
        var items = iceItems("4", "3", "1", "0", "1");
        var twice = items.substring(0, items.length() - 1) + ", " + component("ice-naming", "'valueInteger': 3") + "]";
        assertThat(line(observation("ice", twice))).contains("Observation.component[5] gives what was given before");
        assertThat(line(observation("ice", "'valueInteger': 11")))
                .isEqualTo("422 Observation.value must be a whole number from 0 to 10");
    }

    @Test
    void aScoreThatCouldNotBeTakenIsNotTestable() {
        assertThat(line(observation("ice", "'dataAbsentReason': {'text': 'intubated'}")))
                .isEqualTo("neuro-check {'notTestable': ['ice'], 'notTestableReason': 'intubated'}");
        assertThat(line(observation("capd", "'dataAbsentReason': {'coding': [{'code': 'not-performed'}]}")))
                .isEqualTo("neuro-check {'notTestable': ['capd'], 'notTestableReason': 'not-performed'}");
    }

    private static String concept(String system, String code) {
        return "'valueCodeableConcept': {'coding': [{'system': '" + system + "', 'code': '" + code + "'}]}";
    }

    private static String own(String system, String code) {
        return concept("http://health.vigil/fhir/CodeSystem/" + system, code);
    }

    @Test
    void consciousnessIsOneOfOurWords() {
        assertThat(line(observation("consciousness", own("consciousness", "touch"))))
                .isEqualTo("neuro-check {'consciousness': 'touch'}");
        assertThat(line(observation("consciousness", own("consciousness", "sleepy"))))
                .isEqualTo("422 Observation.value has no code that is known here as an answer");
    }

    @Test
    void answersOfAHospitalCountOnceItsFileNamesThem() {
        var observation = observation("80288-4", concept("urn:local", "V"));
        var vocabulary = Vocabulary.standard().with("f", CodeFile.read("f", "urn:local,V,voice"));
        var sender = Resources.with(vocabulary, Optional.empty(), Optional.empty());

        assertThat(line(observation)).isEqualTo("ignored: unknown-code");
        assertThat(line(read(observation, sender))).isEqualTo("neuro-check {'consciousness': 'voice'}");
        assertThat(line(read(observation("80288-4", concept("urn:local", "X")), sender)))
                .startsWith("422 Observation.value has no code");
    }

    @Test
    void aSeizureNeedsAllFour() {
        var type = component("seizure-type", own("seizure-type", "clinical"));
        var others = component("seizure-duration", "'valueQuantity': " + quantity("90", "s")) + ", "
                + component("seizure-resolved", "'valueBoolean': true") + ", "
                + component("returned-to-baseline", "'valueBoolean': false");

        assertThat(line(observation("seizure", "'component': [" + type + ", " + others + "]")))
                .isEqualTo("seizure {'type': 'clinical', 'durationMinutes': {'value': 90, 'unit': 's'}, "
                        + "'resolved': true, 'returnedToBaseline': false}");
        assertThat(line(observation("seizure", "'component': [" + others + "]")))
                .startsWith("422 Observation.component needs a component seizure-type");
    }

    @Test
    void theDurationOfASeizureAndTheReturnCanBeUnknown() {
        var unknown = "'dataAbsentReason': {'coding': [{'code': 'unknown'}]}";
        var type = component("seizure-type", own("seizure-type", "clinical"));
        var others = component("seizure-duration", unknown) + ", " + component("returned-to-baseline", unknown);

        assertThat(line(observation(
                        "seizure",
                        "'component': [" + type + ", " + others + ", "
                                + component("seizure-resolved", "'valueBoolean': true") + "]")))
                .isEqualTo("seizure {'type': 'clinical', 'resolved': true}");
        assertThat(line(observation(
                        "seizure",
                        "'component': [" + type + ", " + others + ", " + component("seizure-resolved", unknown) + "]")))
                .startsWith("422 Observation.component needs a component seizure-resolved");
    }

    /// Items that were left out count in full.
    @Test
    void itemsOfIceThatWereNotAskedAreNamed() {
        var items = component("ice-orientation", "'valueInteger': 4") + ", "
                + component("ice-naming", "'valueInteger': 1") + ", "
                + component("ice-commands", "'valueInteger': 1") + ", "
                + component("ice-attention", "'valueInteger': 0") + ", "
                + component("ice-writing", "'dataAbsentReason': {'coding': [{'code': 'not-performed'}]}");

        assertThat(line(observation("ice", "'valueInteger': 7, 'component': [" + items + "]")))
                .contains("'itemsNotDone': ['writing']", "'orientation': 4");
        assertThat(line(observation("ice", "'component': [" + items.replace("not-performed", "asked-declined") + "]")))
                .isEqualTo("422 Observation.component[4].dataAbsentReason must be not-performed or unsupported");
        var writing = component("ice-writing", "'dataAbsentReason': {'coding': [{'code': 'not-performed'}]}");
        assertThat(line(observation("ice", "'valueInteger': 7, 'component': [" + writing + "]")))
                .startsWith("422 Observation.component must hold all items or none");
        assertThat(line(observation("ice", "'valueInteger': 6, 'component': [" + items + "]")))
                .startsWith("422 Observation.component holds items that do not add up to the value");
    }

    @Test
    void aReadingAtHomeStaysOne() {
        var method = "'method': {'coding': [{'system': 'http://health.vigil/fhir/CodeSystem/observation', "
                + "'code': 'home-reading'}]}";

        assertThat(line(observation("8310-5", value("38.1", "Cel") + ", " + method)))
                .isEqualTo("vital-signs {'temperature': {'value': 38.1, 'unit': 'Cel'}, 'setting': 'home'}");
        assertThat(line(observation("8310-5", value("38.1", "Cel") + ", " + method.replace("home-reading", "x"))))
                .isEqualTo("vital-signs {'temperature': {'value': 38.1, 'unit': 'Cel'}}");
    }

    @Test
    void aFindingIsPresentOrNot() {
        assertThat(line(observation("papilloedema", "'valueBoolean': true")))
                .isEqualTo("neuro-finding {'finding': 'papilloedema', 'present': true}");
        assertThat(line(observation("papilloedema", "'valueString': 'yes'")))
                .startsWith("422 Observation.value must be true or false");
    }

    @Test
    void aBolusHasAReason() {
        var reason = "'component': [" + component("fluid-reason", own("fluid-reason", "hypotension")) + "]";

        assertThat(line(observation("fluid-bolus", value("500", "mL") + ", " + reason)))
                .isEqualTo("fluid-bolus {'volume': {'value': 500, 'unit': 'mL'}, 'reason': 'hypotension'}");
        assertThat(line(observation("fluid-bolus", value("500", "mL"))))
                .startsWith("422 Observation.component needs a component fluid-reason");
    }

    private static String oxygen(String flow) {
        return value("91", "%") + ", 'component': [" + component("3151-8", value(flow, "L/min")) + "]";
    }

    @Test
    void aSaturationIsTakenBesideOxygenThatIsForAPerson() {
        assertThat(line(observation("59408-5", oxygen("2"))))
                .isEqualTo("vital-signs {'spo2': {'value': 91, 'unit': '%'}} + "
                        + "foreign: oxygen-device at Observation.component[0].value");
        assertThat(line(observation("59408-5", oxygen("0"))))
                .isEqualTo("vital-signs {'spo2': {'value': 91, 'unit': '%'}}");
        assertThat(line(observation("3151-8", value("0", "L/min")))).isEqualTo("ignored: no-oxygen");
        assertThat(line(read(
                        observation("59408-5", oxygen("2")),
                        Resources.with(
                                Vocabulary.standard(),
                                Optional.of(OxygenReason.HYPOXIA),
                                Optional.of(OxygenDevice.NASAL_CANNULA)))))
                .isEqualTo("vital-signs {'spo2': {'value': 91, 'unit': '%'}}, oxygen {'device': 'nasal-cannula', "
                        + "'flow': {'value': 2, 'unit': 'L/min'}, 'reason': 'hypoxia'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            336623009      | oxygen {'device': 'nasal-cannula', 'reason': 'comfort'}
            466713001      | oxygen {'device': 'nasal-cannula', 'reason': 'comfort'}
            426854004      | oxygen {'device': 'high-flow-nasal-cannula', 'reason': 'comfort'}
            425478008      | oxygen {'device': 'blow-by', 'reason': 'comfort'}
            336602003      | oxygen {'device': 'simple-mask', 'reason': 'comfort'}
            428285009      | oxygen {'device': 'venturi-mask', 'reason': 'comfort'}
            465433006      | oxygen {'device': 'venturi-mask', 'reason': 'comfort'}
            427591007      | oxygen {'device': 'non-rebreather', 'reason': 'comfort'}
            464233000      | oxygen {'device': 'partial-rebreather', 'reason': 'comfort'}
            426294006      | oxygen {'device': 'face-tent', 'reason': 'comfort'}
            465839001      | oxygen {'device': 'tracheostomy-mask', 'reason': 'comfort'}
            426851007      | oxygen {'device': 'simple-mask', 'reason': 'comfort'}
            467645007      | oxygen {'device': 'cpap', 'reason': 'comfort'}
            425826004      | oxygen {'device': 'bipap', 'reason': 'comfort'}
            34281000175105 | oxygen {'device': 'cpap', 'reason': 'comfort'}
            404684003      | 422 Observation.value has no code that is known here as an answer
            """)
    void aDeviceIsKnownBySnomed(String code, String line) {
        var reason = "'component': [" + component("oxygen-reason", own("oxygen-reason", "comfort")) + "]";

        assertThat(line(observation("oxygen-therapy", concept("http://snomed.info/sct", code) + ", " + reason)))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            FLOW, FLOW     | 422 Observation.component[1] gives what was given before
            FIO2, FIO2     | 422 Observation.component[1] gives what was given before
            DEVICE, DEVICE | 422 Observation.component[1] gives what was given before
            REASON, REASON | 422 Observation.component[1] gives what was given before
            FLOW, DEVICE, REASON | vital-signs
            """)
    void nothingAboutTheOxygenIsSaidTwice(String said, String line) {
        var components = said.replace("FLOW", component("3151-8", value("2", "L/min")))
                .replace("FIO2", component("3150-0", value("40", "%")))
                .replace("DEVICE", component("oxygen-therapy", own("oxygen-device", "nasal-cannula")))
                .replace("REASON", component("oxygen-reason", own("oxygen-reason", "hypoxia")));

        assertThat(line(observation("59408-5", value("91", "%") + ", 'component': [" + components + "]")))
                .startsWith(line);
    }

    @Test
    void theReasonThatIsSaidCountsBeforeThatOfTheDevice() {
        var reason = component("oxygen-reason", own("oxygen-reason", "hypoxia"));
        var device = component("oxygen-therapy", concept("http://snomed.info/sct", "34291000175108"));

        for (var components : List.of(reason + ", " + device, device + ", " + reason)) {
            assertThat(line(observation("59408-5", value("91", "%") + ", 'component': [" + components + "]")))
                    .contains("'device': 'bipap', 'reason': 'hypoxia'");
        }
    }

    @Test
    void aDeviceForTheNightImpliesItsReason() {
        assertThat(line(observation("oxygen-therapy", concept("http://snomed.info/sct", "34291000175108"))))
                .isEqualTo("oxygen {'device': 'bipap', 'reason': 'sleep-apnoea'}");
        assertThat(line(observation("oxygen-therapy", own("oxygen-device", "nasal-cannula"))))
                .isEqualTo("foreign: oxygen-reason at Observation.value");
        assertThat(line(observation("oxygen-therapy", own("oxygen-device", "room-air"))))
                .isEqualTo("oxygen {'device': 'room-air'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'subject': {'reference': 'Patient/p-1'}                                             | p-1
            'subject': {'reference': 'Patient/p-1/_history/3'}                                  | p-1
            'subject': {'identifier': {'system': 'urn:mrn', 'value': 'p-1'}}                    | p-1
            'subject': {'reference': 'https://ehr.example/fhir/Patient/p-1'}                    | p-1
            'subject': {'reference': 'Patient?identifier=urn%3Amrn%7Cp-1'}                      | p-1
            'subject': {'reference': 'Patient/p-1', 'identifier': {'system': 'urn:mrn', 'value': 'p-1'}} | p-1
            'subject': {'reference': '#a'}, 'contained': [{'resourceType': 'Patient', 'id': 'a', 'identifier': [{'system': 'urn:x', 'value': 'y'}, {'system': 'urn:mrn', 'value': 'p-1'}]}] | p-1
            """)
    void aPatientIsKnownByOurId(String subject, String patient) {
        assertThat(about(subject))
                .isInstanceOfSatisfying(
                        FhirResult.OfStatements.class,
                        taken -> assertThat(taken.statements().getFirst().subject())
                                .contains(new Subject.ByPatient(new PatientId(patient))));
    }

    private static FhirResult about(String subject) {
        return read(json("{'resourceType': 'Observation', 'status': 'final', " + subject
                + ", 'effectiveDateTime': '2026-03-02T10:00:00Z', 'code': " + Resources.coding("8310-5") + ", "
                + value("38", "Cel") + "}"));
    }

    @Test
    void aDeviceIsKnownByItsIdentifier() {
        assertThat(about("'device': {'identifier': {'system': 'urn:devices', 'value': 'monitor-7'}}"))
                .isInstanceOfSatisfying(
                        FhirResult.OfStatements.class,
                        taken -> assertThat(taken.statements().getFirst().subject())
                                .contains(new Subject.ByDevice(new DeviceId("monitor-7"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'subject': {'reference': 'Patient/p-1', 'identifier': {'system': 'urn:mrn', 'value': 'p-2'}} | 422 Observation.subject names two different patients
            'subject': {'reference': 'http://169.254.169.254/Patient/p-1'}                     | 422 Observation.subject names no patient by an identifier that is known here
            'subject': {'reference': 'https://ehr.example/fhir/other/Patient/p-1'}             | 422 Observation.subject names no patient by an identifier that is known here
            'subject': {'reference': 'urn:uuid:1'}                                             | 422 Observation.subject names no patient by an identifier that is known here
            'subject': {'reference': 'Group/1'}                                                | 422 Observation.subject names no patient by an identifier that is known here
            'subject': {'reference': 'Patient/a b'}                                            | 422 Observation.subject must be 1 to 64 letters, digits, dots or hyphens
            'subject': {'identifier': {'system': 'urn:other', 'value': 'p-1'}}                 | 422 Observation.subject names no patient by an identifier that is known here
            'subject': {'reference': '#a'}, 'contained': [{'resourceType': 'Patient', 'id': 'a', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}, {'system': 'urn:mrn', 'value': 'p-2'}]}] | 422 Observation.subject names two different patients
            'subject': {'reference': '#a'}, 'contained': [{'resourceType': 'Device', 'id': 'a', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}]}] | 422 Observation.subject refers to a resource that is no Patient
            'subject': {'reference': '#b'}                                                     | 400 Observation.subject.reference names a contained resource that is not there
            'device': {'identifier': {'system': 'urn:other', 'value': 'monitor-7'}}            | 422 Observation.subject is missing
            'note': []                                                                         | 422 Observation.subject is missing
            """)
    void anySubjectElseIsRefused(String subject, String line) {
        assertThat(line(about(subject))).isEqualTo(line);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(line(read(json("{'resourceType': 'Observation', 'status': 'final', 'code': "
                        + Resources.coding("8310-5") + ", 'valueString': 'x'}"))))
                .contains("Observation.value", "Observation.subject", "Observation.effective");
    }

    @Test
    void ofManyFaultsTheFirstAreTold() {
        var component = component("8480-6", "'valueQuantity': {'value': 'x'}");
        var components = String.join(", ", Collections.nCopies(1000, component));

        assertThat(read(observation("85354-9", "'component': [" + components + "]")))
                .isInstanceOfSatisfying(FhirResult.Refused.class, refused -> {
                    assertThat(refused.issues()).hasSize(21);
                    assertThat(refused.issues().getLast().diagnostics()).matches("and \\d+ more");
                });
    }

    @Test
    void aResourceIsMeasuredInBytes() {
        var text = "é".repeat(100_000);

        assertThat(line(observation("8310-5", value("38", "Cel") + ", 'note': [{'text': '" + text + "'}]")))
                .startsWith("vital-signs");
        assertThat(line(observation(
                        "8310-5",
                        value("38", "Cel") + ", 'note': [{'text': '" + text + "'}, {'text': '" + text + "'}]")))
                .isEqualTo("413  The resource is larger than 256 KB");
    }

    @Test
    void whatChangesTheMeaningIsNeverIgnored() {
        assertThat(line(observation("8310-5", value("38", "Cel") + ", 'modifierExtension': [{'url': 'u'}]")))
                .isEqualTo("422 Observation.modifierExtension changes the meaning in a way that is not known here");
        assertThat(line(observation("1-2", "'implicitRules': 'urn:x'")))
                .isEqualTo("422 Observation.implicitRules changes the meaning in a way that is not known here");
        assertThat(line(observation("85354-9", "'component': [{'code': {}, 'modifierExtension': [{'url': 'u'}]}]")))
                .startsWith("422 Observation.component[0].modifierExtension");
    }

    @Test
    void testDataIsNotKept() {
        assertThat(line(observation(
                        "8310-5",
                        value("38", "Cel") + ", 'meta': {'security': [{'system': "
                                + "'http://terminology.hl7.org/CodeSystem/v3-ActReason', 'code': 'HTEST'}]}")))
                .isEqualTo("not kept: test-data");
    }

    @Test
    void unknownElementsAndNarrativesPass() {
        assertThat(line(observation(
                        "8310-5",
                        value("38.0", "Cel")
                                + ", 'text': {'status': 'generated', 'div': '<script>'}, 'ofTheFuture': {'a': [1]}")))
                .isEqualTo("vital-signs {'temperature': {'value': 38.0, 'unit': 'Cel'}}");
    }

    @ParameterizedTest
    @CsvSource({"MedicationRequest", "MedicationStatement", "MedicationDispense"})
    void anOrderIsNoAdministration(String type) {
        assertThat(line(json("{'resourceType': '" + type + "'}"))).startsWith("405 " + type);
    }

    @Test
    void otherTypesAreNotKept() {
        assertThat(line(json("{'resourceType': 'DeviceUseStatement'}"))).isEqualTo("not kept: other-type");
    }
}
