package health.vigil.intake;

import health.vigil.intake.json.ContentHash;
import health.vigil.intake.json.SubmissionJson;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.RetractionTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// An observation may replace an earlier one of the same sender.
class CorrectsTest {
    @Test
    void whatItCorrectsIsWithdrawn() {
        var submission = Samples.accepted(message("'corrects': 'o-0', 'kind': 'vital-signs', 'heartRate': 88"))
                .submission();

        assertThat(submission.withdraws()).contains(RetractionTarget.of(ObservationIds.of("o-0")));
        assertThat(SubmissionJson.tree(submission).path("corrects").textValue()).isEqualTo("o-0");
    }

    @Test
    void aCorrectionIsAnotherContent() {
        var plain = Samples.accepted(message("'kind': 'vital-signs', 'heartRate': 88"))
                .submission();
        var correction = Samples.accepted(message("'corrects': 'o-0', 'kind': 'vital-signs', 'heartRate': 88"))
                .submission();

        assertThat(ContentHash.of(correction)).isNotEqualTo(ContentHash.of(plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'corrects': 'o-1', 'kind': 'vital-signs', 'heartRate': 88",
                "'corrects': 'o-0', 'kind': 'retraction', 'observationId': 'o-9', 'reason': 'mistake'",
                "'corrects': 7, 'kind': 'vital-signs', 'heartRate': 88"
            })
    void whatCannotBeCorrectedIsRefused(String fields) {
        assertThat(Samples.violations(message(fields)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("corrects"));
    }

    private static String message(String fields) {
        return "{'id': 'o-1', 'patientId': 'p-1', 'effectiveAt': '2026-03-02T11:00:00Z', ".replace('\'', '"')
                + fields.replace('\'', '"') + "}";
    }
}
