package health.vigil.api.registry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uFF1D1"})
    void aTextThatLooksLikeAFormulaIsShownAsText(String text) {
        assertThat(CsvTable.text(text)).isEqualTo("'" + text);
    }

    @Test
    void aFormulaBehindAQuoteOrALineIsShownAsText() {
        assertThat(CsvTable.text("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(CsvTable.text("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(CsvTable.text("\n=1")).isEqualTo("\"'\n=1\"");
    }

    @Test
    void separatorsAndQuotesAreQuoted() {
        assertThat(CsvTable.text("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvTable.text("a;b")).isEqualTo("a;b");
        assertThat(CsvTable.text("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(CsvTable.text("axi-cel")).isEqualTo("axi-cel");
    }

    @Test
    void anEmptyExportHasTheNamesOfItsColumns() {
        assertThat(CsvTable.of(List.of()))
                .startsWith("fieldList,patient,episode,product,")
                .endsWith(",open\r\n");
    }
}
