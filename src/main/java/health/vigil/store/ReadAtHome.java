package health.vigil.store;

/// Where a reading was taken, in SQL.
final class ReadAtHome {
    /// Holds for an observation that was read at home. It is never null, so it can be negated.
    static final String CONDITION = "jsonb_exists(content, 'setting')";

    private ReadAtHome() {}
}
