package health.vigil.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;

/// A search for one identifier: the only condition of a conditional create or update.
public record IdentifierQuery(String system, String value) {
    private static final String PARAMETER = "identifier";

    /// Reads `identifier=system|value`, or an address with this query. Clients send the query alone,
    /// `Observation?...` or an absolute address. Empty if it is anything else.
    public static Optional<IdentifierQuery> read(String text) {
        int mark = text.indexOf('?');
        var parameters = parameters(mark < 0 ? text : text.substring(mark + 1));
        return parameters.size() == 1 && parameters.getFirst().startsWith(PARAMETER + "=")
                ? token(parameters.getFirst().substring(PARAMETER.length() + 1))
                : Optional.empty();
    }

    boolean matches(Identifier identifier) {
        return system.equals(identifier.getSystem()) && value.equals(identifier.getValue());
    }

    private static List<String> parameters(String query) {
        var parameters = new ArrayList<String>();
        for (var parameter : query.split("&", -1)) {
            try {
                parameters.add(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                return List.of();
            }
        }
        return parameters;
    }

    private static Optional<IdentifierQuery> token(String token) {
        int bar = token.indexOf('|');
        return bar > 0 && bar < token.length() - 1 && token.indexOf('|', bar + 1) < 0
                ? Optional.of(new IdentifierQuery(token.substring(0, bar), token.substring(bar + 1)))
                : Optional.empty();
    }
}
