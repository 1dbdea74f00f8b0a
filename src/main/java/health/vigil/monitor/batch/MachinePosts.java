package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.intake.Sender;
import health.vigil.observation.PatientId;
import health.vigil.store.MachineEntries.Post;
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
public final class MachinePosts {
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    private final Map<Post, Instant> told = new HashMap<>();

    /// What is to be told with a transaction.
    public record News(Instant at, List<Post> posts) {
        public static final News NONE = new News(Instant.EPOCH, List.of());
    }

    synchronized News of(List<Fate> fates, Instant now) {
        var posts = fates.stream()
                .flatMap(fate -> post(fate).stream())
                .distinct()
                .filter(post -> Optional.ofNullable(told.get(post))
                        .filter(at -> at.plus(TOLD_FOR).isAfter(now))
                        .isEmpty())
                .toList();
        return new News(now, posts);
    }

    /// To be called when it has been committed.
    public synchronized void told(News news) {
        if (!news.posts().isEmpty()) {
            told.values().removeIf(at -> !at.plus(TOLD_FOR).isAfter(news.at()));
            news.posts().forEach(post -> told.put(post, news.at()));
        }
    }

    private static Optional<Post> post(Fate fate) {
        return switch (fate) {
            case Fate.Apply apply ->
                post(apply.observed(), Optional.of(apply.observation().patientId()));
            case Fate.Hold hold
            when hold.record().reading() instanceof StreamReading.Legible(StreamRecord.Observed observed) ->
                post(observed, hold.patient().or(() -> named(observed)));
            case Fate.Hold _, Fate.ApplyBaseline _, Fate.Admit _, Fate.Repeat _, Fate.SendOn _ -> Optional.empty();
        };
    }

    private static Optional<PatientId> named(StreamRecord.Observed observed) {
        return observed.submission().sender() instanceof Sender.ByPatient(var patient)
                ? Optional.of(patient)
                : Optional.empty();
    }

    private static Optional<Post> post(StreamRecord.Observed observed, Optional<PatientId> patient) {
        var author = observed.author();
        var role = author.flatMap(Author::role);
        return role.filter(MachinePosts::aPersons).isPresent()
                ? Optional.empty()
                : Optional.of(new Post(author.map(Author::username), role, patient, author.flatMap(Author::address)));
    }

    private static boolean aPersons(String role) {
        return Stream.of(Role.values())
                .anyMatch(each -> each.isAPerson() && each.word().equals(role));
    }
}
