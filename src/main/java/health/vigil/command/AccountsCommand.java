package health.vigil.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// `vigil accounts`: the accounts of this machine's own, while the service runs.
public final class AccountsCommand {
    private static final String USAGE = """
            accounts list
            accounts add NAME ROLE [--wards WARD,WARD] [--device ID]
            accounts rotate NAME    ends its sessions and issues its password and token anew
            accounts revoke NAME    for good""";

    private AccountsCommand() {}

    /// Does what the words say.
    ///
    /// @param words what follows `accounts`
    /// @return the exit code
    public static int run(PrintStream out, String... words) {
        try {
            return run(out, List.of(words));
        } catch (IOException failed) {
            out.println("Not done: " + Optional.ofNullable(failed.getMessage()).orElse("the service does not answer"));
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(PrintStream out, List<String> words) throws IOException, InterruptedException {
        var command = words.isEmpty() ? "" : words.getFirst();
        switch (command + words.size()) {
            case "list1" -> AdminClient.here().get("/v1/accounts").path("items").forEach(row -> list(out, row));
            case "rotate2" -> tell(out, send("POST", "/v1/accounts/" + name(words) + "/rotation"));
            case "revoke2" -> send("DELETE", "/v1/accounts/" + name(words));
            case "add3", "add5", "add7" ->
                tell(out, AdminClient.here().send("POST", "/v1/accounts", Optional.of(account(words))));
            default -> {
                out.println(USAGE);
                return 2;
            }
        }
        return 0;
    }

    private static JsonNode send(String method, String path) throws IOException, InterruptedException {
        return AdminClient.here().send(method, path, Optional.empty());
    }

    private static String name(List<String> words) {
        return AdminClient.encoded(words.get(1));
    }

    private static JsonNode account(List<String> words) throws IOException {
        var account = new LinkedHashMap<String, Object>();
        account.put("username", words.get(1));
        account.put("role", words.get(2));
        for (var i = 3; i < words.size(); i += 2) {
            switch (words.get(i)) {
                case "--wards" -> account.put("wards", List.of(words.get(i + 1).split(",", -1)));
                case "--device" -> account.put("deviceId", words.get(i + 1));
                default -> throw new IOException("unknown option " + words.get(i));
            }
        }
        return AdminClient.json(account);
    }

    private static void list(PrintStream out, JsonNode row) {
        var wards = row.path("wards").isArray() ? row.path("wards").toString() : "every ward";
        var state = row.hasNonNull("revokedAt") ? "revoked" : "";
        out.printf(
                "%-24s %-12s %-20s %s%n",
                row.path("username").asText(), row.path("role").asText(), wards, state);
    }

    private static void tell(PrintStream out, JsonNode issued) {
        out.println("username: " + issued.path("username").asText());
        out.println("password: " + issued.path("password").asText());
        out.println("token:    " + issued.path("token").asText());
        out.println("Shown once: keep them safe.");
    }
}
