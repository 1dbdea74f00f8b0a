package health.vigil.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.access.User;
import java.util.List;
import java.util.Optional;

/// The user as the pages show them.
///
/// @param wards absent for every ward
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WhoAmI(String username, String role, Optional<List<String>> wards, Optional<String> deviceId) {
    static WhoAmI of(User user) {
        var wards = user.wards().only().map(names -> names.stream().sorted().toList());
        return new WhoAmI(user.username(), user.role().word(), wards, user.deviceId());
    }
}
