package health.vigil.account;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// `credentials.json`: the credentials of one account per role, readable by the owner of the folder.
public record CredentialsFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static CredentialsFile in(Path folder) {
        return new CredentialsFile(folder.resolve("credentials.json"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    public Map<Role, IssuedCredentials> read() throws IOException {
        var written = JSON.readValue(file.toFile(), new TypeReference<Map<String, IssuedCredentials>>() {});
        var accounts = new TreeMap<Role, IssuedCredentials>();
        for (var role : Role.values()) {
            if (written.containsKey(role.word())) {
                accounts.put(role, written.get(role.word()));
            }
        }
        return accounts;
    }

    void write(Map<Role, IssuedCredentials> accounts) throws IOException {
        var written = new LinkedHashMap<String, IssuedCredentials>();
        accounts.forEach((role, issued) -> written.put(role.word(), issued));
        SecretFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
    }

    /// Issues new credentials and replaces those of the same account in the file, if it has an entry. Runs
    /// under a lock, so that the file always holds the newest credentials.
    IssuedCredentials replace(Supplier<IssuedCredentials> issuing) throws IOException {
        return Credentials.alone(file.resolveSibling("keys"), () -> {
            var issued = issuing.get();
            if (exists()) {
                var accounts = read();
                accounts.replaceAll((role, old) -> old.username().equals(issued.username()) ? issued : old);
                write(accounts);
            }
            return issued;
        });
    }
}
