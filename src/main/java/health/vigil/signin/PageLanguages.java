package health.vigil.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The languages that users chose for the pages. Each page asks for the session every minute, so an answer is
/// remembered: a change in one process shows in another within that time.
@Singleton
class PageLanguages {
    private static final int REMEMBERED = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Cache<String, Optional<String>> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /// The word of a [PageLanguage]; empty if the user chose none, or if the database does not answer soon: a page
    /// then keeps its language.
    Optional<String> of(String username) {
        var known = remembered.getIfPresent(username);
        return known == null ? read(username) : known;
    }

    /// Reads on a thread of its own, because a query in a hanging database cannot be cancelled.
    private Optional<String> read(String username) {
        var answer = new FutureTask<>(() -> {
            var stored = stored(username);
            remembered.put(username, stored);
            return stored;
        });
        Thread.ofVirtual().name("page-language").start(answer);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unread) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> stored(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> LanguageRow.<LanguageRow>findByIdOptional(username).map(row -> row.language));
    }

    void choose(String username, PageLanguage language) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (LanguageRow.update("language = ?1 where username = ?2", language.word(), username) == 0) {
                var row = new LanguageRow();
                row.username = username;
                row.language = language.word();
                row.persist();
            }
        });
        remembered.put(username, Optional.of(language.word()));
    }
}
