package health.vigil.ehr;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource({
        "[a](javascript:b), \\[a\\](javascript:b)",
        "![a](b), !\\[a\\](b)",
        "<b>, \\<b>",
        "`a` *b* _c_ ~d~, \\`a\\` \\*b\\* \\_c\\_ \\~d\\~",
        "a\\b, a\\\\b",
        "&lt;, \\&lt;",
        "https://evil.example, https\\://evil.example",
        "see www.evil.example, see www\\.evil.example",
        "a@evil.example, a\\@evil.example"
    })
    void whatPeopleTypedBecomesNoMarkup(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }

    @Test
    void aTextStaysOnItsLine() {
        assertThat(Markdown.escape("a\n\n# b\u2028c\td")).isEqualTo("a # b c d");
    }

    @Test
    void anOrdinarySentenceStaysReadable() {
        assertThat(Markdown.escape("temperature 38.9 °C >= 38 (CRS-1)")).isEqualTo("temperature 38.9 °C >= 38 (CRS-1)");
    }
}
