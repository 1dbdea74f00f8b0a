package health.vigil.audit;

import health.vigil.access.Budgets;
import health.vigil.access.Budgets.Budget;
import jakarta.inject.Singleton;

/// Limits how many refused requests are recorded: enough to see an attack, not enough to fill the disk. Each
/// address or account has a budget, and all unauthenticated requests share another.
@Singleton
class RefusalBudget {
    private static final String NOBODY = "";

    private final Budgets<String> each = new Budgets<>(Budget.perMinute(100, 60));
    private final Budgets<String> ofNobody = new Budgets<>(Budget.perMinute(1000, 10));

    /// Spends one refusal of an account.
    boolean allows(String account) {
        return each.allows(account, 1);
    }

    /// Spends one refusal of an unauthenticated request.
    boolean allowsNobody(String address) {
        return allows(address) && ofNobody.allows(NOBODY, 1);
    }
}
