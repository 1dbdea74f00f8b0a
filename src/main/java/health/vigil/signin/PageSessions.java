package health.vigil.signin;

import health.vigil.access.Role;
import health.vigil.access.SessionLength;
import health.vigil.access.User;
import health.vigil.access.Wards;
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
    private final SessionLength length;
    private final AuditTrail trail;

    PageSessions(SessionLength length, AuditTrail trail) {
        this.length = length;
        this.trail = trail;
    }

    @Transactional
    Session open(User user) {
        var now = Instant.now();
        PageSessionRow.delete("expiresAt < ?1", now);
        var session = new Session(user, SessionToken.at(now), length.from(now, user.role(), now));
        var row = new PageSessionRow();
        row.id = Digest.of(session.token());
        row.username = user.username();
        row.role = user.role().word();
        row.wards =
                user.wards().only().map(names -> names.toArray(String[]::new)).orElse(null);
        row.expiresAt = now.plus(session.life());
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

    /// Whether a session is open.
    ///
    /// @param id the digest of its cookie
    @Transactional
    boolean isOpen(byte[] id) {
        return PageSessionRow.<PageSessionRow>findByIdOptional(id)
                .filter(row -> row.expiresAt.isAfter(Instant.now()))
                .isPresent();
    }

    /// Extends a session, as far as its bound.
    ///
    /// @return empty if the session has ended or cannot be renewed
    @Transactional
    Optional<Session> renew(String cookie) {
        var now = Instant.now();
        return find(cookie)
                .flatMap(open -> open.signedInAt()
                        .map(at -> length.from(now, open.user().role(), at))
                        .map(life -> new Session(open.user(), cookie, life)))
                .filter(session -> session.life().isPositive() && extend(cookie, now.plus(session.life())));
    }

    /// Fails for a session that was ended a moment ago.
    private static boolean extend(String cookie, Instant expiresAt) {
        return PageSessionRow.update("expiresAt = ?1 where id = ?2", expiresAt, Digest.of(cookie)) > 0;
    }

    /// Ends all sessions of one user.
    ///
    /// @return how many there were
    @Transactional
    int endAll(String username) {
        var ended = (int) PageSessionRow.delete("username = ?1 and expiresAt > ?2", username, Instant.now());
        if (ended > 0) {
            trail.write();
        }
        return ended;
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
