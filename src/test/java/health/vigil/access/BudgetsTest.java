package health.vigil.access;

import health.vigil.access.Budgets.Budget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetsTest {
    private final Budgets<String> budgets = new Budgets<>(new Budget(2, 1, Duration.ofDays(1)));

    @Test
    void whatIsGivenBackCanBeSpentAgain() {
        assertThat(budgets.allows("a", 2)).isTrue();
        assertThat(budgets.allows("a", 1)).isFalse();

        budgets.giveBack("a", 1);

        assertThat(budgets.allows("a", 1)).isTrue();
        assertThat(budgets.allows("a", 1)).isFalse();
    }

    @Test
    void noMoreIsGivenBackThanThereWas() {
        budgets.giveBack("a", 5);

        assertThat(budgets.allows("a", 3)).isFalse();
    }
}
