package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.StatementStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.fhir.Resources.cautions;
import static health.vigil.fhir.Resources.json;
import static health.vigil.fhir.Resources.line;
import static health.vigil.fhir.Resources.quantity;
import static health.vigil.fhir.Resources.read;
import static org.assertj.core.api.Assertions.assertThat;

/// What a MedicationAdministration says, status by status.
class MedicationReaderTest {
    private static final String NOREPINEPHRINE = "http://www.nlm.nih.gov/research/umls/rxnorm|7512";
    private static final String TOCILIZUMAB = "http://www.whocc.no/atc|L04AC07";
    private static final String START = "'effectivePeriod': {'start': '2026-03-02T10:00:00Z'}";
    private static final String PERIOD =
            "'effectivePeriod': {'start': '2026-03-02T10:00:00Z', 'end': '2026-03-02T12:00:00Z'}";
    private static final String END = "'effectivePeriod': {'end': '2026-03-02T12:00:00Z'}";
    private static final String STARTED = "start {'agent': 'norepinephrine', 'action': 'started', 'infusionId': 'k*'}";
    private static final String STOPPED = "stop {'agent': 'norepinephrine', 'action': 'stopped', 'infusionId': 'k*'}";

    private static String coding(String code) {
        int bar = code.indexOf('|');
        return "{'coding': [{'system': '" + code.substring(0, bar) + "', 'code': '" + code.substring(bar + 1) + "'}]}";
    }

    private static ObjectNode administration(String status, String drug, String rest) {
        return json("{'resourceType': 'MedicationAdministration', 'status': '" + status
                + "', 'identifier': [{'system': 'urn:mar', 'value': '7'}], 'subject': {'reference': 'Patient/p-1'}, "
                + "'medicationCodeableConcept': " + coding(drug) + ", " + rest + "}");
    }

    /// The line without the digits of the infusion's id.
    private static String masked(ObjectNode resource) {
        return line(resource).replaceAll("'k[0-9a-f]{40}'", "'k*'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            in-progress      | START  | STARTED
            completed        | PERIOD | STARTED, STOPPED
            stopped          | PERIOD | STARTED, STOPPED
            completed        | START  | 422 MedicationAdministration.effective.end is missing
            completed        | END    | STOPPED
            stopped          | END    | STOPPED
            in-progress      | END    | 422 MedicationAdministration.effective.start is missing
            on-hold          | PERIOD | STARTED, STOPPED
            on-hold          | START  | STARTED
            not-done         | START  | withdrawn
            entered-in-error | START  | withdrawn
            unknown          | START  | 422 MedicationAdministration.status must say whether the drug was given
            """)
    void anInfusionHasAStartAndAStop(String status, String times, String line) {
        var effective = switch (times) {
            case "START" -> START;
            case "END" -> END;
            default -> PERIOD;
        };

        assertThat(masked(administration(status, NOREPINEPHRINE, effective)))
                .isEqualTo(line.replace("STARTED", STARTED).replace("STOPPED", STOPPED));
    }

    @Test
    void whatWasNotDoneAndHasNoNameSaysNothing() {
        var nameless = administration("not-done", NOREPINEPHRINE, START);
        nameless.remove("identifier");

        assertThat(line(nameless)).isEqualTo("ignored: no-value");
    }

    @Test
    void aWithdrawalNeedsNoKnownDrug() {
        assertThat(line(administration("entered-in-error", "http://www.whocc.no/atc|A01AA01", START)))
                .isEqualTo("withdrawn");
    }

    @Test
    void anInfusionThatIsHeldWithoutAnEndGoesOnWithACaution() {
        assertThat(cautions(administration("on-hold", NOREPINEPHRINE, START)))
                .containsExactly(
                        "MedicationAdministration.effective has no end, so the infusion still counts as running");
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, dose",
        "completed, dose",
        "stopped, dose",
        "on-hold, dose",
        "not-done, withdrawn",
        "entered-in-error, withdrawn",
        "unknown, 422"
    })
    void anyOtherDrugIsOneDose(String status, String line) {
        assertThat(line(administration(status, TOCILIZUMAB, START))).startsWith(line);
    }

    @Test
    void aDoseConvertsToMilligramsOrIsLeftOut() {
        var grams =
                administration("completed", TOCILIZUMAB, START + ", 'dosage': {'dose': " + quantity("0.8", "g") + "}");
        var perKilogram = administration(
                "completed", TOCILIZUMAB, START + ", 'dosage': {'dose': " + quantity("8", "mg/kg") + "}");

        assertThat(line(grams)).isEqualTo("dose {'drug': 'tocilizumab', 'dose': {'value': 0.8, 'unit': 'g'}}");
        assertThat(line(perKilogram)).isEqualTo("dose {'drug': 'tocilizumab'}");
        assertThat(cautions(perKilogram))
                .containsExactly("MedicationAdministration.dosage.dose does not convert to mg, so it is left out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'rateQuantity': {'value': 0.1, 'code': 'ug/kg/min'}                                   | {'value': 0.1, 'unit': 'ug/kg/min'}
            'rateRatio': {'numerator': {'value': 10, 'code': 'ug'}, 'denominator': {'value': 2, 'code': 'min'}} | {'value': 5, 'unit': 'ug/min'}
            'rateRatio': {'numerator': {'value': 10, 'code': 'ug'}, 'denominator': {'value': 3, 'code': 'min'}} | -
            'rateRatio': {'numerator': {'value': 10, 'code': 'ug'}, 'denominator': {'value': 0, 'code': 'min'}} | -
            'rateQuantity': {'value': 5, 'code': 'furlong'}                                       | -
            'rateQuantity': {'value': 5}                                                          | -
            """)
    void aRateIsKeptIfItCanBeRead(String rate, String kept) {
        var line = line(administration("in-progress", NOREPINEPHRINE, START + ", 'dosage': {" + rate + "}"));

        assertThat(line.contains("'rate': " + kept)).isEqualTo(!kept.equals("-"));
        assertThat(line).startsWith("start ");
    }

    @Test
    void aBolusOfAVasopressorIsForAPerson() {
        var dose = "'dosage': {'dose': " + quantity("0.1", "mg") + "}";
        var momentary = "'effectivePeriod': {'start': '2026-03-02T10:00:00Z', 'end': '2026-03-02T10:00:00Z'}";

        assertThat(line(administration("completed", NOREPINEPHRINE, momentary + ", " + dose)))
                .isEqualTo("foreign: bolus at MedicationAdministration.dosage.dose");
        assertThat(masked(administration("completed", NOREPINEPHRINE, PERIOD + ", " + dose)))
                .isEqualTo(STARTED + ", " + STOPPED);
    }

    @Test
    void aDrugInAContainedMedicationCounts() {
        var contained = "'contained': [{'resourceType': 'Medication', 'id': 'm', 'ingredient': "
                + "[{'itemCodeableConcept': " + coding(TOCILIZUMAB) + "}]}], "
                + "'medicationReference': {'reference': '#m'}, ";
        var resource = json("{'resourceType': 'MedicationAdministration', 'status': 'completed', "
                + "'subject': {'reference': 'Patient/p-1'}, " + contained + START + "}");

        assertThat(line(resource)).isEqualTo("dose {'drug': 'tocilizumab'}");
    }

    @Test
    void twoKnownIngredientsAreRefused() {
        var contained = "'contained': [{'resourceType': 'Medication', 'id': 'm', 'code': " + coding(TOCILIZUMAB)
                + ", 'ingredient': [{'itemCodeableConcept': " + coding("http://www.whocc.no/atc|L04AC03") + "}]}], "
                + "'medicationReference': {'reference': '#m'}, ";
        var resource = json("{'resourceType': 'MedicationAdministration', 'status': 'completed', "
                + "'subject': {'reference': 'Patient/p-1'}, " + contained + START + "}");

        assertThat(line(resource))
                .isEqualTo("422 MedicationAdministration.medication holds more than one drug that is known here");
    }

    @Test
    void anUnknownDrugIsIgnored() {
        assertThat(line(administration("completed", "http://www.whocc.no/atc|A01AA01", START)))
                .isEqualTo("ignored: unknown-code");
    }

    @Test
    void theInfusionOfCellsIsNoObservation() {
        var cells = "http://www.whocc.no/atc|L01XL03";

        assertThat(line(administration("completed", cells, START)))
                .isEqualTo("infusion of axi-cel at 2026-03-02T10:00:00Z");
        assertThat(line(administration("in-progress", cells, START))).isEqualTo("ignored: no-value");
    }

    @Test
    void aCompletedInfusionRevisesARunningOne() {
        var running = (FhirResult.OfStatements) read(administration("in-progress", NOREPINEPHRINE, START));
        var over = (FhirResult.OfStatements) read(administration("completed", NOREPINEPHRINE, PERIOD));

        assertThat(over.key()).isEqualTo(running.key());
        assertThat(running.statements().getFirst().status()).isEqualTo(StatementStatus.PRELIMINARY);
        assertThat(over.statements().getFirst().status()).isEqualTo(StatementStatus.FINAL);
        assertThat(over.statements().getFirst().partHashes())
                .containsEntry(
                        "start", running.statements().getFirst().partHashes().get("start"));
    }

    private static ObjectNode procedure(String status, String code, String rest) {
        return json("{'resourceType': 'Procedure', 'identifier': [{'system': 'urn:chart', 'value': '9'}], 'status': '"
                + status + "', 'subject': {'reference': 'Patient/p-1'}, 'code': " + coding(code) + ", " + rest + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, oxygen",
        "completed, oxygen",
        "on-hold, oxygen",
        "preparation, ignored: no-value",
        "not-done, withdrawn",
        "entered-in-error, withdrawn",
        "unknown, 422 Procedure.status"
    })
    void ventilationBeginsWithItsProcedure(String status, String line) {
        var rest = "'performedPeriod': {'start': '2026-03-02T10:00:00Z', 'end': '2026-03-02T12:00:00Z'}, 'reasonCode': "
                + "[{'coding': [{'system': 'http://health.vigil/fhir/CodeSystem/oxygen-reason', 'code': 'hypoxia'}]}]";

        assertThat(line(procedure(status, "http://snomed.info/sct|47545007", rest)))
                .startsWith(line);
    }

    @Test
    void aProcedureHasOneReason() {
        var reasons = "'performedDateTime': '2026-03-02T10:00:00Z', 'reasonCode': [{'coding': [REASON'hypoxia'}]}, "
                + "{'coding': [REASON'comfort'}]}]";

        assertThat(line(procedure(
                        "completed",
                        "http://snomed.info/sct|47545007",
                        reasons.replace(
                                "REASON", "{'system': 'http://health.vigil/fhir/CodeSystem/oxygen-reason', 'code': "))))
                .isEqualTo("422 Procedure.reasonCode gives two different reasons");
    }

    @Test
    void theEndOfVentilationSaysNothingAboutWhatCameAfter() {
        var rest = "'performedPeriod': {'start': '2026-03-02T10:00:00Z', 'end': '2026-03-02T12:00:00Z'}";
        var night = procedure("completed", "http://snomed.info/sct|34281000175105", rest);

        assertThat(line(night)).isEqualTo("oxygen {'device': 'cpap', 'reason': 'sleep-apnoea'}");
        assertThat(cautions(night))
                .containsExactly("Procedure.performed the end is not kept: chart what the patient breathes now");
    }

    @Test
    void aProcedureCanBeTheInfusionOfCells() {
        var rest = "'performedDateTime': '2026-03-02T10:00:00Z'";

        assertThat(line(procedure("completed", "http://www.whocc.no/atc|L01XL04", rest)))
                .isEqualTo("infusion of tisa-cel at 2026-03-02T10:00:00Z");
        assertThat(line(procedure("completed", "http://snomed.info/sct|1", rest)))
                .isEqualTo("ignored: unknown-code");
    }
}
