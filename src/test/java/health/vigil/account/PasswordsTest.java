package health.vigil.account;

import health.vigil.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTest {
    private static final int A_CROWD = 200;

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        var fresh = passwords.fresh();

        assertThat(passwords.matches(fresh.password(), fresh.hash())).isTrue();
        assertThat(passwords.matches("another", fresh.hash())).isFalse();
    }

    @Test
    void aCrowdIsRefusedInsteadOfWaitingForEver() throws InterruptedException {
        var hash = passwords.fresh().hash();
        var compared = new AtomicInteger();
        var refused = new AtomicInteger();

        var crowd = IntStream.range(0, A_CROWD)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> count(hash, compared, refused)))
                .toList();
        for (var one : crowd) {
            one.join();
        }

        assertThat(compared.get() + refused.get()).isEqualTo(A_CROWD);
        assertThat(compared.get()).isPositive();
        assertThat(refused.get()).isPositive();
    }

    private void count(String hash, AtomicInteger compared, AtomicInteger refused) {
        try {
            passwords.matches("guess", hash);
            compared.incrementAndGet();
        } catch (ProblemException crowded) {
            refused.incrementAndGet();
        }
    }
}
