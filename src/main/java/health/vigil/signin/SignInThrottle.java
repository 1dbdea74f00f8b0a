package health.vigil.signin;

import health.vigil.access.Budgets;
import health.vigil.access.Budgets.Budget;
import jakarta.inject.Singleton;

/// Limits password guessing. An address may try one name 10 times at once and 6 times a minute, and all names
/// together 60 times at once and 60 times a minute. Attempts from one address never lock a name for another.
@Singleton
class SignInThrottle {
    private final Budgets<NameFromAddress> names = new Budgets<>(Budget.perMinute(10, 6));
    private final Budgets<String> addresses = new Budgets<>(Budget.perMinute(60, 60));

    private record NameFromAddress(String username, String address) {}

    /// @throws ProblemException 429 with the time to wait
    void admit(String username, String address) {
        names.spend(new NameFromAddress(username, address), 1);
        addresses.spend(address, 1);
    }
}
