package health.vigil.signin;

import health.vigil.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmartScopesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Observation.c",
                "system/Observation.cruds",
                "openid system/*.c",
                "system/*.cud",
                "system/*.write",
                "system/*.*"
            })
    void aSystemThatCreatesObservationsIsAnIntegration(String scopes) {
        assertThat(SmartScopes.role(scopes)).contains(Role.INTEGRATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/*.rs", "user/Observation.rs", "launch user/*.cruds", "user/*.read"})
    void aUserWhoReadsIsADashboard(String scopes) {
        assertThat(SmartScopes.role(scopes)).contains(Role.DASHBOARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/*.rs",
                "system/Observation.rs",
                "system/Observation.read",
                "user/*.rs system/*.rs",
                "system/*.rs user/*.rs"
            })
    void aSystemThatReadsIsARegistry(String scopes) {
        assertThat(SmartScopes.role(scopes)).contains(Role.REGISTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "patient/*.rs",
                "patient/*.cruds",
                "system/Observation.rs?category=laboratory",
                "system/Observation.r",
                "system/Observation.",
                "system/Patient.c",
                "user/Patient.rs",
                "system/Observation.sc",
                "system/Observation.write.c",
                "xsystem/*.c"
            })
    void anyOtherScopeGrantsNothing(String scopes) {
        assertThat(SmartScopes.role(scopes)).isEmpty();
    }

    @Test
    void aRoleOfOursIsNotWeakenedByAScope() {
        assertThat(SmartScopes.role("user/*.rs system/*.c")).contains(Role.INTEGRATION);
    }
}
