package health.vigil.monitor.batch;

import health.vigil.store.DatabaseFailure;

/// Recognises failures that no retry can fix.
public final class Poison {
    private Poison() {}

    /// Whether a retry cannot help: the database refused the data, or the code has a bug. A lost claim or an
    /// unreachable database is not poison.
    public static boolean is(RuntimeException failure) {
        return switch (failure) {
            case ClaimLost _ -> false;
            case DatabaseFailure refused -> refused.refusedData();
            default -> true;
        };
    }

    /// The class and place of a failure, without values.
    public static String describe(RuntimeException failure) {
        var what = failure instanceof DatabaseFailure refused
                ? refused.getMessage()
                : failure.getClass().getName();
        return what + " at " + failure.getStackTrace()[0];
    }
}
