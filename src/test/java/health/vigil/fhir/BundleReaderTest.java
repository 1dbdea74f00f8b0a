package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.Fate;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import health.vigil.exchange.Vocabulary;
import health.vigil.fhir.BundleResult.EntryResult;
import health.vigil.intake.Subject;
import health.vigil.observation.OxygenReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.fhir.Resources.json;
import static health.vigil.fhir.Resources.observation;
import static health.vigil.fhir.Resources.quantity;
import static org.assertj.core.api.Assertions.assertThat;

/// Batches and transactions.
class BundleReaderTest {
    private static final String TEMPERATURE = "'valueQuantity': " + quantity("38", "Cel");

    private static String entry(String request, ObjectNode resource) {
        return "{'request': {" + request + "}, 'resource': " + resource + "}";
    }

    private static String post(ObjectNode resource) {
        return entry(
                "'method': 'POST', 'url': '" + resource.path("resourceType").asText() + "'", resource);
    }

    private static ObjectNode bundle(String type, String... entries) {
        return json(
                "{'resourceType': 'Bundle', 'type': '" + type + "', 'entry': [" + String.join(", ", entries) + "]}");
    }

    private static BundleResult read(ObjectNode bundle) {
        return read(bundle, Resources.SENDER);
    }

    private static BundleResult read(ObjectNode bundle, SenderSettings sender) {
        return new BundleReader(new FhirReader(sender, Resources.SYSTEMS), 3).read(bundle);
    }

    private static List<String> lines(BundleResult result) {
        return switch (result) {
            case BundleResult.RefusedBundle(var status, var issues) ->
                List.of(status + " "
                        + issues.stream()
                                .map(issue -> issue.expression() + " " + issue.diagnostics())
                                .collect(Collectors.joining("; ")));
            case BundleResult.Entries(var _, var entries) ->
                entries.stream().map(BundleReaderTest::line).toList();
        };
    }

    private static String line(EntryResult result) {
        return switch (result) {
            case EntryResult.Write(var _, var _, var read) -> Resources.line(read);
            case EntryResult.Other(var entry) -> entry.verb() + " " + entry.url();
            case EntryResult.RefusedEntry(var _, var status, var issues) ->
                status + " " + issues.getFirst().expression() + " "
                        + issues.getFirst().diagnostics();
        };
    }

    private static ObjectNode named(String value) {
        return observation("8310-5", TEMPERATURE + ", 'identifier': [{'system': 'urn:lab', 'value': '" + value + "'}]");
    }

    private static ObjectNode wrong() {
        return observation("8310-5", "'valueString': 'x'");
    }

    @Test
    void theEntriesOfABatchAreIndependent() {
        var lines = lines(read(bundle(
                "batch",
                post(named("1")),
                post(wrong()),
                "{'request': {'method': 'DELETE', 'url': 'Observation/k1'}}")));

        assertThat(lines)
                .containsExactly(
                        "vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}}",
                        "422 Bundle.entry[1].resource.value must be a quantity",
                        "DELETE Observation/k1");
    }

    @Test
    void oneRefusalRefusesATransaction() {
        assertThat(lines(read(bundle("transaction", post(named("1")), post(wrong())))))
                .containsExactly("422 Bundle.entry[1].resource.value must be a quantity");
    }

    @Test
    void aTransactionExecutesDeletesFirst() {
        var result = read(bundle(
                "transaction",
                entry("'method': 'PUT', 'url': 'Observation/a'", observation("8310-5", TEMPERATURE)),
                post(named("1")),
                "{'request': {'method': 'DELETE', 'url': 'Observation/k1'}}"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        BundleResult.Entries.class,
                        entries -> assertThat(entries.inOrder())
                                .extracting(entry -> entry.entry().verb())
                                .containsExactly(BundleEntry.Verb.DELETE, BundleEntry.Verb.POST, BundleEntry.Verb.PUT));
    }

    @Test
    void twoEntriesOfOneKeyAreRefused() {
        assertThat(lines(read(bundle("transaction", post(named("1")), post(named("1")), post(named("2"))))))
                .containsExactly("422 Bundle.entry[0] Another entry has the same identifier; "
                        + "Bundle.entry[1] Another entry has the same identifier");
    }

    @ParameterizedTest
    @CsvSource({"collection", "message", "document", "history", "searchset", "''"})
    void otherBundlesAreRefused(String type) {
        assertThat(lines(read(bundle(type)))).containsExactly("422 Bundle.type must be batch or transaction");
    }

    @Test
    void tooManyEntriesAreRefused() {
        var entry = post(named("1"));

        assertThat(lines(read(bundle("batch", entry, entry, entry, entry))))
                .containsExactly("413 Bundle.entry holds more than 3 entries");
    }

    @Test
    void aReferenceToAnotherEntryIsResolved() {
        var patient = "{'fullUrl': 'urn:uuid:1', 'request': {'method': 'POST', 'url': 'Patient'}, 'resource': "
                + "{'resourceType': 'Patient', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}]}}";
        var observation = observation("8310-5", TEMPERATURE);
        observation.withObject("/subject").put("reference", "urn:uuid:1");

        assertThat(lines(read(bundle("transaction", patient, post(observation)))))
                .containsExactly("stay updated", "vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}}");
    }

    private static String patient(String fullUrl, String number) {
        return "{'fullUrl': '" + fullUrl + "', 'request': {'method': 'POST', 'url': 'Patient'}, 'resource': "
                + "{'resourceType': 'Patient', 'identifier': [{'system': 'urn:mrn', 'value': '" + number + "'}]}}";
    }

    private static ObjectNode about(String subject) {
        var observation = observation("8310-5", TEMPERATURE);
        observation.set("subject", json(subject));
        return observation;
    }

    /// The patient of the last entry.
    private static String subject(BundleResult result) {
        if (result instanceof BundleResult.Entries(var _, var entries)
                && entries.getLast() instanceof EntryResult.Write(var _, var _, FhirResult.OfStatements taken)
                && taken.statements().getFirst().subject().orElseThrow() instanceof Subject.ByPatient(var id)) {
            return id.value();
        }
        return lines(result).getLast();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            https://a.example/Patient/7            | {'reference': 'Patient/7'}                     | p-1
            https://a.example/Patient/7/_history/2 | {'reference': 'Patient/7/_history/1'}          | p-1
            https://a.example/Patient/7            | {'reference': 'https://a.example/Patient/7'}   | p-1
            https://a.example/Patient/7            | {'reference': 'Patient/8'}                     | 8
            urn:uuid:1                             | {'reference': 'urn:uuid:1'}                    | p-1
            https://a.example/Patient/7 | {'reference': 'Patient/7', 'identifier': {'system': 'urn:mrn', 'value': '7'}} | 422 Bundle.entry[1].resource.subject names two different patients
            https://ehr.example/fhir/Patient/7     | {'reference': 'https://ehr.example/fhir/Patient/7'} | 422 Bundle.entry[1].resource.subject names two different patients
            """)
    void aPatientOfTheBundleCountsBeforeAnId(String fullUrl, String subject, String patient) {
        assertThat(subject(read(bundle("batch", patient(fullUrl, "p-1"), post(about(subject))))))
                .isEqualTo(patient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            'method': 'PUT', 'url': 'Patient/7'
            'method': 'POST', 'url': 'Patient'
            """)
    void anEntryWithoutFullUrlIsKnownByItsId(String request) {
        var patient = json(
                "{'resourceType': 'Patient', 'id': '7', 'identifier': " + "[{'system': 'urn:mrn', 'value': 'p-1'}]}");

        assertThat(subject(read(bundle("batch", entry(request, patient), post(about("{'reference': 'Patient/7'}"))))))
                .isEqualTo("p-1");
    }

    @Test
    void twoServersWithOneIdAreTwoPatients() {
        assertThat(subject(read(bundle(
                        "batch",
                        patient("https://a.example/Patient/7", "p-1"),
                        patient("https://b.example/Patient/7", "p-2"),
                        post(about("{'reference': 'Patient/7'}"))))))
                .isEqualTo("422 Bundle.entry[2].resource.subject names two different patients");
    }

    @Test
    void aFullUrlIsUsedOnce() {
        assertThat(lines(read(bundle(
                        "batch",
                        patient("urn:uuid:1", "p-1"),
                        patient("urn:uuid:1", "p-2"),
                        post(about("{'reference': 'urn:uuid:1'}"))))))
                .containsExactly(
                        "422 Bundle.entry[0].fullUrl is that of another entry, too",
                        "422 Bundle.entry[1].fullUrl is that of another entry, too",
                        "422 Bundle.entry[2].resource.subject names two different patients");
    }

    @Test
    void aSubjectIsAPatient() {
        var device = "{'fullUrl': 'urn:uuid:1', 'request': {'method': 'POST', 'url': 'Device'}, 'resource': "
                + "{'resourceType': 'Device', 'identifier': [{'system': 'urn:mrn', 'value': 'p-1'}]}}";

        assertThat(lines(read(bundle("transaction", device, post(about("{'reference': 'urn:uuid:1'}"))))))
                .containsExactly("422 Bundle.entry[1].resource.subject refers to a resource that is no Patient");
    }

    @Test
    void anEntryIsNotWrittenAndDeletedAtOnce() {
        var key = ((FhirResult.OfStatements) Resources.read(named("1"))).key();
        var delete = "{'request': {'method': 'DELETE', 'url': 'Observation/" + key.fhirId() + "'}}";

        assertThat(lines(read(bundle("batch", delete, post(named("1"))))))
                .containsExactly(
                        "422 Bundle.entry[0] Another entry has the same identifier",
                        "422 Bundle.entry[1] Another entry has the same identifier");
    }

    @Test
    void oxygenThatAPersonMustReadIsKeptWhole() {
        var flow = observation("3151-8", "'valueQuantity': " + quantity("2", "L/min"));
        var fraction = observation("3150-0", "'valueQuantity': " + quantity("40", "%"));

        assertThat(((BundleResult.Entries) read(bundle("batch", post(fraction), post(flow)))).entries())
                .allSatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                EntryResult.Write.class,
                                write -> assertThat(((FhirResult.OfStatements) write.result()).statements())
                                        .singleElement()
                                        .satisfies(BundleReaderTest::holdsBoth)));
    }

    private static void holdsBoth(Statement statement) {
        assertThat(statement.fate())
                .isInstanceOfSatisfying(
                        Fate.Foreign.class,
                        foreign -> assertThat(lines(read(json(foreign.piece()))))
                                .containsExactly(
                                        "foreign: oxygen-device at Observation.value",
                                        "foreign: oxygen-device at Observation.value"));
    }

    @Test
    void oxygenOfOneInstantIsOneRecord() {
        var sender = Resources.with(Vocabulary.standard(), Optional.of(OxygenReason.HYPOXIA), Optional.empty());
        var flow = observation("3151-8", "'valueQuantity': " + quantity("2", "L/min"));
        var device = observation(
                "oxygen-therapy",
                "'valueCodeableConcept': {'coding': [{'system': 'http://snomed.info/sct', 'code': '336623009'}]}");

        var lines = lines(read(bundle("batch", post(flow), post(device)), sender));

        assertThat(lines)
                .containsExactly(
                        "oxygen {'device': 'nasal-cannula', 'flow': {'value': 2, 'unit': 'L/min'}, "
                                + "'reason': 'hypoxia'}",
                        "oxygen {'device': 'nasal-cannula', 'flow': {'value': 2, 'unit': 'L/min'}, "
                                + "'reason': 'hypoxia'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            identifier=urn%3Alab%7C1                                 ; 1
            identifier=urn:lab|1                                    ; 1
            http://host/fhir/Observation?identifier=urn%3Alab%7C1    ; 1
            Observation?identifier=urn%3Alab%7C1                     ; 1
            identifier=1                                             ; -
            identifier=%7C1                                          ; -
            identifier=urn%3Alab%7C                                  ; -
            identifier=urn%3Alab%7C1&status=final                    ; -
            status=final                                             ; -
            identifier=urn%3Alab%7C1&identifier=urn%3Alab%7C2        ; -
            identifier=%zz                                           ; -
            """)
    void aConditionIsOneIdentifier(String text, String value) {
        assertThat(IdentifierQuery.read(text).map(IdentifierQuery::value))
                .isEqualTo(Optional.of(value).filter(known -> !known.equals("-")));
    }

    @Test
    void aConditionNamesTheKey() {
        var create = entry("'method': 'POST', 'url': 'Observation', 'ifNoneExist': 'identifier=urn:lab|1'", named("1"));
        var update = entry("'method': 'PUT', 'url': 'Observation?identifier=urn:lab|2'", named("2"));
        var other = entry("'method': 'PUT', 'url': 'Observation?identifier=urn:lab|9'", named("3"));

        assertThat(lines(read(bundle("batch", create, update, other))))
                .containsExactly(
                        "vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}}",
                        "vital-signs {'temperature': {'value': 38, 'unit': 'Cel'}}",
                        "422 Bundle.entry[2].resource.identifier does not hold the identifier of the condition");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            'method': 'PATCH', 'url': 'Observation/1'                             ; 400 Bundle.entry[0].request.method must be DELETE, POST, PUT or GET
            'method': 'POST'                                                      ; 400 Bundle.entry[0].request.url is missing
            'method': 'POST', 'url': 'Patient'                                    ; 400 Bundle.entry[0].request.url names another type than the resource has
            'method': 'PUT', 'url': 'Observation'                                 ; 400 Bundle.entry[0].request.url needs an id, or a search by identifier
            'method': 'POST', 'url': 'Observation', 'ifNoneExist': 'status=final' ; 400 Bundle.entry[0].request.ifNoneExist must be identifier=system|value
            """)
    void aWrongRequestIsRefused(String request, String line) {
        assertThat(lines(read(bundle("batch", entry(request, named("1")))))).containsExactly(line);
    }

    @Test
    void aBundleInABundleIsRefused() {
        assertThat(lines(read(bundle("batch", post(bundle("batch", post(named("1"))))))))
                .containsExactly("422 Bundle.entry[0].resource must not be inside a Bundle");
    }
}
