package health.vigil.alert;

/// What becomes of an unresolved alert when its condition deserves an alert once more.
public enum Succession {
    /// The new alert is told in place of the one that stands.
    REPLACES,
    /// The one that stands goes on.
    CONTINUES,
    /// The new alert is told in place of one that someone has answered.
    FOLLOWS_AN_ANSWER,
    /// The new alert is told only in place of one that was less sure ({@link AlertRule#sharpens}).
    CONFIRMS
}
