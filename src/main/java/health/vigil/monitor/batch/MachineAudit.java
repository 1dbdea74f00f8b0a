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

/// Audits what machines post. A machine posts every second, so one entry per account, role, patient and
/// address is written per hour, in the transaction of the first post. Clinical entries that another system
/// writes to the topic are audited each time. Entries by people are audited on ingest.
public final class MachineAudit {
    private static final Duration AUDIT_INTERVAL = Duration.ofHours(1);

    /// The most posts that are remembered; a forgotten post is audited again.
    private static final int MOST_REMEMBERED = 50_000;

    /// The posts that were audited within the last hour, oldest first.
    private final SequencedMap<MachineEntry, Instant> audited = new LinkedHashMap<>();

    /// Audit entries to write with a transaction.
    public record NewEntries(Instant at, List<MachineEntry> posts) {
        public static final NewEntries NONE = new NewEntries(Instant.EPOCH, List.of());
    }

    synchronized NewEntries of(List<Disposition> dispositions, Instant now) {
        var posts = dispositions.stream()
                .filter(disposition -> !entered(disposition))
                .flatMap(disposition -> post(disposition).stream())
                .distinct()
                .filter(post -> Optional.ofNullable(audited.get(post))
                        .filter(at -> at.plus(AUDIT_INTERVAL).isAfter(now))
                        .isEmpty());
        var entries =
                dispositions.stream().filter(MachineAudit::entered).flatMap(disposition -> post(disposition).stream());
        return new NewEntries(now, Stream.concat(posts, entries).toList());
    }

    /// Whether it is a clinical entry that the service did not take in itself.
    private static boolean entered(Disposition disposition) {
        return observed(disposition)
                .filter(observed -> observed.author().filter(Author::isVerified).isEmpty())
                .map(observed -> observed.submission().kind())
                .filter(kind -> !Role.DEVICE.mayEnter(kind) || kind == Kind.RETRACTION)
                .isPresent();
    }

    /// Remembers audited posts; call this after the commit.
    public synchronized void remember(NewEntries entries) {
        entries.posts().forEach(post -> audited.putLast(post, entries.at()));
        while (audited.size() > MOST_REMEMBERED || isOver(audited.firstEntry(), entries.at())) {
            audited.pollFirstEntry();
        }
    }

    private static boolean isOver(Map.@Nullable Entry<MachineEntry, Instant> eldest, Instant now) {
        return eldest != null && !eldest.getValue().plus(AUDIT_INTERVAL).isAfter(now);
    }

    /// The number of posts that are remembered.
    synchronized int size() {
        return audited.size();
    }

    private static Optional<MachineEntry> post(Disposition disposition) {
        return observed(disposition)
                .flatMap(observed -> post(observed, patient(disposition).or(() -> namedPatient(observed))));
    }

    /// The observation, if it is applied or held.
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
                    Disposition.Withdraw _,
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
                    Disposition.Withdraw _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Optional.empty();
        };
    }

    private static Optional<PatientId> namedPatient(StreamRecord.Observed observed) {
        return observed.submission().subject() instanceof Subject.ByPatient(var patient)
                ? Optional.of(patient)
                : Optional.empty();
    }

    private static Optional<MachineEntry> post(StreamRecord.Observed observed, Optional<PatientId> patient) {
        var author = observed.author();
        var role = author.flatMap(Author::role);
        return role.filter(MachineAudit::isAPersons).isPresent()
                ? Optional.empty()
                : Optional.of(new MachineEntry(
                        author.map(Author::username),
                        role,
                        patient,
                        author.filter(Author::isVerified).flatMap(Author::address)));
    }

    private static boolean isAPersons(String role) {
        return Stream.of(Role.values())
                .anyMatch(each -> (each.isAPerson() || each.entersFromHome())
                        && each.word().equals(role));
    }
}
