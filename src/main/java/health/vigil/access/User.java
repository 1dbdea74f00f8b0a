package health.vigil.access;

import java.util.Optional;

/// An authenticated user.
///
/// @param deviceId the device of the credential; absent for people and for a gateway of many devices
public record User(String username, Role role, Optional<String> deviceId, Wards wards) {}
