package health.vigil.ingest;

import health.vigil.access.HomeGates;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.intake.Samples;
import health.vigil.intake.Submission;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.store.VisibleStays.CurrentWard;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PermissionTest {
    private static final String VITALS = Samples.message(Kind.VITAL_SIGNS, "'spo2': 97");
    private static final String HOME = Samples.message(Kind.VITAL_SIGNS, "'spo2': 97, 'setting': 'home'");

    private static User device(String deviceId) {
        return new User("bed-7", Role.DEVICE, Optional.of(deviceId), Wards.ALL);
    }

    private static Submission from(String deviceId) {
        return Samples.accepted(VITALS.replace("\"patientId\": \"p-1\"", "\"deviceId\": \"" + deviceId + "\""))
                .submission();
    }

    private static Optional<String> refusal(User user, Submission submission) {
        return permission(user).refusal(submission);
    }

    private static Permission permission(User user) {
        var known = new PriorKnowledge(
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(new PatientId("p-1"), new CurrentWard("north", true, false)));
        return new Permission(user, HomeGates.enabled(true), known, Map.of());
    }

    @Test
    void theCredentialOfOneDevicePostsUnderItsOwnIdOnly() {
        assertThat(refusal(device("d-1"), from("d-1"))).isEmpty();
        assertThat(refusal(device("d-1"), from("d-2"))).isPresent();
        assertThat(refusal(device("d-1"), Samples.accepted(VITALS).submission()))
                .isPresent();
    }

    @Test
    void aGatewayNamesAnyPatientAndDevice() {
        var gateway = new User("device", Role.DEVICE, Optional.empty(), Wards.ALL);

        assertThat(refusal(gateway, Samples.accepted(VITALS).submission())).isEmpty();
        assertThat(refusal(gateway, from("d-2"))).isEmpty();
    }

    @Test
    void whoWorksForOtherWardsEntersNothingForThisOne() {
        var submission = Samples.accepted(VITALS).submission();

        assertThat(permission(nurse("north")).hides(submission)).isFalse();
        assertThat(permission(nurse("south")).hides(submission)).isTrue();
    }

    @Test
    void aRoleAtHomeEntersForItsOwnPatientOnly() {
        var own = Samples.accepted(HOME).submission();
        var another = Samples.accepted(HOME.replace("p-1", "p-2")).submission();

        assertThat(permission(caregiver(Optional.of("p-1"))).hides(own)).isFalse();
        assertThat(permission(caregiver(Optional.of("p-1"))).hides(another)).isTrue();
        assertThat(permission(caregiver(Optional.empty())).hides(own)).isTrue();
        assertThat(permission(caregiver(Optional.of("p-1"))).hides(from("d-1"))).isTrue();
    }

    @Test
    void aRoleAtHomeFollowsAMergedNumber() {
        var merged = new PriorKnowledge(
                Map.of(), Map.of(), Map.of(), Set.of(), Map.of(new PatientId("p-0"), new PatientId("p-1")), Map.of());
        var permission = new Permission(caregiver(Optional.of("p-0")), HomeGates.enabled(true), merged, Map.of());

        assertThat(permission.hides(Samples.accepted(HOME).submission())).isFalse();
    }

    @Test
    void whatComesFromHomeSaysSoAndWithdrawsNothing() {
        var caregiver = caregiver(Optional.of("p-1"));
        var retraction = Samples.message(Kind.RETRACTION, Samples.least(Kind.RETRACTION));

        assertThat(refusal(caregiver, Samples.accepted(HOME).submission())).isEmpty();
        assertThat(refusal(caregiver, Samples.accepted(VITALS).submission())).isPresent();
        assertThat(refusal(caregiver, Samples.accepted(retraction).submission()))
                .isPresent();
        assertThat(refusal(
                        caregiver,
                        Samples.accepted(Samples.message(
                                        Kind.VITAL_SIGNS, "'spo2': 88, 'setting': 'home', 'corrects': 'h-0'"))
                                .submission()))
                .isPresent();
    }

    /// A process of the last release would take it for a reading of the hospital.
    @Test
    void nothingIsEnteredFromHomeUnlessThatIsSwitchedOn() {
        assertThat(refusedWhileOff(HOME)).isTrue();
        assertThat(refusedWhileOff(Samples.message(Kind.HOME_CHECK, Samples.least(Kind.HOME_CHECK))))
                .isTrue();
    }

    /// What is stored must be withdrawn before a rollback.
    @Test
    void readingsOfTheHospitalAndRetractionsAreTakenAnyway() {
        assertThat(refusedWhileOff(VITALS)).isFalse();
        assertThat(refusedWhileOff(Samples.message(Kind.RETRACTION, Samples.least(Kind.RETRACTION))))
                .isFalse();
    }

    private static boolean refusedWhileOff(String message) {
        return new Permission(nurse("north"), HomeGates.enabled(false), PriorKnowledge.NOTHING, Map.of())
                .refusal(Samples.accepted(message).submission())
                .isPresent();
    }

    private static User caregiver(Optional<String> number) {
        return new User("c-1", Role.CAREGIVER, Optional.empty(), number.map(PatientId::new), Wards.of(Set.of()));
    }

    private static User nurse(String ward) {
        return new User("nurse-1", Role.NURSE, Optional.empty(), Wards.of(Set.of(ward)));
    }
}
