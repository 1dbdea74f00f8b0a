package health.vigil.json;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLinesTest {
    private static final JsonLines LINES = JsonLines.of("""

            {
              "rows": [
                {"id": "a",
                 "when": {
                   "crs": {"min": 1}
                 }
                },
                {
                  "id": "b",
                  "products": ["x",
                    "y"]
                }
              ]
            }
            """);

    @Test
    void aValueBeginsOnItsLine() {
        assertThat(LINES.line("rows")).isEqualTo(3);
        assertThat(LINES.line("rows[0].id")).isEqualTo(4);
        assertThat(LINES.line("rows[0].when.crs.min")).isEqualTo(6);
        assertThat(LINES.line("rows[1]")).isEqualTo(9);
        assertThat(LINES.line("rows[1].products[1]")).isEqualTo(12);
    }

    @Test
    void whatIsMissingIsOnTheLineOfTheValueAroundIt() {
        assertThat(LINES.line("rows[1].owner.name")).isEqualTo(9);
        assertThat(LINES.line("rows[0].when.icans")).isEqualTo(5);
        assertThat(LINES.line("note")).isEqualTo(1);
        assertThat(LINES.line("")).isEqualTo(1);
    }
}
