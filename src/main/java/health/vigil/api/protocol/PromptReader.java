package health.vigil.api.protocol;

import health.vigil.access.Role;
import health.vigil.protocol.ProtocolRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Who reads rows, and in which time zone.
record PromptReader(Role role, ZoneId hospital) {
    /// Whether this role may answer a row. A physician may do what a nurse may.
    boolean mayAnswer(ProtocolRow row) {
        return role == Role.PHYSICIAN
                || row.forRoles().stream().anyMatch(meant -> meant.word().equals(role.word()));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, hospital);
    }
}
