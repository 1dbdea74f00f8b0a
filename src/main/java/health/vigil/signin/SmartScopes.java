package health.vigil.signin;

import health.vigil.access.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Maps SMART on FHIR scopes, version 2, to roles: a system that may create is an integration, a user who may
/// read is a dashboard. Other roles must be granted explicitly.
final class SmartScopes {
    private static final Pattern SCOPE = Pattern.compile("(system|user)/(\\*|[A-Z][A-Za-z]*)\\.(c?r?u?d?s?)(?:\\?.*)?");

    private SmartScopes() {}

    static Optional<Role> role(String scopes) {
        return Role.strongest(Arrays.stream(scopes.split(" ", -1)).flatMap(SmartScopes::of));
    }

    private static Stream<Role> of(String scope) {
        var parts = SCOPE.matcher(scope);
        if (!parts.matches()) {
            return Stream.empty();
        }
        var observations = parts.group(2).equals("*") || parts.group(2).equals("Observation");
        if (parts.group(1).equals("system")) {
            return observations && parts.group(3).contains("c") ? Stream.of(Role.INTEGRATION) : Stream.empty();
        }
        var reads = parts.group(3).contains("r") && parts.group(3).contains("s");
        return observations && reads ? Stream.of(Role.DASHBOARD) : Stream.empty();
    }
}
