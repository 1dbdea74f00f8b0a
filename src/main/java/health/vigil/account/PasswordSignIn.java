package health.vigil.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Signs in by username and password. The slow password check runs between two short transactions.
@Singleton
public class PasswordSignIn {
    /// The hash for unknown users, so that the time of the answer does not reveal whether a name exists.
    private static final String NOBODYS = BcryptUtil.bcryptHash("nobody's");

    private final Accounts accounts;
    private final Passwords passwords;

    PasswordSignIn(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// A token for one session, if the password is right.
    public Optional<Session> signIn(String username, String password) {
        var hash = Optional.of(username)
                .filter(name -> name.matches(Accounts.NAME))
                .flatMap(accounts::passwordHash);
        return passwords.matches(password, hash.orElse(NOBODYS))
                ? hash.flatMap(known -> accounts.open(username, known))
                : Optional.empty();
    }
}
