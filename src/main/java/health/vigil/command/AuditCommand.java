package health.vigil.command;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `vigil audit`: proves that nobody altered the audit trail, while the service runs.
@Command(
        name = "audit",
        description = "Whether anybody altered the audit trail of the running service.",
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
    @Command(description = "Prints the end of the chain: keep it elsewhere.")
    int head() {
        return AdminCommand.attempt(() -> {
            System.out.println(
                    AdminClient.here().get("/v1/audit/head").path("head").asText());
            return 0;
        });
    }

    @Command(description = "Walks the chain: 0 where the trail is intact, 1 where not.")
    int verify(
            @Parameters(
                            paramLabel = "HEAD",
                            arity = "0..1",
                            description = "A head that was kept: whether the chain still holds it.")
                    Optional<String> head) {
        return AdminCommand.attempt(() -> verified(head));
    }

    private static int verified(Optional<String> head) throws IOException, InterruptedException {
        var known = head.map(kept -> "?head=" + AdminClient.encoded(kept)).orElse("");
        var found = AdminClient.here().get("/v1/audit/verification" + known);
        System.out.println(found.path("detail").asText());
        if (found.hasNonNull("number")) {
            System.out.println("first altered entry: " + found.path("number").asLong());
        }
        System.out.println("head: " + found.path("head").asText());
        return found.path("intact").asBoolean() ? 0 : 1;
    }
}
