package health.vigil.access;

import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObservationBudgetTest {
    private final ObservationBudget budget = new ObservationBudget(new OnePerSecond());

    /// One observation at once of a device, and no limit that a test reaches for others.
    private record OnePerSecond() implements RateSettings {
        @Override
        public long perSecond() {
            return 1000;
        }

        @Override
        public long atOnce() {
            return 1000;
        }

        @Override
        public long devicePerSecond() {
            return 1;
        }

        @Override
        public long deviceAtOnce() {
            return 1;
        }
    }

    private static User user(Role role, Optional<String> device) {
        return new User("account-" + role.word(), role, device, Wards.ALL);
    }

    private boolean refusesTheSecond(User user) {
        budget.refusal(user, 1);
        return budget.refusal(user, 1).isPresent();
    }

    @Test
    void anAccountAtHomeHasTheBudgetOfADeviceAlsoWithoutAPatient() {
        assertThat(refusesTheSecond(user(Role.PATIENT, Optional.empty()))).isTrue();
        assertThat(refusesTheSecond(user(Role.CAREGIVER, Optional.empty()))).isTrue();
        assertThat(refusesTheSecond(user(Role.DEVICE, Optional.of("d-1")))).isTrue();
        assertThat(refusesTheSecond(user(Role.NURSE, Optional.empty()))).isFalse();
        assertThat(refusesTheSecond(user(Role.DEVICE, Optional.empty()))).isFalse();
    }
}
