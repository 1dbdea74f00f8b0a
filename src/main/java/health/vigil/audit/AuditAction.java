package health.vigil.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What kind of action an entry is about, by the method and path of its request.
public enum AuditAction {
    CREATE("action like 'POST %' and action not like '%/!_search' escape '!'"),
    READ("action like 'GET %' or action like 'HEAD %' or action like 'OPTIONS %'"),
    UPDATE("action like 'PUT %' or action like 'PATCH %'"),
    DELETE("action like 'DELETE %'"),

    /// A search by form, and whatever is no request.
    EXECUTE("");

    private final String condition;

    AuditAction(String condition) {
        this.condition = condition;
    }

    /// The action of an entry.
    ///
    /// @param action method and path
    public static AuditAction of(String action) {
        var method = action.substring(0, Math.max(action.indexOf(' '), 0));
        return switch (method) {
            case "POST" -> action.endsWith("/_search") ? EXECUTE : CREATE;
            case "GET", "HEAD", "OPTIONS" -> READ;
            case "PUT", "PATCH" -> UPDATE;
            case "DELETE" -> DELETE;
            default -> EXECUTE;
        };
    }

    /// The condition on the column, in the language of queries.
    String condition() {
        return this == EXECUTE
                ? Arrays.stream(values())
                        .filter(each -> each != EXECUTE)
                        .map(each -> "not (" + each.condition + ")")
                        .collect(Collectors.joining(" and "))
                : condition;
    }

    /// The first letter, which is the code in an AuditEvent.
    public String code() {
        return name().substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
