package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.SourceToken;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.fhir.Resources.observation;
import static health.vigil.fhir.Resources.quantity;
import static org.assertj.core.api.Assertions.assertThat;

/// The identity of resources and of their revisions.
class FhirIdentityTest {
    private static final FhirReader READER = new FhirReader(Resources.SENDER, Resources.SYSTEMS);
    private static final RevisionMark NO_MARK = new RevisionMark.First();

    private static ObjectNode temperature(String value, String rest) {
        return observation("8310-5", "'valueQuantity': " + quantity(value, "Cel") + rest);
    }

    private static String identifier(String use, String value) {
        return "{'use': '" + use + "', 'system': 'urn:lab', 'value': '" + value + "'}";
    }

    private static FhirResult.OfStatements read(ResourceWrite write) {
        return (FhirResult.OfStatements) READER.read(write);
    }

    private static SourceKey key(ObjectNode resource) {
        return read(ResourceWrite.created(resource)).key();
    }

    private static Statement statement(ObjectNode resource) {
        return read(ResourceWrite.created(resource)).statements().getFirst();
    }

    @Test
    void anIdentifierThatIsNotOldIsTheKey() {
        var first = key(temperature("38", ", 'identifier': [" + identifier("official", "1") + "]"));

        assertThat(key(temperature(
                        "39",
                        ", 'identifier': [" + identifier("old", "9") + ", {'value': '8'}, " + identifier("usual", "1")
                                + "]")))
                .isEqualTo(first);
        assertThat(key(temperature("38", ", 'identifier': [" + identifier("official", "2") + "]")))
                .isNotEqualTo(first);
    }

    @Test
    void aPutWithoutIdentifierIsKnownByItsId() {
        var first = read(ResourceWrite.put("a", temperature("38", ""))).key();

        assertThat(read(ResourceWrite.put("a", temperature("39", ""))).key()).isEqualTo(first);
        assertThat(read(ResourceWrite.put("b", temperature("38", ""))).key()).isNotEqualTo(first);
    }

    @Test
    void anythingElseIsKnownByItsContent() {
        var first = key(temperature("38", ""));
        var sameOrderedOtherwise = temperature("38", ", 'meta': {'versionId': '7'}");
        var status = sameOrderedOtherwise.remove("status");
        sameOrderedOtherwise.set("status", status);

        assertThat(key(sameOrderedOtherwise)).isEqualTo(first);
        assertThat(key(temperature("39", ""))).isNotEqualTo(first);
    }

    @Test
    void aResendHasTheSameTokenAndACorrectionBackAThirdOne() {
        var tokens = Stream.of("38|final|10", "38|final|10", "39|corrected|11", "38|corrected|12")
                .map(FhirIdentityTest::token)
                .toList();

        assertThat(tokens.get(1)).isEqualTo(tokens.getFirst());
        assertThat(List.of(tokens.getFirst(), tokens.get(2), tokens.get(3))).doesNotHaveDuplicates();
    }

    private static SourceToken token(String revision) {
        var parts = revision.split("\\|", -1);
        var resource = temperature(
                parts[0],
                ", 'identifier': [" + identifier("usual", "1") + "], 'issued': '2026-03-02T" + parts[2] + ":00:00Z'");
        return statement(resource.put("status", parts[1])).revision(NO_MARK).token();
    }

    @ParameterizedTest
    @CsvSource({
        "preliminary, PRELIMINARY",
        "final, FINAL",
        "amended, AMENDED",
        "corrected, AMENDED",
        "cancelled, WITHDRAWN"
    })
    void theStatusHasARank(String status, StatementStatus rank) {
        var named = temperature("38", ", 'identifier': [" + identifier("usual", "1") + "]");

        assertThat(statement(named.put("status", status)).status()).isEqualTo(rank);
    }

    @Test
    void theTimeOfIssueIsKept() {
        assertThat(statement(temperature("38", ", 'issued': '2026-03-02T11:00:00+01:00'"))
                        .issued())
                .contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(statement(temperature("38", "")).issued()).isEmpty();
    }

    @Test
    void aWithdrawalNeedsNoTimeAndNoValue() {
        var withdrawn = Resources.json("{'resourceType': 'Observation', 'status': 'entered-in-error', 'code': "
                + Resources.coding("8310-5") + ", 'identifier': [" + identifier("usual", "1") + "]}");

        assertThat(statement(withdrawn).status()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(statement(withdrawn).parts()).isEmpty();
        assertThat(statement(withdrawn).subject()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'code': {'coding': [{'system': 'urn:local', 'code': 'T'}]}
            'code': {'text': 'Temperature'}
            'valueQuantity': {'value': 38}, 'dataAbsentReason': {'text': 'entered in error'}
            'valueString': 'x'
            'component': [{'code': {'text': 'x'}, 'valueQuantity': {'value': 1}}]
            """)
    void nothingButItsIdentityIsReadOfAWithdrawal(String rest) {
        var withdrawn = Resources.json("{'resourceType': 'Observation', 'status': 'entered-in-error', 'identifier': ["
                + identifier("usual", "1") + "], " + rest + "}");

        assertThat(statement(withdrawn).status()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(key(withdrawn))
                .isEqualTo(key(temperature("38", ", 'identifier': [" + identifier("usual", "1") + "]")));
    }

    @ParameterizedTest
    @CsvSource({"Observation", "MedicationAdministration", "Procedure"})
    void aWithdrawalThatNamesNothingIsRefused(String type) {
        var withdrawn = Resources.json("{'resourceType': '" + type + "', 'status': 'entered-in-error'}");

        assertThat(Resources.line(withdrawn)).isEqualTo("422 " + type + ".identifier is missing");
        assertThat(read(ResourceWrite.put("a", withdrawn))
                        .statements()
                        .getFirst()
                        .status())
                .isEqualTo(StatementStatus.WITHDRAWN);
    }
}
