package health.vigil.audit;

import health.vigil.access.Budgets;
import health.vigil.access.Budgets.Budget;
import jakarta.inject.Singleton;

/// How many refusals are recorded: enough to see that someone tries doors, not enough to fill the disk. Each address or
/// account has a budget, and all that nobody is known to have sent have one together.
@Singleton
class RefusalBudget {
    private static final String NOBODY = "";

    private final Budgets<String> each = new Budgets<>(Budget.perMinute(100, 60));
    private final Budgets<String> ofNobody = new Budgets<>(Budget.perMinute(1000, 10));

    /// One more refusal of an account.
    boolean allows(String account) {
        return each.allows(account, 1);
    }

    /// One more refusal of a request without a credential that is known.
    boolean allowsNobody(String address) {
        return allows(address) && ofNobody.allows(NOBODY, 1);
    }
}
