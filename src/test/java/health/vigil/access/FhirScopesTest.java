package health.vigil.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Scopes narrow a role, and never widen it.
class FhirScopesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "openid profile email", "offline_access"})
    void aTokenWithoutSmartScopesIsNotNarrowed(String scopes) {
        assertThat(FhirScopes.of(scopes)).isEqualTo(FhirScopes.UNLIMITED);
        assertThat(FhirScopes.of(scopes).allow("Patient", FhirInteraction.READ)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "system/Observation.rs, Observation, READ, true",
        "system/Observation.rs, Observation, SEARCH, true",
        "system/Observation.rs, Observation, CREATE, false",
        "system/Observation.rs, Patient, READ, false",
        "system/Observation.rs, *, READ, false",
        "system/*.rs, Patient, READ, true",
        "system/*.rs, *, SEARCH, true",
        "user/Flag.r openid, Flag, READ, true",
        "user/Flag.r openid, Flag, SEARCH, false",
        "system/Observation.c system/Flag.r, Observation, CREATE, true",
        "system/Observation.read, Observation, SEARCH, true",
        "system/Observation.read, Observation, UPDATE, false",
        "system/Observation.write, Observation, DELETE, true",
        "system/Observation.write, Observation, READ, false",
        "system/Observation.*, Observation, DELETE, true"
    })
    void aScopeAllowsItsTypeAndItsInteractions(
            String scopes, String type, FhirInteraction interaction, boolean allowed) {
        assertThat(FhirScopes.of(scopes).allow(type, interaction)).isEqualTo(allowed);
    }

    /// A query that we cannot apply would show too much, and a launched patient is not known here.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Observation.rs?category=laboratory",
                "patient/*.rs",
                "patient/Observation.read",
                "system/Observation.sr",
                "system/Observation.",
                "system/observation.rs",
                "system/",
                "user/Observation.rs.c"
            })
    void anyOtherScopeAllowsNothing(String scope) {
        assertThat(FhirScopes.of(scope).allow("Observation", FhirInteraction.READ))
                .isFalse();
        assertThat(FhirScopes.of("openid " + scope).allow("Observation", FhirInteraction.SEARCH))
                .isFalse();
    }

    @Test
    void severalInteractionsAreAllowedTogetherOnly() {
        var scopes = FhirScopes.of("system/*.r system/Observation.s");

        assertThat(scopes.allow("Observation", FhirInteraction.READ, FhirInteraction.SEARCH))
                .isTrue();
        assertThat(scopes.allow("Flag", FhirInteraction.READ, FhirInteraction.SEARCH))
                .isFalse();
    }
}
