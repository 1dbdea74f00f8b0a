package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.intake.Subject;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.store.MachineEntries.MachineEntry;
import health.vigil.stream.Author;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Of whose posts the audit trail tells already. A machine posts every second: that it does, about whom and from where,
/// is told once an hour, in the transaction that stores the first of them; each observation says the rest itself. What
/// people enter, ingest records. What another system writes straight to the topic, and no bedside monitor measures, is
/// told each time.
public final class MachineAudit {
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    /// What is not remembered any more is told again.
    private static final int MOST = 50_000;

    /// What was told longest ago comes first.
    private final SequencedMap<MachineEntry, Instant> told = new LinkedHashMap<>();

    /// What is to be told with a transaction.
    public record NewEntries(Instant at, List<MachineEntry> posts) {
        public static final NewEntries NONE = new NewEntries(Instant.EPOCH, List.of());
    }

    synchronized NewEntries of(List<Disposition> dispositions, Instant now) {
        var posts = dispositions.stream()
                .filter(disposition -> !entered(disposition))
                .flatMap(disposition -> post(disposition).stream())
                .distinct()
                .filter(post -> Optional.ofNullable(told.get(post))
                        .filter(at -> at.plus(TOLD_FOR).isAfter(now))
                        .isEmpty());
        var entries =
                dispositions.stream().filter(MachineAudit::entered).flatMap(disposition -> post(disposition).stream());
        return new NewEntries(now, Stream.concat(posts, entries).toList());
    }

    /// A clinical entry that the service did not take in itself.
    private static boolean entered(Disposition disposition) {
        return observed(disposition)
                .filter(said -> said.author().filter(Author::isVerified).isEmpty())
                .map(said -> said.submission().kind())
                .filter(kind -> !Role.DEVICE.mayEnter(kind) || kind == Kind.RETRACTION)
                .isPresent();
    }

    /// To be called when it has been committed.
    public synchronized void told(NewEntries news) {
        news.posts().forEach(post -> told.putLast(post, news.at()));
        while (told.size() > MOST || isOver(told.firstEntry(), news.at())) {
            told.pollFirstEntry();
        }
    }

    private static boolean isOver(Map.@Nullable Entry<MachineEntry, Instant> eldest, Instant now) {
        return eldest != null && !eldest.getValue().plus(TOLD_FOR).isAfter(now);
    }

    /// How many are remembered.
    synchronized int size() {
        return told.size();
    }

    private static Optional<MachineEntry> post(Disposition disposition) {
        return observed(disposition)
                .flatMap(said -> post(said, patient(disposition).or(() -> named(said))));
    }

    /// What is applied or held.
    private static Optional<StreamRecord.Observed> observed(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply -> Optional.of(apply.observed());
            case Disposition.Hold hold
            when hold.record().reading() instanceof StreamReading.Legible(StreamRecord.Observed observed) ->
                Optional.of(observed);
            case Disposition.Hold _,
                    Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Optional.empty();
        };
    }

    private static Optional<PatientId> patient(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Apply apply -> Optional.of(apply.observation().patientId());
            case Disposition.Hold hold -> hold.patient();
            case Disposition.ApplyBaseline _,
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
                : Optional.of(new MachineEntry(
                        author.map(Author::username),
                        role,
                        patient,
                        author.filter(Author::isVerified).flatMap(Author::address)));
    }

    private static boolean aPersons(String role) {
        return Stream.of(Role.values())
                .anyMatch(each -> each.isAPerson() && each.word().equals(role));
    }
}
