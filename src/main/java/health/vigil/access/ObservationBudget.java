package health.vigil.access;

import health.vigil.access.Budgets.Budget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// How many observations the credential of one device may send, however it bundles them.
@ApplicationScoped
public class ObservationBudget {
    private final long atOnce;
    private final Budgets<String> devices;

    ObservationBudget(RateSettings options) {
        atOnce = options.deviceAtOnce();
        devices = new Budgets<>(Budget.perSecond(atOnce, options.devicePerSecond()));
    }

    /// Spends so many, or says how long to wait. A message of more than a device may ever send at once is let in when
    /// nothing was sent for as long. Whoever is no single device has no limit.
    public Optional<Duration> refusal(User user, int observations) {
        return user.deviceId().isPresent() && observations > 0
                ? devices.refusal(user.username(), Math.min(observations, atOnce))
                : Optional.empty();
    }
}
