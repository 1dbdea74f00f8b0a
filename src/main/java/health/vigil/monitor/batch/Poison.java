package health.vigil.monitor.batch;

import health.vigil.store.DatabaseFailure;

/// Work that fails however often it is tried, because of what it is about.
public final class Poison {
    private Poison() {}

    /// Whether trying again cannot help: the data was refused, or a rule of ours broke. An owner who lost its claim and
    /// a database that is away are no reason to give anything up.
    public static boolean is(RuntimeException failure) {
        return switch (failure) {
            case ClaimLost _ -> false;
            case DatabaseFailure refused -> refused.refusedData();
            default -> true;
        };
    }

    /// What failed, without values.
    public static String told(RuntimeException failure) {
        var what = failure instanceof DatabaseFailure refused
                ? refused.getMessage()
                : failure.getClass().getName();
        return what + " at " + failure.getStackTrace()[0];
    }
}
