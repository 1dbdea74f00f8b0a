package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.store.MachineEntries.MachineEntry;
import health.vigil.stream.Author;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Of whose posts the audit trail tells already. A machine posts every second: that it does, about whom and from where,
/// is told once an hour, in the transaction that stores the first of them; each observation says the rest itself. What
/// people enter, ingest records.
public final class MachineAudit {
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    private final Map<MachineEntry, Instant> told = new HashMap<>();

    /// What is to be told with a transaction.
    public record NewEntries(Instant at, List<MachineEntry> posts) {
        public static final NewEntries NONE = new NewEntries(Instant.EPOCH, List.of());
    }

    synchronized NewEntries of(List<Disposition> dispositions, Instant now) {
        var posts = dispositions.stream()
                .flatMap(disposition -> post(disposition).stream())
                .distinct()
                .filter(post -> Optional.ofNullable(told.get(post))
                        .filter(at -> at.plus(TOLD_FOR).isAfter(now))
                        .isEmpty())
                .toList();
        return new NewEntries(now, posts);
    }

    /// To be called when it has been committed.
    public synchronized void told(NewEntries news) {
        if (!news.posts().isEmpty()) {
            told.values().removeIf(at -> !at.plus(TOLD_FOR).isAfter(news.at()));
            news.posts().forEach(post -> told.put(post, news.at()));
        }
    }

    private static Optional<MachineEntry> post(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply ->
                post(apply.observed(), Optional.of(apply.observation().patientId()));
            case Disposition.Hold hold
            when hold.record().reading() instanceof StreamReading.Legible(StreamRecord.Observed observed) ->
                post(observed, hold.patient().or(() -> named(observed)));
            case Disposition.Hold _,
                    Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Optional.empty();
        };
    }

    private static Optional<PatientId> named(StreamRecord.Observed observed) {
        return observed.submission().subject() instanceof Subject.ByPatient(var patient)
                ? Optional.of(patient)
                : Optional.empty();
    }

    private static Optional<MachineEntry> post(StreamRecord.Observed observed, Optional<PatientId> patient) {
        var author = observed.author();
        var role = author.flatMap(Author::role);
        return role.filter(MachineAudit::aPersons).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new MachineEntry(author.map(Author::username), role, patient, author.flatMap(Author::address)));
    }

    private static boolean aPersons(String role) {
        return Stream.of(Role.values())
                .anyMatch(each -> each.isAPerson() && each.word().equals(role));
    }
}
