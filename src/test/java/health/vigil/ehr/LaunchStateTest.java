package health.vigil.ehr;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchStateTest {
    private static final String PART = "A".repeat(43);

    @Test
    void theBrowserKeepsALaunch() {
        var begun = LaunchState.begin("ehr");

        assertThat(LaunchState.read(begun.cookie())).contains(begun);
        assertThat(begun.is(begun.state())).isTrue();
        assertThat(begun.is(LaunchState.begin("ehr").state())).isFalse();
        assertThat(begun.is("")).isFalse();
    }

    @Test
    void noTwoLaunchesAreAlike() {
        var begun = LaunchState.begin("ehr");

        assertThat(begun.state()).isNotEqualTo(begun.nonce()).isNotEqualTo(begun.verifier());
        assertThat(begun.toString()).doesNotContain(begun.state(), begun.nonce(), begun.verifier());
    }

    /// RFC 7636, appendix B.
    @Test
    void theChallengeIsThatOfTheStandard() {
        var state = new LaunchState("ehr", PART, PART, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assertThat(state.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ehr", "ehr.a.b.c", "e/r.x", "..."})
    void anyOtherCookieIsNoLaunch(String cookie) {
        assertThat(LaunchState.read(cookie)).isEmpty();
    }
}
