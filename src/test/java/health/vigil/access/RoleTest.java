package health.vigil.access;

import health.vigil.observation.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoleTest {
    @Test
    void aDeviceEntersOnlyWhatADeviceMeasures() {
        assertThat(entered(Role.DEVICE))
                .containsExactlyInAnyOrder(Kind.VITAL_SIGNS, Kind.OXYGEN_THERAPY, Kind.RETRACTION);
    }

    @Test
    void onlyAPhysicianAndAnIntegrationAttributeAssessAndDeclareDeath() {
        for (var kind : EnumSet.of(Kind.ATTRIBUTION, Kind.SYNDROME_ASSESSMENT, Kind.GRADE_CONFIRMATION, Kind.DEATH)) {
            assertThat(Role.values())
                    .filteredOn(role -> role.mayEnter(kind))
                    .containsExactly(Role.PHYSICIAN, Role.INTEGRATION);
        }
    }

    @Test
    void nobodyElseThanCliniciansAndMachinesEntersAnything() {
        assertThat(entered(Role.DASHBOARD)).isEmpty();
        assertThat(entered(Role.ADMIN)).isEmpty();
        assertThat(entered(Role.REGISTRY)).isEmpty();
        assertThat(entered(Role.COORDINATOR)).isEmpty();
    }

    @Test
    void fromHomeComeReadingsAndTheAnswersOfACaregiver() {
        assertThat(entered(Role.PATIENT)).containsExactly(Kind.VITAL_SIGNS);
        assertThat(entered(Role.CAREGIVER)).containsExactlyInAnyOrder(Kind.VITAL_SIGNS, Kind.HOME_CHECK);
    }

    @Test
    void theStrongestOfSeveralRolesDecides() {
        assertThat(Role.strongest(Stream.of(Role.ADMIN, Role.PHYSICIAN, Role.NURSE)))
                .contains(Role.PHYSICIAN);
    }

    /// The order in a token does not matter, also among roles that enter nothing.
    @Test
    void theStrongestDoesNotDependOnTheOrder() {
        assertThat(Role.strongest(Stream.of(Role.DASHBOARD, Role.REGISTRY))).contains(Role.REGISTRY);
        assertThat(Role.strongest(Stream.of(Role.REGISTRY, Role.DASHBOARD))).contains(Role.REGISTRY);
        assertThat(Role.strongest(Stream.of(Role.ADMIN, Role.COORDINATOR))).contains(Role.COORDINATOR);
        assertThat(Role.strongest(Stream.of(Role.COORDINATOR, Role.ADMIN))).contains(Role.COORDINATOR);
        assertThat(Role.strongest(Stream.of(Role.REGISTRY, Role.DEVICE))).contains(Role.DEVICE);
    }

    /// An administrator who is also a caregiver keeps the rights of an administrator.
    @ParameterizedTest
    @EnumSource(
            names = {"PATIENT", "CAREGIVER"},
            mode = EnumSource.Mode.EXCLUDE)
    void aRoleAtHomeIsWeakerThanAnyOther(Role other) {
        assertThat(Role.strongest(Stream.of(Role.CAREGIVER, other))).contains(other);
        assertThat(Role.strongest(Stream.of(other, Role.PATIENT))).contains(other);
    }

    @Test
    void ofTheRolesAtHomeTheCaregiverEntersMore() {
        assertThat(Role.strongest(Stream.of(Role.PATIENT, Role.CAREGIVER))).contains(Role.CAREGIVER);
        assertThat(Role.strongest(Stream.of(Role.CAREGIVER, Role.PATIENT))).contains(Role.CAREGIVER);
    }

    @Test
    void aUserSeesTheNamedWardsOnly() {
        assertThat(Wards.of(Set.of("north")).include("north")).isTrue();
        assertThat(Wards.of(Set.of("north")).include("south")).isFalse();
        assertThat(Wards.ALL.include("south")).isTrue();
    }

    private static Stream<Kind> entered(Role role) {
        return EnumSet.allOf(Kind.class).stream().filter(role::mayEnter);
    }
}
