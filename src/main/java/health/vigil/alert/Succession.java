package health.vigil.alert;

/// What becomes of an unresolved alert when its condition occurs again.
public enum Succession {
    /// The new alert replaces it.
    REPLACES,
    /// It continues.
    CONTINUES,
    /// The new alert replaces it if it was acknowledged.
    FOLLOWS_AN_ANSWER,
    /// The new alert replaces it if it was less certain ({@link AlertRule#sharpens}); otherwise there is
    /// none.
    CONFIRMS
}
