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
import health.vigil.store.BindingRecords;
import health.vigil.store.BindingRecords.BindingFilter;
import health.vigil.store.BindingRecords.BindingRecord;
import health.vigil.store.BindingRecords.Period;
import health.vigil.store.BindingRecords.WantedBinding;
import health.vigil.store.Bindings;
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
import java.util.stream.Collectors;

/// Binds devices to patients. The database ensures that a device is bound to at most one patient at a time.
@ApplicationScoped
class DeviceBindings {
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

    /// The patient a device is bound to.
    ///
    /// @param number the patient's number as requested. If its merge with another number is undone, the binding
    ///     stays with it
    record Bearer(PatientId number, String ward) {}

    /// How a device is bound.
    ///
    /// @param silentAfter how many seconds the device may send nothing; if absent, the configured time
    record Terms(Instant from, Optional<Integer> silentAfter) {}

    /// Binds a device from an instant on, and ends an earlier binding. Its readings since then move to the patient
    /// through the stream.
    ///
    /// @throws ProblemException 409 if the patient has left or died, or another user binds the device at the same
    /// moment; 403 if it was bound to another ward's patient in that time
    BindingView bind(String device, Bearer patient, Terms terms) {
        try {
            return BindingView.of(transactions.change(sql -> {
                var wanted = new WantedBinding(
                        device, patient.number(), period(sql, patient.number(), terms.from()), terms.silentAfter());
                Bindings.lock(sql, device);
                return BindingRecords.existing(sql, wanted).orElseGet(() -> bind(sql, wanted, patient));
            }));
        } catch (DatabaseFailure overlap) {
            throw overlap.refusedData()
                    ? ProblemException.conflict(
                            "Another user is binding this device now: read its binding and try again")
                    : overlap;
        }
    }

    private BindingRecord bind(Sql sql, WantedBinding wanted, Bearer patient) {
        var device = wanted.device();
        var from = wanted.period().from();
        past.require(sql, device, from, wanted.period().until());
        var before = BindingRecords.lasting(sql, device);
        var concerned = free(sql, device, wanted.period());
        var left = departures(before, concerned, Optional.of(patient), from);
        concerned.add(wanted.patient().value());
        BindingRecords.add(sql, wanted, user.username());
        rebound(sql, device, concerned, from);
        departures.raise(sql, left);
        trail.about(wanted.patient().value());
        return BindingRecords.existing(sql, wanted).orElseThrow();
    }

    /// Removes all bindings of the device in a period.
    ///
    /// @return the patients whose bindings were cut
    private Set<String> free(Sql sql, String device, Period period) {
        return BindingRecords.free(sql, device, period, user.username()).stream()
                .map(PatientId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Until the patient's stay ends, by discharge or death.
    private static Period period(Sql sql, PatientId patient, Instant from) {
        var until = StayEnd.of(sql, patient);
        until.filter(end -> !from.isBefore(end)).ifPresent(end -> {
            throw ProblemException.conflict("The patient's stay ended at " + end + ": a binding must begin before that."
                    + " Admit the patient or undo the discharge first");
        });
        return new Period(from, until);
    }

    /// Makes the monitor check the readings of each patient again, in the order of the stream. The audit trail
    /// names all of these patients.
    private void rebound(Sql sql, String device, Collection<String> patients, Instant from) {
        var change = UUID.randomUUID();
        trail.about(patients.stream());
        patients.stream()
                .map(PatientId::new)
                .forEach(patient -> Outbox.add(
                        sql, patient, new StreamRecord.DeviceRebound(change, new DeviceId(device), patient, from)));
        Timers.makeDue(sql, Timers.DEVICE, List.of(device));
    }

    private static List<Departure> departures(
            List<BindingRecord> before, Collection<String> concerned, Optional<Bearer> now, Instant since) {
        return before.stream()
                .filter(binding -> concerned.contains(binding.patient().value()))
                .filter(binding -> now.filter(taker -> taker.number().equals(binding.patient()))
                        .isEmpty())
                .map(binding ->
                        new Departure(binding.device(), binding.patient().value(), now.map(Bearer::ward), since))
                .toList();
    }

    /// The binding that is open now, or else the first that begins later.
    Optional<BindingView> current(String device) {
        return transactions
                .run(sql -> BindingRecords.lasting(sql, device).stream().findFirst())
                .map(BindingView::of);
    }

    /// Ends the open binding at an instant. A binding that would begin after it is removed.
    ///
    /// @throws ProblemException 404 if the device is bound to nobody; 403 if it was bound to another ward's
    ///     patient in that time
    void unbind(String device, Instant at) {
        transactions.change(sql -> {
            Bindings.lock(sql, device);
            var before = BindingRecords.lasting(sql, device);
            if (before.isEmpty()) {
                throw boundToNobody();
            }
            past.require(sql, device, at, Optional.empty());
            var concerned = free(sql, device, new Period(at, Optional.empty()));
            rebound(sql, device, concerned, at);
            departures.raise(sql, departures(before, concerned, Optional.empty(), at));
            return before;
        });
    }

    static ProblemException boundToNobody() {
        return ProblemException.notFound("The device is bound to nobody");
    }

    /// Which bindings are listed.
    ///
    /// @param everyWard whether to list the bindings of every ward, because the user sees the requested patient
    ///     or all patients
    record BindingListFilter(Optional<String> patient, boolean everyWard) {}

    /// The open bindings of patients the user may see, newest first.
    List<BindingView> page(BindingListFilter filter, Paging paging) {
        var after = paging.after().orElse(new Cursor(Cursor.NEWEST.at(), ""));
        var wards = user.wards().keys().filter(_ -> !filter.everyWard());
        return transactions
                .run(sql -> {
                    var numbers = filter.patient().map(number -> numbers(sql, number));
                    return BindingRecords.page(
                            sql, new BindingFilter(numbers, wards), after.at(), after.id(), paging.rows());
                })
                .stream()
                .map(BindingView::of)
                .toList();
    }

    private static List<String> numbers(Sql sql, String patient) {
        return PatientId.accepts(patient)
                ? PatientNumbers.of(sql, new PatientId(patient)).all().stream()
                        .map(PatientId::value)
                        .toList()
                : List.of(patient);
    }
}
