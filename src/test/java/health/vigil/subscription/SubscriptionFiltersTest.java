package health.vigil.subscription;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionFiltersTest {
    @Test
    void aFilterIsReadAsASearch() {
        var read = SubscriptionFilters.read(
                SubscriptionTopic.ALERT,
                List.of(
                        "DetectedIssue?patient=Patient/p-1,p-2&severity=high,moderate",
                        "code=http://health.vigil/fhir/CodeSystem/alert-type%7Ccrs-grade&ward=North%20Wing"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.filter().patients()).contains(List.of("p-1", "p-2"));
        assertThat(read.filter().priorities()).contains(List.of("high", "medium"));
        assertThat(read.filter().codes()).contains(List.of("crs-grade"));
        assertThat(read.filter().wards()).contains(List.of("North Wing"));
    }

    @Test
    void withoutFiltersEverythingIsTold() {
        var read = SubscriptionFilters.read(SubscriptionTopic.GRADE, List.of());

        assertThat(read.filter().patients()).isEmpty();
        assertThat(read.filter().codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALERT | DetectedIssue?bed=12
            ALERT | Observation?code=crs-grade
            ALERT | code=icans
            ALERT | code=http://loinc.org%7Ccrs-grade
            ALERT | severity=urgent
            ALERT | severity=
            ALERT | patient=Patient/a%20b
            ALERT | severity=high&severity=low
            ALERT | severity=%zz
            ALERT | severity
            ALERT | patient:not=p-1
            GRADE | ward=north
            GRADE | severity=high
            GRADE | code=fever-onset
            """)
    void whatIsNotKnownIsAFault(SubscriptionTopic topic, String filter) {
        var faults = SubscriptionFilters.read(topic, List.of(filter)).faults();

        assertThat(faults)
                .isNotEmpty()
                .allMatch(fault -> fault.field().equals("Subscription.criteria.extension[0].value"));
    }

    @Test
    void aParameterIsGivenOnceInAllFilters() {
        assertThat(SubscriptionFilters.read(SubscriptionTopic.GRADE, List.of("code=crs-grade", "code=icans-grade"))
                        .faults())
                .hasSize(1);
    }

    @Test
    void topicsHaveTheirAddress() {
        assertThat(SubscriptionTopic.of("http://health.vigil/fhir/SubscriptionTopic/grade"))
                .contains(SubscriptionTopic.GRADE);
        assertThat(SubscriptionTopic.of("http://health.vigil/fhir/SubscriptionTopic/bed"))
                .isEmpty();
    }
}
