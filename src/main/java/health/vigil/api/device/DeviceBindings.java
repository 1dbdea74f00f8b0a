package health.vigil.api.device;

import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.api.device.DepartureAlerts.Departure;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.problem.ProblemException;
import health.vigil.store.Bindings;
import health.vigil.store.Column;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Binds devices to patients. A device speaks for one patient at a time: the database sees to it.
@ApplicationScoped
class DeviceBindings {
    private static final String LASTING =
            "select " + Binding.COLUMNS + " where device_id = ? and " + Binding.LASTS + " order by lower(valid)";

    /// Whatever lasts beyond an instant ends there; what had not begun by then never did.
    private static final String CUT = """
            update device_binding set valid = tstzrange(lower(valid), greatest(lower(valid), ?)), unbound_by = ?
            where device_id = ? and not isempty(valid) and (upper_inf(valid) or upper(valid) > ?) returning patient_id
            """;

    private static final String PAGE = "select " + Binding.COLUMNS + " as b where " + Binding.LASTS + """
             and (?::text[] is null or patient_id = any(?::text[]))
                and (?::text[] is null or (
                    select ward_key(ward) = any(?::text[]) from episode e where e.patient_id = any(numbers_of(b.patient_id))
                    order by status = 'active' desc, voided_at is null desc,
                        case when cardinality(numbers_of(b.patient_id)) > 1 then ended_at end desc, admitted_at desc
                    limit 1))
                and (lower(valid), device_id) < (?, ?)
            order by lower(valid) desc, device_id desc limit ?
            """;

    private final Transactions transactions;
    private final DepartureAlerts departures;
    private final CurrentUser user;

    DeviceBindings(Transactions transactions, DepartureAlerts departures, CurrentUser user) {
        this.transactions = transactions;
        this.departures = departures;
        this.user = user;
    }

    /// Whom a device is bound to.
    ///
    /// @param number as it was asked for: where it was merged with another, taking that back takes the device along
    record Bearer(PatientId number, String ward) {}

    /// How a device is bound.
    ///
    /// @param silentAfter how long it may say nothing, seconds; absent: as long as the setting says
    record Terms(Instant from, Optional<Integer> silentAfter) {}

    /// Binds a device from an instant on, whoever had it. What it has said since then goes to the patient by the
    /// stream.
    ///
    /// @throws ProblemException 409 when somebody else binds it at the same moment
    Binding bind(String device, Bearer patient, Terms terms) {
        try {
            return transactions.change(sql -> {
                Bindings.lock(sql, device);
                return standing(sql, device, patient.number().value(), terms)
                        .orElseGet(() -> bind(sql, device, patient, terms));
            });
        } catch (DatabaseFailure overlap) {
            throw overlap.refusedData()
                    ? ProblemException.conflict("The device is bound by somebody else just now: read it, and try again")
                    : overlap;
        }
    }

    private Binding bind(Sql sql, String device, Bearer patient, Terms terms) {
        var before = lasting(sql, device);
        var concerned = new TreeSet<>(cut(sql, device, terms.from()));
        var number = patient.number().value();
        concerned.add(number);
        insert(sql, device, number, terms);
        rebound(sql, device, concerned, terms.from());
        departures.tell(sql, left(before, Optional.of(patient), terms.from()));
        return standing(sql, device, number, terms).orElseThrow();
    }

    private List<String> cut(Sql sql, String device, Instant at) {
        return sql.list(CUT, row -> row.text("patient_id"), at, user.username(), device, at);
    }

    /// Each patient's readings are looked at again, in the order of the stream.
    private static void rebound(Sql sql, String device, Collection<String> patients, Instant from) {
        var change = UUID.randomUUID();
        patients.stream()
                .map(PatientId::new)
                .forEach(patient -> Outbox.tell(
                        sql, patient, new StreamRecord.DeviceRebound(change, new DeviceId(device), patient, from)));
        Timers.hurry(sql, Timers.DEVICE, List.of(device));
    }

    private static List<Departure> left(List<Binding> before, Optional<Bearer> now, Instant since) {
        return before.stream()
                .flatMap(binding -> binding
                        .patientId()
                        .filter(patient -> now.filter(
                                        taker -> taker.number().value().equals(patient))
                                .isEmpty())
                        .map(patient -> new Departure(binding.deviceId(), patient, now.map(Bearer::ward), since))
                        .stream())
                .toList();
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

    private static List<Binding> lasting(Sql sql, String device) {
        return sql.list(LASTING, Binding::of, device);
    }

    /// The binding that lasts; where there is none, the first that is to come.
    Optional<Binding> current(String device) {
        return transactions.run(sql -> lasting(sql, device).stream().findFirst());
    }

    /// Ends what lasts; what has not begun by then never does.
    ///
    /// @throws ProblemException 404 when the device is bound to nobody
    void unbind(String device, Instant at) {
        transactions.change(sql -> {
            Bindings.lock(sql, device);
            var before = lasting(sql, device);
            if (before.isEmpty()) {
                throw boundToNobody();
            }
            rebound(sql, device, new TreeSet<>(cut(sql, device, at)), at);
            departures.tell(sql, left(before, Optional.empty(), at));
            return before;
        });
    }

    static ProblemException boundToNobody() {
        return ProblemException.notFound("The device is bound to nobody");
    }

    /// Which bindings are listed.
    ///
    /// @param everyWard whether the user sees the patient that is asked for, or every one
    record Asked(Optional<String> patient, boolean everyWard) {}

    private static Column column(Set<String> wards) {
        return Column.texts(List.copyOf(wards), ward -> ward);
    }

    /// The bindings that last, of patients the user may see, the newest first.
    List<Binding> page(Asked asked, Paging paging) {
        var after = paging.after().orElse(new Cursor(Instant.parse("9999-12-31T00:00:00Z"), ""));
        var wards = user.wards().keys().filter(_ -> !asked.everyWard()).map(DeviceBindings::column);
        return transactions.run(sql -> {
            var numbers = asked.patient().map(number -> numbers(sql, number));
            return sql.list(PAGE, Binding::of, numbers, numbers, wards, wards, after.at(), after.id(), paging.rows());
        });
    }

    private static Column numbers(Sql sql, String patient) {
        return PatientId.accepts(patient)
                ? Column.texts(PatientNumbers.of(sql, new PatientId(patient)).all(), PatientId::value)
                : Column.texts(List.of(patient), number -> number);
    }
}
