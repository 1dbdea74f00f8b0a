package health.vigil.account;

import health.vigil.access.Role;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/// Prepares the accounts of a service on one machine before it starts: a signing key in `keys/`, and
/// `credentials.json` with one account per role. [FirstAccounts] stores them at startup.
public final class Credentials {
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private Credentials() {}

    /// Creates missing files and sets the folder for the service that starts in this process.
    public static void prepare(Path folder) throws IOException {
        settings(folder).forEach(System::setProperty);
    }

    /// Creates missing files.
    ///
    /// @return the settings for verifying tokens: key, issuer, audience and algorithm are fixed
    public static Map<String, String> settings(Path folder) throws IOException {
        var keys = folder.resolve("keys");
        return alone(keys, () -> settings(folder, SigningKey.in(keys), CredentialsFile.in(folder)));
    }

    /// Work on a folder of credentials.
    interface Work<T> {
        T run() throws IOException;
    }

    /// Runs work under a lock for all processes that use the folder.
    static <T> T alone(Path keys, Work<T> work) throws IOException {
        Files.createDirectories(keys);
        IN_THIS_PROCESS.lock();
        try (var lock = FileChannel.open(keys.resolve("lock"), CREATE, WRITE);
                var _ = lock.lock()) {
            return work.run();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private static Map<String, String> settings(Path folder, SigningKey key, CredentialsFile file) throws IOException {
        var fresh = !file.exists();
        if (fresh) {
            file.write(issue(key));
        }
        return Map.of(
                "mp.jwt.verify.publickey.location",
                key.publicPart().toUri().toString(),
                "mp.jwt.verify.issuer",
                Token.ISSUER,
                "mp.jwt.verify.audiences",
                Token.AUDIENCE,
                "mp.jwt.verify.publickey.algorithm",
                Token.ALGORITHM,
                "vigil.access.folder",
                folder.toAbsolutePath().toString(),
                "vigil.access.fresh",
                String.valueOf(fresh),
                "vigil.quarantine.key",
                QuarantineKey.in(folder.resolve("keys")));
    }

    private static Map<Role, IssuedCredentials> issue(SigningKey key) throws IOException {
        var signer = key.read();
        var accounts = new EnumMap<Role, IssuedCredentials>(Role.class);
        for (var role : Role.values()) {
            var token = Token.lasting(role.word(), role).signed(signer);
            accounts.put(role, new IssuedCredentials(role.word(), Secrets.password(), token));
        }
        return accounts;
    }
}
