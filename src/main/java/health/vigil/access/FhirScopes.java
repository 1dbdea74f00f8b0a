package health.vigil.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the SMART scopes of a token allow (SMART App Launch 2.2, version 2 and version 1 of scopes). They narrow
/// what the user's role may do, and never widen it.
///
/// @param grants absent if the token has no SMART scope, and then nothing is narrowed
public record FhirScopes(Optional<List<FhirGrant>> grants) {
    public static final FhirScopes UNLIMITED = new FhirScopes(Optional.empty());

    /// Every type of resource.
    public static final String EVERY = "*";

    private static final Pattern SMART = Pattern.compile("(?:patient|user|system)/.*");
    private static final Pattern GRANT =
            Pattern.compile("(system|user)/(\\*|[A-Z][A-Za-z]*)\\.(?:(?=[cruds])(c?r?u?d?s?)|(read|write|\\*))");
    private static final Map<String, String> VERSION_1 = Map.of("read", "rs", "write", "cud", EVERY, "cruds");

    /// What one scope allows.
    ///
    /// @param system whether it is for a system, not for a user
    public record FhirGrant(boolean system, String type, Set<FhirInteraction> interactions) {
        public FhirGrant {
            interactions = Set.copyOf(interactions);
        }

        /// Whether it allows an interaction with a type.
        ///
        /// @param asked a type, or {@link #EVERY}
        public boolean allows(String asked, FhirInteraction interaction) {
            return (type.equals(EVERY) || type.equals(asked)) && interactions.contains(interaction);
        }
    }

    public FhirScopes {
        grants = grants.map(List::copyOf);
    }

    /// Reads the claim `scope`. A scope with a query allows nothing, because the query cannot be applied; one of a
    /// launched patient allows nothing, because no token names one of our patients.
    public static FhirScopes of(String claim) {
        var smart = Arrays.stream(claim.split(" ", -1))
                .filter(scope -> SMART.matcher(scope).matches())
                .toList();
        return smart.isEmpty()
                ? UNLIMITED
                : new FhirScopes(
                        Optional.of(smart.stream().flatMap(FhirScopes::grant).toList()));
    }

    private static Stream<FhirGrant> grant(String scope) {
        var parts = GRANT.matcher(scope);
        if (!parts.matches()) {
            return Stream.empty();
        }
        var letters = Optional.ofNullable(parts.group(3))
                .orElseGet(() -> Objects.requireNonNull(VERSION_1.get(parts.group(4))));
        var interactions = EnumSet.allOf(FhirInteraction.class);
        interactions.removeIf(interaction -> letters.indexOf(interaction.letter()) < 0);
        return Stream.of(new FhirGrant(parts.group(1).equals("system"), parts.group(2), interactions));
    }

    /// Whether all these interactions with a type are allowed.
    ///
    /// @param type a type, or {@link #EVERY}
    public boolean allow(String type, FhirInteraction... interactions) {
        return grants.map(all -> Arrays.stream(interactions)
                        .allMatch(interaction -> all.stream().anyMatch(grant -> grant.allows(type, interaction))))
                .orElse(true);
    }
}
