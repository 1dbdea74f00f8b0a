package health.vigil.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the service says about patients of the tests so far is in the phrase book, so that a sentence that is worded
/// anew does not silently stay English on a German page. The list of sentences alone would not notice.
@ServiceTest
class SaidSentencesPageTest {
    private static final int PATIENTS = 150;
    private static final Set<String> FIELDS =
            Set.of("title", "detail", "reason", "finding", "sentence", "text", "caveat", "outlook");

    @Test
    void theBookHasThem() throws IOException {
        var own = TestPatient.admit("said-" + UUID.randomUUID(), "1", "Nelly Sachs");
        own.observe("vital-signs", Duration.ofMinutes(1), Map.of("temperature", 39.1, "systolic", 84, "spo2", 88));
        var sentences = new TreeSet<String>();
        collect(get("/v1/alerts?limit=1000"), sentences);
        var patients = get("/v1/episodes?status=active&limit=" + PATIENTS).path("items");
        for (var episode : patients) {
            var patient = "/v1/patients/" + episode.path("patientId").asText();
            collect(get(patient + "/grade"), sentences);
            collect(get(patient + "/context"), sentences);
        }

        assertThat(sentences).hasSizeGreaterThan(10);
        try (var german = GermanPage.open()) {
            assertThat(german.untranslated(List.copyOf(sentences))).isEmpty();
        }
    }

    private static JsonNode get(String path) throws IOException {
        return new ObjectMapper()
                .readTree(As.role(Role.PHYSICIAN)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    /// Pieces are parts of a sentence that is collected as a whole.
    private static void collect(JsonNode node, Set<String> sentences) {
        node.properties().stream()
                .filter(field -> !field.getKey().toLowerCase(Locale.ROOT).endsWith("pieces"))
                .forEach(field -> {
                    if (FIELDS.contains(field.getKey())) {
                        texts(field.getValue()).forEach(sentences::add);
                    }
                    collect(field.getValue(), sentences);
                });
        if (node.isArray()) {
            node.forEach(each -> collect(each, sentences));
        }
    }

    /// A sentence, or a list of them.
    private static Stream<String> texts(JsonNode value) {
        return value.isArray()
                ? value.valueStream().flatMap(SaidSentencesPageTest::texts)
                : Stream.of(value).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
