package health.vigil.access;

import health.vigil.access.Budgets.Budget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// Limits how many observations the credential of one device, or an account at home, may send, in any number of
/// messages.
@ApplicationScoped
public class ObservationBudget {
    private final long atOnce;
    private final Budgets<String> devices;

    ObservationBudget(RateSettings options) {
        atOnce = options.deviceAtOnce();
        devices = new Budgets<>(Budget.perSecond(atOnce, options.devicePerSecond()));
    }

    /// Spends from the budget, or returns how long to wait. A message that is larger than the whole budget is
    /// allowed when the budget is full. Other users have no limit.
    public Optional<Duration> refusal(User user, int observations) {
        return (user.deviceId().isPresent() || user.role().entersFromHome()) && observations > 0
                ? devices.refusal(user.username(), Math.min(observations, atOnce))
                : Optional.empty();
    }
}
