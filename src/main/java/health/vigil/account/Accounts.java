package health.vigil.account;

import health.vigil.access.Role;
import health.vigil.access.SessionLength;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.account.Passwords.NewPassword;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/// The accounts of this machine, stored in PostgreSQL and shared by all processes.
@ApplicationScoped
public class Accounts {
    /// The pattern of account names.
    static final String NAME = "[a-z0-9.-]{1,64}";

    private final Signer signer;
    private final SessionLength length;
    private final AuditTrail trail;

    Accounts(Signer signer, SessionLength length, AuditTrail trail) {
        this.signer = signer;
        this.length = length;
        this.trail = trail;
    }

    @Transactional
    Optional<User> holder(UUID credential, Instant now) {
        return CredentialRow.<CredentialRow>findByIdOptional(credential)
                .filter(row -> row.expiresAt.isAfter(now) && row.account.revokedAt == null)
                .map(row -> user(row.account));
    }

    @Transactional
    List<AccountSummary> list() {
        return AccountRow.<AccountRow>listAll(Sort.by("username")).stream()
                .map(AccountSummary::of)
                .toList();
    }

    @Transactional
    IssuedCredentials add(NewAccount account, NewPassword password) {
        account.patientId().map(PatientId::value).ifPresent(trail::about);
        if (AccountRow.findByIdOptional(account.username()).isPresent()) {
            throw nameTaken();
        }
        trail.because(account.description());
        trail.write();
        try {
            var issued = issue(account.row(), password);
            AccountRow.flush();
            return issued;
        } catch (ConstraintViolationException taken) {
            throw nameTaken();
        }
    }

    private static ProblemException nameTaken() {
        return ProblemException.conflict("The name is taken: another account has it, or had it before");
    }

    /// Ends all sessions and tokens of the account, and issues new credentials.
    @Transactional
    IssuedCredentials rotate(String username, NewPassword password) {
        var row = existing(username);
        concerns(row);
        CredentialRow.delete("account", row);
        trail.write();
        return issue(row, password);
    }

    @Transactional
    void revoke(String username) {
        var row = existing(username);
        concerns(row);
        if (row.role.equals(Role.ADMIN.word()) && !anotherAdministratorStays(username)) {
            throw ProblemException.conflict("This is the last administrator: add another one first");
        }
        row.revokedAt = Instant.now();
        CredentialRow.delete("account", row);
        trail.write();
    }

    /// The entry is found by the patient for whom the account enters.
    private void concerns(AccountRow row) {
        Optional.ofNullable(row.patientId).ifPresent(trail::about);
    }

    /// Excludes concurrent revocations, so that one administrator always remains.
    private static boolean anotherAdministratorStays(String username) {
        return AccountRow.<AccountRow>find("role = ?1 and revokedAt is null order by username", Role.ADMIN.word())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .anyMatch(other -> !other.username.equals(username));
    }

    /// Takes over an account from the credentials file: creates it if it is unknown, and replaces it if the
    /// file is newer.
    @Transactional
    void adopt(Role role, IssuedCredentials issued, boolean anew) {
        var known = AccountRow.<AccountRow>findByIdOptional(issued.username());
        if (known.isPresent() && !anew) {
            return;
        }
        var row = known.orElseGet(() ->
                new NewAccount(issued.username(), role, Optional.empty(), Optional.empty(), Optional.empty()).row());
        row.revokedAt = null;
        CredentialRow.delete("account", row);
        row.passwordHash = BcryptUtil.bcryptHash(issued.password());
        row.persist();
        remember(row, Token.idOf(issued.token()), Instant.now().plus(Token.LASTING));
    }

    /// The password hash of an account that is not revoked.
    @Transactional
    Optional<String> passwordHash(String username) {
        return find(username).map(found -> found.passwordHash);
    }

    /// Issues a token for one session after the password was checked.
    ///
    /// @param passwordHash the hash that was checked; if it has changed since, no session starts
    @Transactional
    Optional<Session> open(String username, String passwordHash) {
        var row = find(username).filter(found -> passwordHash.equals(found.passwordHash));
        if (row.isPresent()) {
            CredentialRow.delete("expiresAt < ?1", Instant.now());
            trail.write();
        }
        return row.map(this::open);
    }

    private static Optional<AccountRow> find(String username) {
        return AccountRow.<AccountRow>findByIdOptional(username).filter(row -> row.revokedAt == null);
    }

    @Transactional
    public void signOut(UUID credential) {
        CredentialRow.deleteById(credential);
    }

    /// Extends a session, as far as its bound. The new token has the id of the old one, so that both end together.
    ///
    /// @return empty if the session has ended or cannot be renewed
    @Transactional
    public Optional<Session> renew(String shown) {
        var now = Instant.now();
        var id = Token.idOf(shown);
        var row = CredentialRow.<CredentialRow>findByIdOptional(id)
                .filter(found -> found.expiresAt.isAfter(now) && found.account.revokedAt == null);
        return Token.timesOf(shown)
                .signedInAt()
                .flatMap(signedInAt -> row.map(found -> session(found.account, id, now, signedInAt)))
                .filter(session -> session.life().isPositive() && extend(id, now.plus(session.life())));
    }

    /// Fails for a session that was ended a moment ago.
    private static boolean extend(UUID id, Instant expiresAt) {
        return CredentialRow.update("expiresAt = ?1 where id = ?2", expiresAt, id) > 0;
    }

    private Session open(AccountRow row) {
        var now = Instant.now();
        var id = UUID.randomUUID();
        var session = session(row, id, now, now);
        remember(row, id, now.plus(session.life()));
        return session;
    }

    private Session session(AccountRow row, UUID id, Instant now, Instant signedInAt) {
        var role = role(row);
        var life = length.from(now, role, signedInAt);
        var token = new Token(id, row.username, role, now, life, Optional.of(signedInAt));
        return new Session(user(row), signer.sign(token), life);
    }

    private IssuedCredentials issue(AccountRow row, NewPassword password) {
        var token = Token.lasting(row.username, role(row));
        var issued = new IssuedCredentials(row.username, password.password(), signer.sign(token));
        row.passwordHash = password.hash();
        row.persist();
        remember(row, token.id(), token.expiresAt());
        return issued;
    }

    private static void remember(AccountRow row, UUID id, Instant expiresAt) {
        var credential = new CredentialRow();
        credential.id = id;
        credential.account = row;
        credential.expiresAt = expiresAt;
        credential.persist();
    }

    private static AccountRow existing(String username) {
        return find(username).orElseThrow(() -> ProblemException.notFound("There is no such account"));
    }

    private static User user(AccountRow row) {
        var wards = Optional.ofNullable(row.wards).map(names -> Wards.of(Set.of(names)));
        var role = role(row);
        return new User(
                row.username,
                role,
                Optional.ofNullable(row.deviceId),
                Optional.ofNullable(row.patientId).map(PatientId::new),
                role.entersFromHome() ? Wards.of(Set.of()) : wards.orElse(Wards.ALL));
    }

    private static Role role(AccountRow row) {
        return Word.of(Role.class, row.role).orElseThrow();
    }
}
