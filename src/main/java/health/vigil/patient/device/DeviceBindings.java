package health.vigil.patient.device;

import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.patient.device.DepartureAlerts.Departure;
import health.vigil.problem.ProblemException;
import health.vigil.store.Bindings;
import health.vigil.store.Column;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.StayEnd;
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

    /// The bindings that hold some of a period, and what is left of each before and after it.
    private static final String OVERLAPPING = """
            select id, patient_id, valid * tstzrange(null, ?) as before, valid * tstzrange(?, null) as after
            from device_binding where device_id = ? and valid && tstzrange(?, ?) order by lower(valid)
            """;

    private static final String CUT = "update device_binding set valid = ?::tstzrange, unbound_by = ? where id = ?";

    private static final String KEEP_AFTER = """
            insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)
            select ?, device_id, patient_id, ?::tstzrange, bound_by, silent_after_seconds from device_binding where id = ?
            """;

    private static final String PAGE = "select " + Binding.COLUMNS + " as b where " + Binding.LASTS + """
             and (?::text[] is null or patient_id = any(?::text[]))
                and (?::text[] is null or (
                    select ward_fold(ward) = any(?::text[]) from episode e where e.patient_id = any(numbers_of(b.patient_id))
                    order by status = 'active' desc, voided_at is null desc,
                        case when cardinality(numbers_of(b.patient_id)) > 1 then ended_at end desc, admitted_at desc
                    limit 1))
                and (lower(valid), device_id) < (?, ?)
            order by lower(valid) desc, device_id desc limit ?
            """;

    private final Transactions transactions;
    private final DepartureAlerts departures;
    private final BindingPast past;
    private final CurrentUser user;
    private final AuditTrail trail;

    DeviceBindings(
            Transactions transactions,
            DepartureAlerts departures,
            BindingPast past,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.departures = departures;
        this.past = past;
        this.user = user;
        this.trail = trail;
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
    /// @throws ProblemException 409 when the patient has left or died, or somebody else binds it just now;
    /// 403 where it reaches into the past of another ward's patient
    Binding bind(String device, Bearer patient, Terms terms) {
        try {
            return transactions.change(sql -> {
                var period = period(sql, patient.number(), terms.from());
                Bindings.lock(sql, device);
                return standing(sql, device, patient.number().value(), period, terms)
                        .orElseGet(() -> bind(sql, device, patient, period, terms));
            });
        } catch (DatabaseFailure overlap) {
            throw overlap.refusedData()
                    ? ProblemException.conflict("The device is bound by somebody else just now: read it, and try again")
                    : overlap;
        }
    }

    private Binding bind(Sql sql, String device, Bearer patient, Period period, Terms terms) {
        past.require(sql, device, period.from(), period.until());
        var before = lasting(sql, device);
        var concerned = new TreeSet<>(free(sql, device, period));
        var left = left(before, concerned, Optional.of(patient), terms.from());
        var number = patient.number().value();
        concerned.add(number);
        insert(sql, device, number, period, terms);
        rebound(sql, device, concerned, terms.from());
        departures.tell(sql, left);
        trail.about(number);
        return standing(sql, device, number, period, terms).orElseThrow();
    }

    /// From an instant until another; for good where that is absent.
    private record Period(Instant from, Optional<Instant> until) {}

    /// As long as the patient is there: a device speaks no longer for somebody who has left or died.
    private static Period period(Sql sql, PatientId patient, Instant from) {
        var until = StayEnd.of(sql, patient);
        until.filter(end -> !from.isBefore(end)).ifPresent(end -> {
            throw ProblemException.conflict("The patient's stay has ended: a device can be bound to them until " + end
                    + " only. Admit the patient, or undo the discharge, first");
        });
        return new Period(from, until);
    }

    /// Nobody has the device in a period any more.
    ///
    /// @return whose bindings were cut
    private List<String> free(Sql sql, String device, Period period) {
        var cut = sql.list(
                OVERLAPPING,
                row -> new Overlap(row.uuid("id"), row.text("patient_id"), row.text("before"), row.text("after")),
                period.from(),
                period.until(),
                device,
                period.from(),
                period.until());
        cut.forEach(overlap -> sql.update(CUT, overlap.before(), user.username(), overlap.id()));
        if (period.until().isPresent()) {
            cut.stream()
                    .filter(overlap -> !overlap.after().equals(Overlap.EMPTY))
                    .forEach(overlap -> sql.update(KEEP_AFTER, UUID.randomUUID(), overlap.after(), overlap.id()));
        }
        return cut.stream().map(Overlap::patient).toList();
    }

    /// A binding that has to give way.
    private record Overlap(UUID id, String patient, String before, String after) {
        static final String EMPTY = "empty";
    }

    /// Each patient's readings are looked at again, in the order of the stream. The audit trail names them all.
    private void rebound(Sql sql, String device, Collection<String> patients, Instant from) {
        var change = UUID.randomUUID();
        trail.about(patients.stream());
        patients.stream()
                .map(PatientId::new)
                .forEach(patient -> Outbox.tell(
                        sql, patient, new StreamRecord.DeviceRebound(change, new DeviceId(device), patient, from)));
        Timers.hurry(sql, Timers.DEVICE, List.of(device));
    }

    private static List<Departure> left(
            List<Binding> before, Collection<String> concerned, Optional<Bearer> now, Instant since) {
        return before.stream()
                .filter(binding ->
                        binding.patientId().filter(concerned::contains).isPresent())
                .flatMap(binding -> binding
                        .patientId()
                        .filter(patient -> now.filter(
                                        taker -> taker.number().value().equals(patient))
                                .isEmpty())
                        .map(patient -> new Departure(binding.deviceId(), patient, now.map(Bearer::ward), since))
                        .stream())
                .toList();
    }

    private void insert(Sql sql, String device, String patient, Period period, Terms terms) {
        sql.update(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)"
                        + " values (?, ?, ?, tstzrange(?, ?), ?, ?)",
                UUID.randomUUID(),
                device,
                patient,
                period.from(),
                period.until(),
                user.username(),
                terms.silentAfter());
    }

    /// The very binding that is asked for: asking again changes nothing.
    private static Optional<Binding> standing(Sql sql, String device, String patient, Period period, Terms terms) {
        return sql.first(
                "select " + Binding.COLUMNS + " where device_id = ? and patient_id = ? and lower(valid) = ?"
                        + " and upper(valid) is not distinct from ? and silent_after_seconds is not distinct from ?",
                Binding::of,
                device,
                patient,
                period.from(),
                period.until(),
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
    /// @throws ProblemException 404 when the device is bound to nobody; 403 where it reaches into the past of
    /// another ward's patient
    void unbind(String device, Instant at) {
        transactions.change(sql -> {
            Bindings.lock(sql, device);
            var before = lasting(sql, device);
            if (before.isEmpty()) {
                throw boundToNobody();
            }
            past.require(sql, device, at, Optional.empty());
            var concerned = new TreeSet<>(free(sql, device, new Period(at, Optional.empty())));
            rebound(sql, device, concerned, at);
            departures.tell(sql, left(before, concerned, Optional.empty(), at));
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
