/// Decides what raises an alert, how long it lasts, and its states until it is acknowledged and resolved.
/// Pure code: time is a parameter, decisions are results.
///
/// Start reading at {@link health.vigil.alert.AlertRules}.
@NullMarked
package health.vigil.alert;

import org.jspecify.annotations.NullMarked;
