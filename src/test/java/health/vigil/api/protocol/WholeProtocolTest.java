package health.vigil.api.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/// The whole table of the hospital's protocol through the API, from `protocol/rows.json`.
@ServiceTest
class WholeProtocolTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Role> READERS =
            Set.of(Role.NURSE, Role.PHYSICIAN, Role.DASHBOARD, Role.ADMIN, Role.COORDINATOR);

    private static JsonNode protocol() throws IOException {
        return JSON.readTree(As.role(Role.NURSE)
                .get("/v1/protocol")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode file() throws IOException {
        return JSON.readTree(Path.of("src/test/resources/protocol/rows.json").toFile());
    }

    private static JsonNode row(JsonNode rows, String id) {
        return rows.valueStream()
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allRowsAreThereInTheirOrder() throws IOException {
        var protocol = protocol();

        assertThat(protocol.path("table").asText()).startsWith("local-");
        assertThat(protocol.path("reason").isNull()).isTrue();
        assertThat(protocol.path("items").findValuesAsText("id"))
                .containsExactly("c1-1", "c2-1", "o-1", "fn-1", "every-part");
    }

    @Test
    void aRowHasItsWordsItsSourceAndItsOwner() throws IOException {
        var row = row(protocol().path("items"), "c2-1");

        assertThat(row.path("version").asText()).isEqualTo("3");
        assertThat(row.path("text").asText()).isEqualTo("Tocilizumab 8 mg/kg, at most 800 mg; telemetry");
        var source = row(file().path("rows"), "c2-1").path("source");
        for (var part : List.of("document", "edition", "page")) {
            assertThat(row.path("source").path(part)).isEqualTo(source.path(part));
        }
        assertThat(row.path("source").path("text").asText())
                .startsWith(source.path("document").asText())
                .endsWith("p. " + source.path("page").asText());
        assertThat(row.path("owner")).isEqualTo(row(file().path("rows"), "c2-1").path("owner"));
        assertThat(row.path("forRoles")).hasSize(1);
        assertThat(row.path("order").asInt()).isEqualTo(20);
        assertThat(row.path("approvedAt").asText()).isEqualTo("2026-02-03");
    }

    @Test
    void aConditionIsThereAsTheFileWritesIt() throws IOException {
        var rows = protocol().path("items");

        for (var written : file().path("rows")) {
            var id = written.path("id").asText();
            assertThat(row(rows, id).path("when")).as(id).isEqualTo(written.path("when"));
        }
    }

    /// Otherwise the test above would not notice a part that is lost.
    @Test
    void oneRowHasEveryPartOfACondition() throws IOException {
        var parts = new ArrayList<String>();
        row(file().path("rows"), "every-part").path("when").fieldNames().forEachRemaining(parts::add);

        assertThat(parts)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ConditionView.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void aConditionIsInPlainWordsToo() throws IOException {
        var condition = row(protocol().path("items"), "c2-1").path("condition");

        assertThat(condition.valueStream().map(JsonNode::asText).toList())
                .isEqualTo(List.of("CRS grade 2", "Up to 3 doses of tocilizumab since the infusion"));
    }

    @Test
    void anOverdueReviewIsMarked() throws IOException {
        var rows = protocol().path("items");

        assertThat(row(rows, "o-1").path("reviewOverdueSince").asText()).isEqualTo("2025-02-03");
        assertThat(row(rows, "c1-1").has("reviewOverdueSince")).isFalse();
    }

    /// It holds no patient, so it is not limited by wards.
    @ParameterizedTest
    @EnumSource
    void whoMayReadThePolicyOrKeepsJourneysReadsIt(Role role) {
        As.role(role).get("/v1/protocol").then().statusCode(READERS.contains(role) ? 200 : 403);
    }

    @Test
    void readingItIsNotRecordedBecauseItConcernsNoPatient() {
        var colleague = Colleague.nurseOf("elsewhere");
        colleague.asks().get("/v1/protocol").then().statusCode(200).body("items.size()", equalTo(5));

        As.role(Role.ADMIN)
                .queryParam("actor", colleague.username())
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items.findAll { it.action == 'GET /v1/protocol' }", empty());
    }
}
