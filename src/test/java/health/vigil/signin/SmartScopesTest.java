package health.vigil.signin;

import health.vigil.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmartScopesTest {
    @ParameterizedTest
    @ValueSource(strings = {"system/Observation.c", "system/Observation.cruds", "openid system/*.c", "system/*.cud"})
    void aSystemThatCreatesObservationsIsAnIntegration(String scopes) {
        assertThat(SmartScopes.role(scopes)).contains(Role.INTEGRATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/*.rs", "user/Observation.rs", "launch user/*.cruds"})
    void aUserWhoReadsIsADashboard(String scopes) {
        assertThat(SmartScopes.role(scopes)).contains(Role.DASHBOARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "patient/*.rs",
                "system/Observation.rs",
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
