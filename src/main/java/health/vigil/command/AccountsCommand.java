package health.vigil.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `vigil accounts`: manages the accounts of this machine, while the service runs.
@Command(
        name = "accounts",
        description = "Manages the accounts of the running service.",
        synopsisSubcommandLabel = "COMMAND")
public final class AccountsCommand {
    private static final String NAME = "NAME";

    @Command(description = "Lists the accounts.")
    int list() {
        return AdminCommand.attempt(() -> {
            AdminClient.connect().get("/v1/accounts").path("items").forEach(AccountsCommand::print);
            return 0;
        });
    }

    @Command(description = "Adds an account, and shows its password and token once.")
    int add(
            @Parameters(paramLabel = NAME) String name,
            @Parameters(paramLabel = "ROLE") String role,
            @Option(
                            names = "--wards",
                            paramLabel = "WARD,WARD",
                            description = "The wards that the account may see. Default: every ward.")
                    Optional<String> wards,
            @Option(names = "--device", paramLabel = "ID", description = "The device that the account belongs to.")
                    Optional<String> device,
            @Option(
                            names = "--patient",
                            paramLabel = "NUMBER",
                            description = "The patient for whom a patient or a caregiver enters.")
                    Optional<String> patient) {
        return AdminCommand.attempt(() -> {
            var account = new LinkedHashMap<String, Object>();
            account.put("username", name);
            account.put("role", role);
            wards.ifPresent(names -> account.put("wards", List.of(names.split(",", -1))));
            device.ifPresent(id -> account.put("deviceId", id));
            patient.ifPresent(number -> account.put("patientId", number));
            issued(AdminClient.connect().send("POST", "/v1/accounts", Optional.of(AdminClient.json(account))));
            return 0;
        });
    }

    @Command(description = "Issues a new password and token, and ends the account's sessions.")
    int rotate(@Parameters(paramLabel = NAME) String name) {
        return AdminCommand.attempt(() -> {
            issued(send("POST", "/v1/accounts/" + AdminClient.encoded(name) + "/rotation"));
            return 0;
        });
    }

    @Command(description = "Ends an account permanently.")
    int revoke(@Parameters(paramLabel = NAME) String name) {
        return AdminCommand.attempt(() -> {
            send("DELETE", "/v1/accounts/" + AdminClient.encoded(name));
            return 0;
        });
    }

    private static JsonNode send(String method, String path) throws IOException, InterruptedException {
        return AdminClient.connect().send(method, path, Optional.empty());
    }

    private static void print(JsonNode row) {
        var wards = row.path("wards").isArray() ? row.path("wards").toString() : "every ward";
        var state = row.hasNonNull("revokedAt") ? "revoked" : "";
        System.out.printf(
                "%-24s %-12s %-20s %s%n",
                row.path("username").asText(), row.path("role").asText(), wards, state);
    }

    private static void issued(JsonNode issued) {
        System.out.println("username: " + issued.path("username").asText());
        System.out.println("password: " + issued.path("password").asText());
        System.out.println("token:    " + issued.path("token").asText());
        System.out.println("These are shown only once: store them safely.");
    }
}
