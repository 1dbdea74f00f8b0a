package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.account.Secrets;
import health.vigil.account.Session;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Word;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The sessions of users who signed in through the hospital's identity provider. They are stored in
/// PostgreSQL, so that signing out ends a session in all processes.
@ApplicationScoped
class PageSessions {
    private final AccessSettings settings;
    private final AuditTrail trail;

    PageSessions(AccessSettings settings, AuditTrail trail) {
        this.settings = settings;
        this.trail = trail;
    }

    @Transactional
    Session open(User user) {
        PageSessionRow.delete("expiresAt < ?1", Instant.now());
        var session = new Session(user, Secrets.session(), settings.session());
        var row = new PageSessionRow();
        row.id = Digest.of(session.token());
        row.username = user.username();
        row.role = user.role().word();
        row.wards =
                user.wards().only().map(names -> names.toArray(String[]::new)).orElse(null);
        row.expiresAt = Instant.now().plus(session.life());
        row.persist();
        trail.by(user.username());
        trail.write();
        return session;
    }

    @Transactional
    Optional<OpenSession> find(String cookie) {
        return PageSessionRow.<PageSessionRow>findByIdOptional(Digest.of(cookie))
                .filter(row -> row.expiresAt.isAfter(Instant.now()))
                .map(row -> new OpenSession(cookie, user(row), row.expiresAt));
    }

    @Transactional
    void end(String cookie) {
        PageSessionRow.deleteById(Digest.of(cookie));
    }

    private static User user(PageSessionRow row) {
        var wards = Optional.ofNullable(row.wards).map(names -> Wards.of(Set.of(names)));
        var role = Word.of(Role.class, row.role).orElseThrow();
        return new User(row.username, role, Optional.empty(), wards.orElse(Wards.ALL));
    }
}
