package health.vigil.access;

import java.util.Optional;

/// Who asks.
///
/// @param deviceId the one device this credential stands for; absent for people and for a gateway of many devices
public record User(String username, Role role, Optional<String> deviceId, Wards wards) {}
