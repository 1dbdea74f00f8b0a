package health.vigil.account;

import health.vigil.access.ListedWards;
import health.vigil.access.Role;
import health.vigil.account.AccountsResource.AccountRequest;
import health.vigil.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountRequestTest {
    private static NewAccount nurseOf(String ward) {
        return new AccountRequest("ada", Role.NURSE, Optional.of(Set.of(ward)), Optional.empty(), Optional.empty())
                .account(ListedWards.of("North Wing", "WA"));
    }

    @Test
    void aWardKeepsTheSpellingOfTheHospital() {
        assertThat(nurseOf("north  wing").wards()).contains(Set.of("North Wing"));
    }

    @Test
    void nobodyWorksForAWardThatTheHospitalDoesNotHave() {
        assertThatThrownBy(() -> nurseOf("South")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().violations().getFirst().field()).isEqualTo("wards");
        });
    }
}
