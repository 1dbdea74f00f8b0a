package health.vigil.api.device;

import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.problem.ProblemException;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Binds devices to patients. A device speaks for one patient at a time: the database sees to it.
@ApplicationScoped
class DeviceBindings {
    private final Transactions transactions;
    private final CurrentUser user;

    DeviceBindings(Transactions transactions, CurrentUser user) {
        this.transactions = transactions;
        this.user = user;
    }

    /// How a device is bound.
    ///
    /// @param silentAfter how long it may say nothing, seconds; absent: as long as the setting says
    record Terms(Instant from, Optional<Integer> silentAfter) {}

    /// Binds a device from an instant on; an earlier binding that still lasts ends there.
    ///
    /// @throws ProblemException 409 when the device was bound to someone then or later: the past is not rewritten
    Binding bind(String device, String patient, Terms terms) {
        var from = terms.from();
        try {
            return transactions.change(sql -> standing(sql, device, patient, terms)
                    .orElseGet(() -> {
                        sql.update(
                                "update device_binding set valid = tstzrange(lower(valid), ?), unbound_by = ?"
                                        + " where device_id = ? and upper_inf(valid) and lower(valid) < ?",
                                from,
                                user.username(),
                                device,
                                from);
                        insert(sql, device, patient, terms);
                        Timers.hurry(sql, Timers.DEVICE, List.of(device));
                        return standing(sql, device, patient, terms).orElseThrow();
                    }));
        } catch (DatabaseFailure overlap) {
            throw overlap.refusedData() ? taken() : overlap;
        }
    }

    private static ProblemException taken() {
        return ProblemException.conflict("The device is bound to a patient from then on, or was for a time after it");
    }

    private void insert(Sql sql, String device, String patient, Terms terms) {
        sql.update(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)"
                        + " values (?, ?, ?, tstzrange(?, null), ?, ?)",
                UUID.randomUUID(),
                device,
                patient,
                terms.from(),
                user.username(),
                terms.silentAfter());
    }

    /// The very binding that is asked for: asking again changes nothing.
    private static Optional<Binding> standing(Sql sql, String device, String patient, Terms terms) {
        return sql.first(
                "select " + Binding.COLUMNS + " where device_id = ? and patient_id = ? and lower(valid) = ?"
                        + " and upper_inf(valid) and silent_after_seconds is not distinct from ?",
                Binding::of,
                device,
                patient,
                terms.from(),
                terms.silentAfter());
    }

    /// The binding that lasts, or is to come.
    Optional<Binding> current(String device) {
        return transactions.run(sql -> sql.first(
                "select " + Binding.COLUMNS + " where device_id = ? and upper_inf(valid)", Binding::of, device));
    }

    /// Ends the binding that lasts; one that has not begun never does.
    void unbind(String device, Instant at) {
        transactions.change(sql -> {
            Timers.hurry(sql, Timers.DEVICE, List.of(device));
            return sql.update(
                    "update device_binding set valid = tstzrange(lower(valid), greatest(lower(valid), ?)),"
                            + " unbound_by = ? where device_id = ? and upper_inf(valid)",
                    at,
                    user.username(),
                    device);
        });
    }

    /// The bindings that last, of patients the user may see, the newest first.
    List<Binding> page(Optional<String> patient, Paging paging) {
        var after = paging.after().orElse(new Cursor(Instant.parse("9999-12-31T00:00:00Z"), ""));
        return transactions.run(sql -> sql.list(
                "select " + Binding.COLUMNS + " where upper_inf(valid) and (?::text is null or patient_id = ?)"
                        + " and (lower(valid), device_id) < (?, ?) order by lower(valid) desc, device_id desc limit ?",
                Binding::of,
                patient,
                patient,
                after.at(),
                after.id(),
                paging.rows()));
    }
}
