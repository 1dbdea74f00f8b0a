package health.vigil.api.fhir;

import health.vigil.fhir.SubscriptionUrls;
import health.vigil.fhirview.ProfileValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whole answers of the service pass the validator of HL7. `FhirAnswersTest` asks for them and keeps them in files.
class ServiceAnswersTest {
    private static final Path FILES = Path.of("target/fhir-answers");
    private static final Set<String> BACKPORT =
            Set.of(SubscriptionUrls.PROFILE, SubscriptionUrls.STATUS, SubscriptionUrls.NOTIFICATION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata",
                "device",
                "code-systems",
                "grades",
                "provenance",
                "page",
                "nothing",
                "everything",
                "parameter-left-out",
                "outcome",
                "batch",
                "transaction",
                "transaction-refused",
                "not-json",
                "nobody",
                "forbidden",
                "not-found",
                "not-allowed",
                "not-acceptable",
                "no-resource",
                "subscription",
                "subscription-status",
                "subscription-events",
                "subscription-get-ws-binding-token",
                "subscriptions"
            })
    void anAnswerPasses(String name) throws IOException {
        var file = FILES.resolve(name + ".json");
        assertThat(file).as("FhirAnswersTest has to run before").exists();

        assertThat(ProfileValidator.faults(Files.readString(file), BACKPORT)).isEmpty();
    }
}
