package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/// A page in German with the phrase book, without a session, so that no account's own language counts.
record GermanPage(Page page) implements AutoCloseable {
    private static final String SPEAK =
            "try { localStorage.getItem('vigil.language') ?? localStorage.setItem('vigil.language', 'de'); } catch { }";

    private static final String TRANSLATE = """
        async sentences => {
            const { translated } = await import('/assets/phrase-book.js');
            return sentences.map(translated);
        }
        """;

    private static final String LEFT_IN_ENGLISH = """
        async sentences => {
            const { langOf } = await import('/assets/phrase-book.js');
            return sentences.filter(sentence => langOf(sentence) === 'en');
        }
        """;

    static GermanPage open() {
        var page = TestBrowser.context(1366, 900, ColorScheme.LIGHT).newPage();
        page.addInitScript(SPEAK);
        page.navigate("/sign-in");
        return new GermanPage(page);
    }

    List<?> translated(List<String> sentences) {
        return (List<?>) page.evaluate(TRANSLATE, sentences);
    }

    /// The sentences that the phrase book does not have.
    List<?> untranslated(List<String> sentences) {
        return (List<?>) page.evaluate(LEFT_IN_ENGLISH, sentences);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
