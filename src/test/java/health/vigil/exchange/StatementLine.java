package health.vigil.exchange;

import health.vigil.json.JsonText;
import java.util.stream.Collectors;

/// What a message says as one line, for comparisons in tests.
public final class StatementLine {
    private StatementLine() {}

    public static String of(Statement statement) {
        return switch (statement.fate()) {
            case Fate.Ignored(var reason) -> "ignored: " + reason.word();
            case Fate.Foreign(var reason, var place, var _) -> "foreign: " + reason.word() + " at " + place.orElse("");
            case Fate.Taken(var parts, var _, var _)
            when statement.status() == StatementStatus.WITHDRAWN && parts.isEmpty() -> "withdrawn";
            case Fate.Taken(var parts, var _, var _) ->
                parts.stream().map(StatementLine::of).collect(Collectors.joining(", "));
        };
    }

    private static String of(Part part) {
        return part.name() + " "
                + JsonText.of(part.fields())
                        .replace('"', '\'')
                        .replace(":", ": ")
                        .replace(",", ", ");
    }
}
