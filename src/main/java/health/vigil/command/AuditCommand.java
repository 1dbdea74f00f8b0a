package health.vigil.command;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `vigil audit`: checks whether the audit trail was altered, while the service runs.
@Command(
        name = "audit",
        description = "Checks whether the audit trail of the running service was altered.",
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
    @Command(description = "Prints the head of the chain: store it elsewhere.")
    int head() {
        return AdminCommand.attempt(() -> {
            System.out.println(
                    AdminClient.connect().get("/v1/audit/head").path("head").asText());
            return 0;
        });
    }

    @Command(description = "Verifies the chain. Exits with 0 if it is intact, else with 1.")
    int verify(
            @Parameters(
                            paramLabel = "HEAD",
                            arity = "0..1",
                            description = "A head that was stored earlier: the chain must still contain it.")
                    Optional<String> head) {
        return AdminCommand.attempt(() -> verified(head));
    }

    private static int verified(Optional<String> head) throws IOException, InterruptedException {
        var known = head.map(kept -> "?head=" + AdminClient.encoded(kept)).orElse("");
        var found = AdminClient.connect().get("/v1/audit/verification" + known);
        System.out.println(found.path("detail").asText());
        if (found.hasNonNull("number")) {
            System.out.println("first altered entry: " + found.path("number").asLong());
        }
        System.out.println("head: " + found.path("head").asText());
        return found.path("intact").asBoolean() ? 0 : 1;
    }
}
