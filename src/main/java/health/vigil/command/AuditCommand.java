package health.vigil.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// `vigil audit`: proves that nobody altered the audit trail, while the service runs.
public final class AuditCommand {
    private static final String USAGE = """
            audit head              prints the end of the chain: keep it elsewhere
            audit verify [HEAD]     walks the chain, and sees whether it still holds a head that was kept""";

    private AuditCommand() {}

    /// Does what the words say.
    ///
    /// @param words what follows `audit`
    /// @return 0 where the trail is intact, 1 where not
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
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "head" -> head(out);
            case "verify" -> verify(out, words.stream().skip(1).findFirst());
            default -> {
                out.println(USAGE);
                yield 2;
            }
        };
    }

    private static int head(PrintStream out) throws IOException, InterruptedException {
        out.println(AdminClient.here().get("/v1/audit/head").path("head").asText());
        return 0;
    }

    private static int verify(PrintStream out, Optional<String> head) throws IOException, InterruptedException {
        var known = head.map(kept -> "?head=" + AdminClient.encoded(kept)).orElse("");
        var found = AdminClient.here().get("/v1/audit/verification" + known);
        out.println(found.path("detail").asText());
        if (found.hasNonNull("number")) {
            out.println("first altered entry: " + found.path("number").asLong());
        }
        out.println("head: " + found.path("head").asText());
        return found.path("intact").asBoolean() ? 0 : 1;
    }
}
