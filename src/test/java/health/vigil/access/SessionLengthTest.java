package health.vigil.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLengthTest {
    private static final Instant SIGNED_IN = Instant.parse("2026-11-30T06:00:00Z");

    private final SessionLength length =
            new SessionLength(Duration.ofHours(12), Duration.ofHours(16), Duration.ofDays(90));

    private Duration after(Role role, Duration sinceSignIn) {
        return length.from(SIGNED_IN.plus(sinceSignIn), role, SIGNED_IN);
    }

    @Test
    void aSignInLastsOneShiftForEverybody() {
        assertThat(after(Role.NURSE, Duration.ZERO)).isEqualTo(Duration.ofHours(12));
        assertThat(after(Role.DASHBOARD, Duration.ZERO)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aPersonsRenewalsEndAtTheBound() {
        assertThat(after(Role.PHYSICIAN, Duration.ofHours(3))).isEqualTo(Duration.ofHours(12));
        assertThat(after(Role.PHYSICIAN, Duration.ofHours(11))).isEqualTo(Duration.ofHours(5));
        assertThat(after(Role.PHYSICIAN, Duration.ofHours(16)).isPositive()).isFalse();
    }

    @Test
    void aDisplayGoesOnForMonthsButNotForEver() {
        assertThat(after(Role.DASHBOARD, Duration.ofDays(89))).isEqualTo(Duration.ofHours(12));
        assertThat(after(Role.DASHBOARD, Duration.ofDays(90).minusMinutes(30))).isEqualTo(Duration.ofMinutes(30));
        assertThat(after(Role.DASHBOARD, Duration.ofDays(91)).isPositive()).isFalse();
    }

    @Test
    void aBoundThatIsShorterThanASignInEndsNoSignIn() {
        var shorter = new SessionLength(Duration.ofHours(24), Duration.ofHours(16), Duration.ofHours(1));

        assertThat(shorter.bound(Role.NURSE, SIGNED_IN)).isEqualTo(SIGNED_IN.plus(Duration.ofHours(24)));
        assertThat(shorter.bound(Role.DASHBOARD, SIGNED_IN)).isEqualTo(SIGNED_IN.plus(Duration.ofHours(24)));
    }

    @Test
    void aPersonOfTheStaffAndADisplayCanRenew() {
        assertThat(Arrays.stream(Role.values()).filter(role -> !role.renewsSessions()))
                .containsExactlyInAnyOrder(Role.DEVICE, Role.INTEGRATION, Role.PATIENT, Role.CAREGIVER);
    }
}
