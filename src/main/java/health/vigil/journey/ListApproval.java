package health.vigil.journey;

import java.time.LocalDate;

/// Who approved the hospital's list, and when.
///
/// @param reviewBy until when it is reviewed
public record ListApproval(String owner, LocalDate approvedAt, LocalDate reviewBy) {}
